/** Attention as people look at it: every head small, the chosen one large. */
import { lazy, Suspense, useState } from "react";
import type { RunResult } from "../../engine/protocol";
import { useTranslation } from "../../i18n";
import { attentionPath } from "../../model/names";
import { useApp } from "../../state/useApp";
import { HeadFocus } from "./HeadFocus";
import { HeadGroups } from "./HeadGroups";
import "./attention.css";

const HeadNumbers = lazy(async () => ({ default: (await import("./HeadNumbers")).HeadNumbers }));

export function AttentionPanel({ run }: { readonly run: RunResult }) {
  const { t } = useTranslation();
  const selection = useApp((state) => state.scene.selection);
  const [numbers, setNumbers] = useState(false);
  const map = run.attention.find((candidate) => attentionPath(candidate) === attentionPath(selection));
  return (
    <>
      <HeadGroups run={run} />
      {map && selection.head < map.heads ? <HeadFocus run={run} map={map} /> : null}
      <details className="head-numbers" onToggle={(event) => setNumbers(event.currentTarget.open)}>
        <summary>{t("attention.numbers")}</summary>
        {numbers ? (
          <Suspense fallback={<div className="skeleton" aria-hidden="true" />}>
            <p className="soft small">{t("attention.numbers.hint")}</p>
            <HeadNumbers run={run} />
          </Suspense>
        ) : null}
      </details>
    </>
  );
}
