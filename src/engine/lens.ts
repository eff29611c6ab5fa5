/** What a model would say if it stopped here: its own head on the residual stream after each sublayer. */
import { likeliest } from "../model/distribution";
import type { Lens, LensRow, LensStream } from "./protocol";
import type { Runner } from "./runner";
import { tailOf } from "./tail";
import { rowOf } from "./tasks/task";

/** Candidates at each place. */
const shown = 5;

/**
 * The logit lens (nostalgebraist 2020, https://www.lesswrong.com/posts/AcKRB8wDpdaN6v6ru): each stream goes through the
 * steps that the last one goes through, the final norm included where there is one. For the runner's last run; null where
 * `stopped` says, between two streams, that nobody waits any more. `textOf` names a token or class.
 */
export async function lensOf(
  runner: Runner,
  textOf: (id: number) => string,
  stopped: () => Promise<boolean>,
): Promise<Lens | null> {
  const { streams, steps } = tailOf(runner.trace());
  const final = await runner.read("probabilities");
  const places = final ? final.data.length / (final.shape.at(-1) ?? 1) : 0;
  const best = Array.from({ length: places }, (_, place) => (final ? (likeliest(rowOf(final, place), 1)[0] ?? 0) : 0));
  const found: LensStream[] = [];
  for (const { name, layer, value } of streams) {
    if (await stopped()) return null;
    const probabilities = await runner.replay(name, steps);
    const rows = best.map((id, place): LensRow => {
      const row = rowOf(probabilities, place);
      return {
        candidates: likeliest(row, shown).map((one) => ({ id: one, text: textOf(one), probability: row[one] ?? 0 })),
        final: row[id] ?? 0,
      };
    });
    found.push({ name, layer, value, rows });
  }
  return { streams: found, through: steps.map(({ name }) => name) };
}
