import { memo } from "react";
import type { TraceStep } from "../../engine/protocol";
import { useTranslation } from "../../i18n";
import type { ExplainedOperand } from "../../model/explain/explain";
import { useApp } from "../../state/useApp";
import { Segments } from "../../ui/Segments";

interface Props {
  readonly step: TraceStep;
  readonly operands: readonly ExplainedOperand[];
  readonly head: number;
}

/** Which head the matrices show, at steps that have several. */
export const HeadChoice = memo(function HeadChoice({ step, operands, head }: Props) {
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
    <Segments
      label={t("step.head")}
      value={String(head)}
      onChange={choose}
      options={Array.from({ length: heads }, (_, one) => ({
        value: String(one),
        text: String(one + 1),
        help: t("step.head.help"),
      }))}
    />
  );
});
