import { Radio, RadioGroup } from "react-aria-components";
import type { TraceStep } from "../../engine/protocol";
import { useTranslation } from "../../i18n";
import type { ExplainedOperand } from "../../model/explain/explain";
import { useApp } from "../../state/useApp";

interface Props {
  readonly step: TraceStep;
  readonly operands: readonly ExplainedOperand[];
  readonly head: number;
}

/** Which head the matrices show, at steps that have several. */
export function HeadChoice({ step, operands, head }: Props) {
  const { t } = useTranslation();
  const select = useApp((state) => state.select);
  const showStep = useApp((state) => state.showStep);
  const sizes = [step, ...operands].map(({ axes, shape }) => shape[axes.indexOf("H")] ?? 0);
  const heads = Math.max(...sizes);
  if (heads < 2) return null;
  const choose = (value: string) => {
    const { stack, layer, part } = step;
    const attention = stack !== null && layer !== null && (part === "selfAttention" || part === "crossAttention");
    select(attention ? { stack, layer, part, head: Number(value) } : { head: Number(value) });
    showStep(step.name);
  };
  return (
    <RadioGroup
      className="segments head-choice"
      value={String(head)}
      onChange={choose}
      orientation="horizontal"
      aria-label={t("step.head")}
    >
      <span className="heading" aria-hidden="true">
        {t("step.head")}
      </span>
      <span className="segments-row">
        {Array.from({ length: heads }, (_, one) => (
          <Radio key={one} value={String(one)} className="segment">
            {one + 1}
          </Radio>
        ))}
      </span>
    </RadioGroup>
  );
}
