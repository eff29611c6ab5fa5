/** A model of images, from pixels to classes: outcome, changes, lens and attribution. */
import "@tensorflow/tfjs-backend-cpu";
import { memory, ready, setBackend } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { forward } from "../../src/engine/forward";
import type { Outcome, RunRequest } from "../../src/engine/protocol";
import { Runner } from "../../src/engine/runner";
import { Session } from "../../src/engine/session";
import type { Change } from "../../src/model/changes";
import type { ImageEncoderConfig } from "../../src/model/config";
import { attentionPath } from "../../src/model/names";
import { randomParameters } from "../../src/model/parameters";
import { cutPatches } from "../../src/model/patches";
import { headsOf, switchesOf } from "../../src/model/switches";
import { headless, largestDifference, without } from "./byHand";
import { resultOf } from "./sessions";

const config: ImageEncoderConfig = {
  architecture: "imageEncoder",
  width: 12,
  heads: 3,
  layers: 2,
  feedForward: 20,
  activation: "gelu",
  norm: "pre",
  epsilon: 1e-12,
  imageSize: 28,
  patchSize: 14,
  channels: 1,
  classes: 3,
};
const pixels = Array.from({ length: 784 }, (_, pixel) => (pixel % 29) / 28);
const example = { image: btoa(String.fromCharCode(...pixels.map((grey) => Math.round(grey * 255)))), label: "stripes" };
const patches = [cutPatches(config, pixels)];

function open(): Session {
  const task = { kind: "imageClass", labels: ["one", "two", "three"] } as const;
  return new Session({ config, parameters: randomParameters(config, 7), task, reader: null, examples: [example] });
}

function ask(id: number, changes: readonly Change[] = []): RunRequest {
  const generation = { choosing: { kind: "greedy" }, seed: 1, steps: null } as const;
  return { id, input: { kind: "image", pixels, width: 28, height: 28 }, changes, generation };
}

function classesOf(outcome: Outcome) {
  if (outcome.kind !== "classes") throw new Error(`It gave ${outcome.kind}.`);
  return outcome.classes;
}

beforeAll(async () => {
  await setBackend("cpu");
  await ready();
});

describe("a small image-encoder model", () => {
  it("says how likely each class is, and what each row of its values stands for", async () => {
    const session = open();
    const { outcome, stacks, attention } = await resultOf(session, ask(1));
    const classes = classesOf(outcome);
    expect(classes.map(({ text }) => text).sort()).toEqual(["one", "three", "two"]);
    expect(classes.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 6);
    expect(classes.map(({ probability }) => probability)).toEqual(
      classes.map(({ probability }) => probability).sort((a, b) => b - a),
    );
    expect(stacks[0]?.tokens.map(({ text, patch }) => [text, patch])).toEqual([
      ["[CLS]", null],
      ["1, 1", { row: 0, column: 0 }],
      ["1, 2", { row: 0, column: 1 }],
      ["2, 1", { row: 1, column: 0 }],
      ["2, 2", { row: 1, column: 1 }],
    ]);
    expect(attention.map(({ queries, keys }) => [queries, keys])).toEqual([
      [5, 5],
      [5, 5],
    ]);
    session.dispose();
  });

  it("refuses a text, and an image of another size, with the figures", async () => {
    const session = open();
    const text = await session.run({ ...ask(1), input: { kind: "text", text: "2" } });
    expect(text).toMatchObject({ problem: { kind: "wrongInput", given: "text", needed: "image" } });
    const small = await session.run({ ...ask(2), input: { kind: "image", pixels: [1], width: 1, height: 1 } });
    expect(small).toMatchObject({ problem: { kind: "wrongSize", width: 1, needed: 28 } });
    session.dispose();
  });

  it.each(switchesOf(config).map(({ id, changes }) => [id, changes] as const))(
    "%s off is the forward function without it",
    async (_, changes) => {
      const session = open();
      const before = classesOf((await resultOf(session, ask(1))).outcome);
      const result = await resultOf(session, ask(2, changes));
      const passed = new Map(changes.flatMap((one) => (one.kind === "skip" ? [[one.path, one.keep] as const] : [])));
      const found = (await session.values(2, ["logits"]))?.logits?.data ?? new Float32Array();
      expect(largestDifference(found, await without(config, { patches }, passed))).toBeLessThanOrEqual(1e-5);
      for (const { id, before: was } of classesOf(result.outcome)) {
        expect(was).toBe(before.find((one) => one.id === id)?.probability);
      }
      expect(result.effect?.rows).toHaveLength(1);
      session.dispose();
    },
  );

  it("without a head is the model with that head's output weights at zero; with its mean it is another", async () => {
    const [at] = headsOf(config);
    if (!at) throw new Error("The model has no heads.");
    const session = open();
    await resultOf(session, ask(1, [{ kind: "head", at, to: "zero" }]));
    const found = (await session.values(1, ["logits"]))?.logits?.data ?? new Float32Array();
    const runner = new Runner(config, headless(config, attentionPath(at), at.head));
    const logits = forward(runner, config, { patches });
    expect(largestDifference(found, Float32Array.from(await logits.tensor.data()))).toBeLessThanOrEqual(1e-5);
    runner.dispose();
    const { effect } = await resultOf(session, ask(2, [{ kind: "head", at, to: "mean" }]));
    expect(effect?.mean).toBeGreaterThan(0);
    session.dispose();
  });

  it("is read by the lens at the class token, its logits are the sum of their parts, and nothing leaks", async () => {
    const before = memory().numTensors;
    const session = open();
    const { outcome } = await resultOf(session, ask(1));
    const lens = await session.lens(1);
    const [best] = classesOf(outcome);
    const last = lens?.streams.at(-1);
    expect(lens?.streams).toHaveLength(5);
    expect(last?.rows).toHaveLength(1);
    expect(last?.rows[0]?.candidates[0]?.text).toBe(best?.text);
    expect(last?.rows[0]?.final).toBeCloseTo(best?.probability ?? 0, 6);
    for (let token = 0; token < 3; token++) {
      const found = await session.attribute(1, 0, token);
      if (found?.kind !== "contributions") throw new Error("There are no contributions.");
      const sum = found.contributions.reduce((total, { amount }) => total + amount, 0);
      expect(Math.abs(sum - found.logit)).toBeLessThanOrEqual(1e-4);
    }
    expect(await session.tryEveryHead(1, () => undefined)).toHaveLength(6);
    session.dispose();
    expect(memory().numTensors).toBe(before);
  });
});
