/** Decodes held-out sentences with the app's own engine. */
import type { ModelInfo } from "../../src/engine/protocol";
import type { Session } from "../../src/engine/session";
import { joinWords } from "../../src/model/words";
import { testSet } from "../translate/corpus";

export interface Score {
  /** Held-out sentences decoded. */
  readonly sentences: number;
  /** Share decoded exactly as the grammar has them, by language, in [0, 1]. */
  readonly exactMatch: Readonly<Record<string, number>>;
}

const separators = { fr: " ", zh: "" } as const;

/** Calls `wrong` for each sentence that is not decoded as expected. */
export async function exactMatch(
  { session, info }: { readonly session: Session; readonly info: ModelInfo },
  count: number,
  wrong: (language: string, source: string, expected: string, found: string) => void = () => undefined,
): Promise<Score> {
  const examples = testSet(count);
  const exact: Record<string, number> = {};
  let request = 0;
  if (info.task.kind !== "sequenceToSequence") throw new Error(`${info.name} does not translate.`);
  for (const { code } of info.task.languages) {
    if (code !== "fr" && code !== "zh") throw new Error(`There is no held-out set for the language ${code}.`);
    let right = 0;
    for (const example of examples) {
      request += 1;
      const answer = await session.run({
        id: request,
        input: { kind: "text", text: example.en, language: code },
        changes: [],
        generation: { choosing: { kind: "greedy" }, seed: 0, steps: null },
      });
      const outcome = answer.kind === "result" ? answer.result.outcome : null;
      if (outcome?.kind !== "sequence") throw new Error(`${example.en}: the session answered ${answer.kind}.`);
      const expected = joinWords(example[code].split(" "), separators[code]);
      if (outcome.text === expected && outcome.ended) right += 1;
      else wrong(code, example.en, expected, outcome.text);
    }
    exact[code] = right / examples.length;
  }
  return { sentences: examples.length, exactMatch: exact };
}
