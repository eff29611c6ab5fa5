import { memo, useEffect, useState } from "react";
import type { TraceStep } from "../../engine/protocol";
import { useTranslation } from "../../i18n";
import type { TypeScriptCode } from "../../model/explain/sources";
import { useApp } from "../../state/useApp";

/** The code that ran, and the same in PyTorch. */
export const StepCode = memo(function StepCode({ step, torch }: { readonly step: TraceStep; readonly torch: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <details className="code" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("step.code")}</summary>
      {open ? (
        <>
          <h3 className="heading">PyTorch</h3>
          <pre>
            <code>{torch}</code>
          </pre>
          <TypeScript step={step} />
        </>
      ) : null}
    </details>
  );
});

function TypeScript({ step }: { readonly step: TraceStep }) {
  const { t } = useTranslation();
  const architecture = useApp((state) => state.model?.config.architecture);
  const [code, setCode] = useState<TypeScriptCode | null>(null);
  useEffect(() => {
    let late = false;
    // The source of every operation: fetched when it is first looked at.
    void import("../../model/explain/sources").then(({ typeScriptOf }) => {
      if (!late && architecture) setCode(typeScriptOf(step, architecture));
    });
    return () => {
      late = true;
    };
  }, [step, architecture]);
  if (!code) return null;
  return (
    <>
      <h3 className="heading">TypeScript · {t("step.code.forward")}</h3>
      {code.forward.map((text) => (
        <pre key={text}>
          <code>{text}</code>
        </pre>
      ))}
      <h3 className="heading">TypeScript · {t("step.code.kernel")}</h3>
      <pre>
        <code>{code.kernel}</code>
      </pre>
    </>
  );
}
