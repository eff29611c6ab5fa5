/** A session over each small model, whose tokens are the letters a to k: ids 0 to 10. */

import type { RunRequest, RunResult } from "../../src/engine/protocol";
import { writtenToken } from "../../src/engine/reader";
import { Session } from "../../src/engine/session";
import type { Task } from "../../src/model/checkpoints/task";
import type { TextConfig } from "../../src/model/config";
import { type Parameters, randomParameters } from "../../src/model/parameters";

const letter = (id: number) => String.fromCharCode(97 + id);
const reader = {
  encode: (text: string) =>
    [...text].map((c, start) => ({ ...writtenToken(c.charCodeAt(0) - 97, c), place: { start, end: start + 1 } })),
  tokenText: letter,
  tokenBytes: () => null,
  join: (ids: readonly number[]) => ids.map(letter).join(""),
  vocabulary: () => Array.from({ length: 11 }, (_, id) => letter(id)),
};

/** What a model of this shape is for. */
export function taskOf(config: TextConfig): Task {
  switch (config.architecture) {
    case "encoderDecoder": {
      const languages = [{ code: "fr", startToken: 1, separator: "" }];
      return { kind: "sequenceToSequence", languages, endToken: 10, sourceTokenLimit: null };
    }
    case "decoderOnly":
      return { kind: "nextToken", startToken: 0, endToken: 10 };
    case "encoderOnly":
      if (config.classes === null) return { kind: "maskedToken", maskToken: 9 };
      return { kind: "textClass", labels: Array.from({ length: config.classes }, (_, k) => `class ${k}`) };
  }
}

export function sessionOf(config: TextConfig, parameters: Parameters = randomParameters(config, 7)): Session {
  return new Session({ config, parameters, task: taskOf(config), reader, examples: ["bcd", "hgfe"] });
}

export function ask(id: number, text: string, more: Partial<RunRequest> = {}): RunRequest {
  const generation = { choosing: { kind: "greedy" }, seed: 1, steps: 2 } as const;
  return { id, input: { kind: "text", text, masked: [1] }, changes: [], generation, ...more };
}

export async function resultOf(session: Session, request: RunRequest): Promise<RunResult> {
  const answer = await session.run(request);
  if (answer.kind !== "result") throw new Error(`Expected a result, got ${JSON.stringify(answer)}.`);
  return answer.result;
}
