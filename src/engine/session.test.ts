import "@tensorflow/tfjs-backend-cpu";
import { memory, setBackend } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { EncoderDecoderConfig } from "../model/config";
import { randomParameters } from "../model/parameters";
import type { RunRequest, RunResult } from "./protocol";
import { type Reader, Session } from "./session";

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
/** Letters a to m are ids 0 to 12. */
const letter = (id: number) => String.fromCharCode(97 + id);
const reader: Reader = {
  encode: (text) => [...text].map((c) => ({ id: c.charCodeAt(0) - 97, text: c, known: true, suggestions: [] })),
  tokenText: letter,
  join: (ids) => ids.map(letter).join(""),
  startToken: (language) => (language === "fr" ? 1 : null),
  endToken: 12,
};
const ask = (id: number, text: string, more: Partial<RunRequest> = {}): RunRequest => ({
  id,
  text,
  language: "fr",
  off: [],
  ...more,
});
const head = { stack: "decoder", layer: 0, part: "crossAttention", head: 1 } as const;

async function result(session: Session, request: RunRequest): Promise<RunResult> {
  const answer = await session.run(request);
  if (answer.kind !== "result") throw new Error(`Expected a result, got ${JSON.stringify(answer)}.`);
  return answer.result;
}

describe("a session", () => {
  beforeAll(async () => {
    await setBackend("cpu");
  });

  it("gives every pattern of every layer and head, each row adding up to 1", async () => {
    const session = new Session(config, randomParameters(config, 3), reader);
    const { attention, source, positions } = await result(session, ask(1, "cde"));
    expect(attention.map((map) => `${map.stack}.${map.layer}.${map.part}`)).toEqual([
      "encoder.0.selfAttention",
      "encoder.1.selfAttention",
      "decoder.0.selfAttention",
      "decoder.0.crossAttention",
      "decoder.1.selfAttention",
      "decoder.1.crossAttention",
    ]);
    for (const { heads, queries, keys, pattern, stack, part } of attention) {
      expect(queries).toBe(stack === "encoder" ? source.length : positions.length);
      expect(keys).toBe(part === "crossAttention" || stack === "encoder" ? source.length : positions.length);
      for (let row = 0; row < heads * queries; row++) {
        const sum = pattern.subarray(row * keys, (row + 1) * keys).reduce((total, value) => total + value, 0);
        expect(sum).toBeCloseTo(1, 5);
      }
    }
    session.dispose();
  });

  it("feeds each likeliest token back to the decoder", async () => {
    const session = new Session(config, randomParameters(config, 3), reader);
    const { positions, text, ended } = await result(session, ask(1, "cde"));
    expect(positions[0]?.given.id).toBe(1);
    for (let i = 1; i < positions.length; i++) {
      expect(positions[i]?.given.id).toBe(positions[i - 1]?.candidates[0]?.id);
    }
    expect(text.length).toBe(ended ? positions.length - 1 : positions.length);
    session.dispose();
  });

  it("shows what a head switched off changes, beside what it was", async () => {
    const session = new Session(config, randomParameters(config, 3), reader);
    const before = await result(session, ask(1, "cde"));
    const changed = await result(session, ask(2, "cde", { off: [head] }));
    const { positions, text, ended } = before;
    expect(changed.baseline).toEqual({ positions, text, ended });
    expect(changed.positions[0]?.candidates).not.toEqual(positions[0]?.candidates);
    expect(changed.recomputed).toBeLessThan(changed.operations);
    const fresh = new Session(config, randomParameters(config, 3), reader);
    const direct = await result(fresh, ask(1, "cde", { off: [head] }));
    expect(direct.baseline).toEqual(changed.baseline);
    expect(direct.positions).toEqual(changed.positions);
    const back = await result(session, ask(3, "cde"));
    expect(back.positions).toEqual(positions);
    expect(back.baseline).toBeNull();
    session.dispose();
    fresh.dispose();
  });

  it("decodes the same whatever it decoded before", async () => {
    const session = new Session(config, randomParameters(config, 3), reader);
    const texts = ["cde", "cd", "hgfe", "cdf", "a", "bbbb", "cde", "ijk"];
    for (const [index, text] of texts.entries()) {
      for (const off of [[], [head]]) {
        const fresh = new Session(config, randomParameters(config, 3), reader);
        const expected = await result(fresh, ask(1, text, { off }));
        const found = await result(session, ask(index * 2 + off.length, text, { off }));
        expect(found.text, text).toBe(expected.text);
        expect(found.positions.map(({ given }) => given)).toEqual(expected.positions.map(({ given }) => given));
        expect(found.positions).toEqual(expected.positions);
        fresh.dispose();
      }
    }
    session.dispose();
  });

  it("times passes that are really computed, and answers the same afterwards", async () => {
    const session = new Session(config, randomParameters(config, 3), reader);
    const before = await result(session, ask(1, "cde", { off: [head] }));
    const tensors = memory().numTensors;
    expect(await session.time(ask(2, "cde", { off: [head] }), 3)).toBeGreaterThan(0);
    expect(session.trace().every((step) => step.computed)).toBe(true);
    expect(memory().numTensors).toBeLessThanOrEqual(tensors);
    expect((await result(session, ask(3, "cde", { off: [head] }))).positions).toEqual(before.positions);
    expect(await session.time(ask(4, ""), 3)).toBeNull();
    session.dispose();
  });

  it("drops an older request for a newer one", async () => {
    const session = new Session(config, randomParameters(config, 3), reader);
    const answers = await Promise.all([1, 2, 3].map((id) => session.run(ask(id, "cde".slice(0, id)))));
    expect(answers.map((answer) => answer.kind)).toEqual(["superseded", "superseded", "result"]);
    session.dispose();
  });

  it("refuses empty and overlong text with the figures, and goes on", async () => {
    const session = new Session(config, randomParameters(config, 3), reader);
    expect(await session.run(ask(1, ""))).toMatchObject({ kind: "problem", problem: { kind: "emptyText" } });
    expect(await session.run(ask(2, "c".repeat(10_000)))).toMatchObject({
      problem: { kind: "tooLong", tokens: 10_000, maximum: 6 },
    });
    expect((await result(session, ask(3, "cde"))).positions.length).toBeGreaterThan(0);
    session.dispose();
  });

  it("keeps the number of tensors flat over different texts and switches", async () => {
    const session = new Session(config, randomParameters(config, 3), reader);
    const turn = (id: number) =>
      result(session, ask(id, letter(id % 12).repeat((id % 5) + 1), { off: id % 2 ? [head] : [] }));
    for (let id = 0; id < 40; id++) await turn(id);
    const settled = memory().numTensors;
    for (let id = 40; id < 140; id++) await turn(id);
    expect(memory().numTensors).toBe(settled);
    session.dispose();
    expect(memory().numTensors).toBe(0);
  });
});
