import { OutcomeComparison } from "../../../src/views/OutcomeComparison";
import type { Figure } from "../figure";
import { baseline, changed, divergence } from "../trace";

const [before, now] = [baseline[0] ?? [], changed[0] ?? []];
const ids = [...new Set([...now.slice(0, 6), ...before.slice(0, 6)].map(({ id }) => id))];
const of = (list: typeof before, id: number) => list.find((token) => token.id === id);

export const figure: Figure = {
  title: "Comparison: the first word with everything on, and with three heads off",
  Draw() {
    return (
      <OutcomeComparison
        tokens={ids.map((id) => ({
          id,
          text: (of(now, id) ?? of(before, id))?.text ?? "",
          before: of(before, id)?.probability ?? null,
          now: of(now, id)?.probability ?? null,
        }))}
        smallest={{ before: before.at(-1)?.probability ?? 0, now: now.at(-1)?.probability ?? 0 }}
        language="fr"
        label="first word"
        divergence={divergence}
      />
    );
  },
};
