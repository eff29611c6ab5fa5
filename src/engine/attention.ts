import type { AttentionMap, TracedArray } from "./protocol";
import type { Runner } from "./runner";

/** Every pattern of the runner's last pass. */
export async function attentionOf(runner: Runner): Promise<AttentionMap[]> {
  const maps: AttentionMap[] = [];
  for (const { stack, layer, part, value, name: path } of runner.trace()) {
    if (value !== "pattern" || stack === null || layer === null || part === null || part === "feedForward") continue;
    const pattern = await runner.read(path);
    if (!pattern) continue;
    const [, heads = 0, queries = 0, keys = 0] = pattern.shape;
    maps.push({ stack, layer, part, heads, queries, keys, pattern: pattern.data });
  }
  return maps;
}

/** What every head of the runner's last pass gives, by the path of its `headOutput`. */
export async function headOutputsOf(runner: Runner): Promise<readonly (readonly [string, TracedArray])[]> {
  const found: [string, TracedArray][] = [];
  for (const { name: path, value } of runner.trace()) {
    const values = value === "headOutput" ? await runner.read(path) : null;
    if (values) found.push([path, values]);
  }
  return found;
}
