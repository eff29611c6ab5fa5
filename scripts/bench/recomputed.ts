/** How much of a pass a switch in the last layer computes again. In Node, on plain JavaScript: what is counted is operations. */
import "@tensorflow/tfjs-backend-cpu";
import { ready, setBackend } from "@tensorflow/tfjs-core";
import { openModel } from "../../src/engine/loading";
import type { RunRequest } from "../../src/engine/protocol";
import type { Change } from "../../src/model/changes";
import { inputOf } from "../../src/model/input";
import { headsOf } from "../../src/model/switches";
import { readModel } from "../models/files";

/**
 * The share of operations that are computed again when a head of the model's last block is switched off, the mean over
 * these heads; each is switched off in a model that has just run with everything on.
 */
export async function measureRecomputed(name: string): Promise<number> {
  await setBackend("cpu");
  await ready();
  const { session, info } = openModel(name, readModel(name));
  const heads = headsOf(info.config);
  const last = heads.at(-1);
  const input = inputOf(info.about?.examples[0] ?? "");
  const language = info.task.kind === "sequenceToSequence" ? info.task.languages[0]?.code : undefined;
  let id = 0;
  const run = async (changes: readonly Change[]) => {
    id += 1;
    const request: RunRequest = {
      id,
      input: input.kind === "text" && language !== undefined ? { ...input, language } : input,
      changes,
      generation: { choosing: { kind: "greedy" }, seed: 1, steps: info.task.kind === "nextToken" ? 0 : null },
    };
    const answer = await session.run(request);
    if (answer.kind !== "result") throw new Error(`${name} gave no result to its own example.`);
    return answer.result;
  };
  try {
    const shares: number[] = [];
    for (const at of heads.filter(({ stack, layer }) => stack === last?.stack && layer === last.layer)) {
      await run([]);
      const { recomputed, operations } = await run([{ kind: "head", at, to: "zero" }]);
      shares.push(recomputed / operations);
    }
    return shares.reduce((sum, share) => sum + share, 0) / shares.length;
  } finally {
    session.dispose();
  }
}
