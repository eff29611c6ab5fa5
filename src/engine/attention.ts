import type { AttentionMap } from "./protocol";
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
