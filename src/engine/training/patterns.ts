/** Every attention of a pass, as a model in training is looked at. */
import type { ModelConfig } from "../../model/config";
import { planOf } from "../../model/forward/plan";
import type { Batch } from "../../model/training/batch";
import type { FormingPattern } from "../../model/training/progress";
import type { Onlooked } from "./pass";

/** Of the first example of a batch. */
export async function patternsOf(
  model: Pick<Onlooked, "see">,
  config: ModelConfig,
  batch: Batch,
): Promise<readonly FormingPattern[]> {
  const steps = planOf(config).filter(({ name }) => name.value === "pattern");
  const seen = await model.see(
    batch,
    steps.map(({ name }) => name.path),
  );
  return steps.flatMap(({ name: { path, stack, layer, part } }): FormingPattern[] => {
    const found = seen[path];
    if (!found || stack === null || layer === null || part === null || part === "feedForward") return [];
    const [, heads = 0, queries = 0, keys = 0] = found.shape;
    return [{ stack, layer, part, heads, queries, keys, pattern: Float32Array.from(found.data) }];
  });
}
