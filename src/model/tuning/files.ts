/** A tuned model as the files that the explorer opens: as any other of its shape, whatever it was tuned with. */
import { trainedType, writeWeights } from "../checkpoints/trained";
import type { Parameters } from "../parameters";
import type { TrainedFiles } from "../training/files";
import type { TunedConfig } from "./adaptation";
import type { TuningPlan } from "./plan";
import type { TuningTexts } from "./texts";

export function filesOf(
  { goal }: TuningPlan,
  config: TunedConfig,
  parameters: Parameters,
  tokenizer: unknown,
  { classes, style }: TuningTexts,
): TrainedFiles {
  const task =
    goal === "classes"
      ? { task: { kind: "textClass" }, id2label: { ...classes.labels } }
      : { task: { kind: "nextToken", startToken: "<end>", endToken: "<end>" } };
  const examples =
    goal === "classes"
      ? classes.heldOut.slice(0, 5).map(({ text }) => text)
      : style.heldOut.slice(0, 5).map((text) => text.split(" ").slice(0, 2).join(" "));
  let count = 0;
  for (const { data } of parameters.values()) count += data.length;
  return {
    config: JSON.stringify({ model_type: trainedType, model: config, ...task }),
    tokenizer: JSON.stringify(tokenizer),
    weights: writeWeights(config, parameters),
    examples: [...new Set(examples)],
    parameters: count,
  };
}
