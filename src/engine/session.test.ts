import "@tensorflow/tfjs-backend-cpu";
import { memory, setBackend } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { Task } from "../model/checkpoints/task";
import type { EncoderDecoderConfig } from "../model/config";
import type { HeadId } from "../model/names";
import { randomParameters } from "../model/parameters";
import type { RunRequest, RunResult, WrittenOutcome } from "./protocol";
import { type Reader, writtenToken } from "./reader";
import { Session } from "./session";

const config: EncoderDecoderConfig = {
  architecture: "encoderDecoder",
  width: 12,
  heads: 3,
  feedForward: 20,
  activation: "relu",
  norm: "post",
  epsilon: 1e-5,
  vocabulary: 13,
  sourceVocabulary: 13,
  maximumLength: 6,
  padding: 0,
  positions: "sinusoidal",
  tiedOutput: true,
  outputBias: true,
  encoderLayers: 2,
  decoderLayers: 2,
  scaleEmbedding: true,
  sharedEmbedding: true,
  finalNorm: true,
};
const task: Task = {
  kind: "sequenceToSequence",
  languages: [{ code: "fr", startToken: 1, separator: "" }],
  endToken: 12,
  sourceTokenLimit: null,
};
/** Letters a to m are ids 0 to 12. */
const letter = (id: number) => String.fromCharCode(97 + id);
const reader: Reader = {
  encode: (text) => [...text].map((c) => writtenToken(c.charCodeAt(0) - 97, c)),
  tokenText: letter,
  tokenBytes: () => null,
  vocabulary: () => [],
  join: (ids) => ids.map(letter).join(""),
};
const open = () =>
  new Session({ config, parameters: randomParameters(config, 3), task, reader, examples: ["cd", "hgfe"] });
const ask = (id: number, text: string, off: readonly HeadId[] = [], more: Partial<RunRequest> = {}): RunRequest => ({
  id,
  input: { kind: "text", text, language: "fr" },
  changes: off.map((at) => ({ kind: "head", at, to: "zero" })),
  generation: { choosing: { kind: "greedy" }, seed: 1, steps: null },
  ...more,
});
const head = { stack: "decoder", layer: 0, part: "crossAttention", head: 1 } as const;

async function result(session: Session, request: RunRequest): Promise<RunResult & { outcome: WrittenOutcome }> {
  const answer = await session.run(request);
  if (answer.kind !== "result") throw new Error(`Expected a result, got ${JSON.stringify(answer)}.`);
  const { outcome } = answer.result;
  if (outcome.kind !== "sequence") throw new Error(`Expected a sequence, got ${outcome.kind}.`);
  return { ...answer.result, outcome };
}

/** What was predicted, without what it was before a change. */
const plain = ({ positions }: WrittenOutcome) =>
  positions.map(({ given, candidates }) => [given, candidates.map(({ id, probability }) => [id, probability])]);

describe("a session", () => {
  beforeAll(async () => {
    await setBackend("cpu");
  });

  it("gives every pattern of every layer and head, each row adding up to 1", async () => {
    const session = open();
    const { attention, stacks, outcome } = await result(session, ask(1, "cde"));
    const [source, target] = stacks.map(({ tokens }) => tokens.length);
    expect(target).toBe(outcome.positions.length);
    expect(attention.map((map) => `${map.stack}.${map.layer}.${map.part}`)).toEqual([
      "encoder.0.selfAttention",
      "encoder.1.selfAttention",
      "decoder.0.selfAttention",
      "decoder.0.crossAttention",
      "decoder.1.selfAttention",
      "decoder.1.crossAttention",
    ]);
    for (const { heads, queries, keys, pattern, stack, part } of attention) {
      expect(queries).toBe(stack === "encoder" ? source : target);
      expect(keys).toBe(part === "crossAttention" || stack === "encoder" ? source : target);
      for (let row = 0; row < heads * queries; row++) {
        const sum = pattern.subarray(row * keys, (row + 1) * keys).reduce((total, value) => total + value, 0);
        expect(sum).toBeCloseTo(1, 5);
      }
    }
    session.dispose();
  });

  it("feeds each likeliest token back to the decoder", async () => {
    const session = open();
    const { positions, text, ended } = (await result(session, ask(1, "cde"))).outcome;
    expect(positions[0]?.given.id).toBe(1);
    for (let i = 1; i < positions.length; i++) {
      expect(positions[i]?.given.id).toBe(positions[i - 1]?.candidates[0]?.id);
    }
    expect(text.length).toBe(ended ? positions.length - 1 : positions.length);
    session.dispose();
  });

  it("shows what a head switched off changes, beside what it was", async () => {
    const session = open();
    const before = await result(session, ask(1, "cde"));
    const changed = await result(session, ask(2, "cde", [head]));
    expect(changed.baseline).toEqual(before.outcome);
    expect(plain(changed.outcome)[0]).not.toEqual(plain(before.outcome)[0]);
    expect(changed.recomputed).toBeLessThan(changed.operations);
    const [first, was] = [changed.outcome.positions[0], before.outcome.positions[0]];
    for (const { id, before: earlier } of first?.candidates ?? []) {
      const candidate = was?.candidates.find((other) => other.id === id);
      if (candidate) expect(earlier).toBe(candidate.probability);
      expect(earlier).not.toBeNull();
    }
    expect(changed.effect?.mean).toBeGreaterThan(0);
    expect(changed.effect?.rows[0]).toMatchObject({ position: 0, before: was?.candidates[0]?.id });
    const fresh = open();
    const direct = await result(fresh, ask(1, "cde", [head]));
    expect(direct.baseline).toEqual(changed.baseline);
    expect(direct.outcome).toEqual(changed.outcome);
    const back = await result(session, ask(3, "cde"));
    expect(back.outcome).toEqual(before.outcome);
    expect(back).toMatchObject({ baseline: null, effect: null });
    session.dispose();
    fresh.dispose();
  });

  it("decodes the same whatever it decoded before", async () => {
    const session = open();
    const texts = ["cde", "cd", "hgfe", "cdf", "a", "bbbb", "cde", "ijk"];
    for (const [index, text] of texts.entries()) {
      for (const off of [[], [head]]) {
        const fresh = open();
        const expected = await result(fresh, ask(1, text, off));
        const found = await result(session, ask(index * 2 + off.length, text, off));
        expect(found.outcome, text).toEqual(expected.outcome);
        fresh.dispose();
      }
    }
    session.dispose();
  });

  it("times passes that are really computed, and answers the same afterwards", async () => {
    const session = open();
    const before = await result(session, ask(1, "cde", [head]));
    const tensors = memory().numTensors;
    expect(await session.time(ask(2, "cde", [head]))).toBeGreaterThan(0);
    expect(memory().numTensors).toBeLessThanOrEqual(tensors);
    expect((await result(session, ask(3, "cde", [head]))).outcome).toEqual(before.outcome);
    expect(await session.time(ask(4, ""))).toBeNull();
    session.dispose();
  });

  it("drops an older request for a newer one", async () => {
    const session = open();
    const answers = await Promise.all([1, 2, 3].map((id) => session.run(ask(id, "cde".slice(0, id)))));
    expect(answers.map((answer) => answer.kind)).toEqual(["superseded", "superseded", "result"]);
    session.dispose();
  });

  it("refuses empty and overlong text with the figures, and goes on", async () => {
    const session = open();
    expect(await session.run(ask(1, ""))).toMatchObject({ kind: "problem", problem: { kind: "emptyText" } });
    expect(await session.run(ask(2, "c".repeat(10_000)))).toMatchObject({
      problem: { kind: "tooLong", tokens: 10_000, maximum: 6 },
    });
    expect((await result(session, ask(3, "cde"))).outcome.positions.length).toBeGreaterThan(0);
    session.dispose();
  });

  it("gives values, pieces and derivations of the run that is shown, and of no other", async () => {
    const session = open();
    await result(session, ask(1, "cde", [head]));
    const steps = await session.trace(1);
    expect(steps?.at(-1)?.name).toBe("probabilities");
    const name = "decoder.0.crossAttention.headOutput";
    const values = await session.values(1, [name, "encoder.embedding", "unheard"]);
    expect(Object.keys(values ?? {})).toEqual([name, "encoder.embedding"]);
    const whole = values?.[name];
    const [, , rows = 0, columns = 0] = whole?.shape ?? [];
    const piece = await session.window(1, name, { index: [0, 2], rows: [0, 2], columns: [1, 99] });
    expect(piece?.shape).toEqual([Math.min(2, rows), columns - 1]);
    expect(piece?.axes).toEqual(["T", "D"]);
    expect(piece?.data[0]).toBe(whole?.data[2 * rows * columns + 1]);
    expect(await session.window(1, "encoder.norm.bias", { index: [], rows: [0, 1], columns: [2, 4] })).toMatchObject({
      shape: [2],
    });
    expect(await session.derive(1, name, [0, 1, 0, 0])).toMatchObject({ replaced: 0 });
    // A request that is given up, or cannot be answered, leaves what is shown as it was.
    const given = session.run(ask(2, "aaaa"));
    const refused = session.run(ask(3, ""));
    expect([(await given).kind, (await refused).kind]).toEqual(["superseded", "problem"]);
    expect(await session.values(1, [name])).toEqual({ [name]: whole });
    expect(await session.values(2, [name])).toBeNull();
    await result(session, ask(4, "cde"));
    expect(await session.trace(1)).toBeNull();
    session.dispose();
  });

  it("keeps the number of tensors flat over different texts and switches", async () => {
    const session = open();
    const turn = (id: number) => result(session, ask(id, letter(id % 12).repeat((id % 5) + 1), id % 2 ? [head] : []));
    for (let id = 0; id < 40; id++) await turn(id);
    const settled = memory().numTensors;
    for (let id = 40; id < 140; id++) await turn(id);
    expect(memory().numTensors).toBe(settled);
    session.dispose();
    expect(memory().numTensors).toBe(0);
  });
});
