import { useEffect, useRef } from "react";
import { megabytes } from "../../geometry/format";
import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";
import { LoadingBar } from "../models/LoadingBar";
import type { Phase } from "./useBringing";

interface Props {
  readonly phase: Extract<Phase, { readonly kind: "fetching" | "opening" | "keeping" }>;
  readonly onCancel: () => void;
}

/** How much has been fetched, then how much has been read into the engine, in bytes. The model at hand goes on meanwhile. */
export function Progress({ phase, onCancel }: Props) {
  const { t } = useTranslation();
  const loading = useApp((state) => state.loading);
  const cancel = useRef<HTMLButtonElement>(null);
  // The button that led here is gone, and the focus with it.
  useEffect(() => cancel.current?.focus(), []);
  const { title } = phase;
  const opening = loading ?? { received: 0, total: null };
  const { received, total } = phase.kind === "fetching" ? phase : opening;
  const label = t(`own.${phase.kind}`, { title });
  const values = { received: megabytes(received), total: total === null ? "" : megabytes(total) };
  const figures = total === null ? t("own.received", values) : t("own.receivedOf", values);
  return (
    <div className="own-progress">
      <p role="status">{label}</p>
      {phase.kind === "keeping" ? null : (
        <>
          <LoadingBar {...{ label, figures, received, total }} />
          <button type="button" ref={cancel} className="tool" onClick={onCancel}>
            {t("own.cancel")}
          </button>
        </>
      )}
    </div>
  );
}
