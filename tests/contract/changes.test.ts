/** Every kind of change on every architecture: equal to a model that is built that way, and no more computed than needed. */
import "@tensorflow/tfjs-backend-cpu";
import { memory, ready, setBackend } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { forward, type TokenInputs } from "../../src/engine/forward";
import { Runner } from "../../src/engine/runner";
import type { Change } from "../../src/model/changes";
import { attentionPath } from "../../src/model/names";
import { headsOf, switchesOf } from "../../src/model/switches";
import { headless, largestDifference, without } from "./byHand";
import { textModels } from "./models";
import { ask, resultOf, sessionOf } from "./sessions";

beforeAll(async () => {
  await setBackend("cpu");
  await ready();
});

const text = "cdef";

/** The ids that the last pass was over, as its trace shows them. */
async function inputsOf(session: ReturnType<typeof sessionOf>, run: number): Promise<TokenInputs> {
  const values = await session.values(run, ["ids", "target", "source"]);
  const rows = (name: string) => values?.[name] && [Array.from(values[name].data)];
  const source = rows("source");
  return { ids: rows("ids") ?? rows("target") ?? [], ...(source && { source }) };
}

describe.each(textModels)("changes of a small %s model", (_, { config }) => {
  const heads = headsOf(config);
  const [first] = heads;
  if (!first) throw new Error("The model has no heads.");

  it("has a switch for every sublayer, layer, norm, residual and scaling, and each once", () => {
    const found = switchesOf(config);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    const count = (kind: string) => found.filter((one) => one.kind === kind).length;
    const attentions = new Set(heads.map(attentionPath)).size;
    expect(count("attention")).toBe(attentions);
    expect(count("scaling")).toBe(attentions);
    expect(count("residual")).toBe(attentions + count("feedForward"));
    expect(count("positions")).toBe(config.architecture === "encoderDecoder" ? 2 : 1);
    expect(count("layer")).toBe(new Set(heads.map(({ stack, layer }) => `${stack}.${layer}`)).size);
    expect(count("mask")).toBe(config.architecture === "encoderOnly" ? 0 : 2);
    expect(found.every(({ changes }) => changes.length > 0)).toBe(true);
  });

  it.each(switchesOf(config).map((one) => [one.id, one.changes] as const))(
    "%s off is the forward function without it, and only what comes after is computed again",
    async (_, changes) => {
      const passed = new Map(changes.flatMap((one) => (one.kind === "skip" ? [[one.path, one.keep] as const] : [])));
      const session = sessionOf(config);
      await resultOf(session, ask(1, text));
      const result = await resultOf(session, ask(2, text, { changes }));
      const trace = (await session.trace(2)) ?? [];
      if (result.outcome.kind === "masked" || result.outcome.kind === "classes") {
        // One pass alone: what it computes again begins with what is changed.
        expect(passed.has(trace.find((step) => step.computed)?.name ?? "")).toBe(true);
      }
      const expected = await without(config, await inputsOf(session, 2), passed);
      const found = (await session.values(2, ["logits"]))?.logits;
      expect(largestDifference(found?.data ?? new Float32Array(), expected)).toBeLessThanOrEqual(1e-5);
      expect(result.baseline).not.toBeNull();
      for (const step of trace) {
        if (passed.has(step.name)) expect(step.edit).toEqual({ kind: "skip", keep: passed.get(step.name) });
        else expect(step.edit).toBeNull();
      }
      session.dispose();
    },
  );

  it("without a head is the model with that head's output weights at zero", async () => {
    for (const at of heads.filter(({ head }) => head === 1)) {
      const session = sessionOf(config);
      await resultOf(session, ask(1, text, { changes: [{ kind: "head", at, to: "zero" }] }));
      const runner = new Runner(config, headless(config, attentionPath(at), at.head));
      const logits = forward(runner, config, await inputsOf(session, 1));
      const found = (await session.values(1, ["logits"]))?.logits?.data ?? new Float32Array();
      expect(largestDifference(found, Float32Array.from(await logits.tensor.data()))).toBeLessThanOrEqual(1e-5);
      runner.dispose();
      session.dispose();
    }
  });

  it("computes again only what depends on a head of the last block, and shows the same tokens", async () => {
    const session = sessionOf(config);
    const at = { ...(heads.at(-1) ?? first), head: 0 };
    const generation = { choosing: { kind: "greedy" }, seed: 1, steps: 0 } as const;
    await resultOf(session, ask(1, text, { generation }));
    const result = await resultOf(session, ask(2, text, { generation, changes: [{ kind: "head", at, to: "zero" }] }));
    expect(result.recomputed).toBeLessThan(result.operations / 3);
    const trace = (await session.trace(2)) ?? [];
    expect(trace.find((step) => step.computed)?.name).toBe(`${attentionPath(at)}.headOutput`);
    session.dispose();
  });

  it("puts a head's values on another text in its place, token by token as far as both go", async () => {
    const path = `${attentionPath(first)}.headOutput`;
    const session = sessionOf(config);
    const generation = {
      choosing: { kind: "greedy" },
      seed: 0,
      steps: config.architecture === "decoderOnly" ? 0 : null,
    } as const;
    const input = { kind: "text", text: "ghi" } as const;
    const other = await resultOf(session, { id: 1, input, changes: [], generation });
    const donor = (await session.values(1, [path]))?.[path];
    const changes: Change[] = [{ kind: "head", at: { ...first, head: 2 }, to: { text: "ghi" } }];
    await resultOf(session, ask(2, text, { changes }));
    const patched = (await session.values(2, [path]))?.[path];
    const [, , length = 0, depth = 0] = donor?.shape ?? [];
    const [, , rows = 0] = patched?.shape ?? [];
    expect(other.attention[0]?.queries).toBe(length);
    for (let row = 0; row < Math.min(length, rows); row++) {
      for (let d = 0; d < depth; d++) {
        expect(patched?.data[(2 * rows + row) * depth + d]).toBe(donor?.data[(2 * length + row) * depth + d]);
      }
    }
    const step = (await session.trace(2))?.find(({ name }) => name === path);
    expect(step?.edit).toMatchObject({ kind: "rows", rows: [{ head: 2, from: 0, to: length }] });
    session.dispose();
  });

  it("says so where the other text cannot be read, and goes on", async () => {
    const session = sessionOf(config);
    const changes: Change[] = [{ kind: "head", at: first, to: { text: "c".repeat(20) } }];
    expect(await session.run(ask(1, text, { changes }))).toMatchObject({
      kind: "problem",
      problem: { kind: "otherText", problem: { kind: "tooLong", maximum: 8 } },
    });
    expect((await session.run(ask(2, text))).kind).toBe("result");
    session.dispose();
  });

  it("puts a head's mean over the examples in its place at every token", async () => {
    const path = `${attentionPath(first)}.headOutput`;
    const session = sessionOf(config);
    const generation = {
      choosing: { kind: "greedy" },
      seed: 0,
      steps: config.architecture === "decoderOnly" ? 0 : null,
    } as const;
    const sum: number[] = [];
    let places = 0;
    for (const [index, example] of ["bcd", "hgfe"].entries()) {
      await resultOf(session, { id: index, input: { kind: "text", text: example }, changes: [], generation });
      const value = (await session.values(index, [path]))?.[path];
      const [, , length = 0, depth = 0] = value?.shape ?? [];
      for (let row = 0; row < length; row++) {
        for (let d = 0; d < depth; d++) sum[d] = (sum[d] ?? 0) + (value?.data[(length + row) * depth + d] ?? 0);
      }
      places += length;
    }
    await resultOf(session, ask(5, text, { changes: [{ kind: "head", at: { ...first, head: 1 }, to: "mean" }] }));
    const value = (await session.values(5, [path]))?.[path];
    const [, , length = 0, depth = 0] = value?.shape ?? [];
    for (let row = 0; row < length; row++) {
      for (let d = 0; d < depth; d++) {
        expect(value?.data[(length + row) * depth + d]).toBeCloseTo((sum[d] ?? 0) / places, 5);
      }
    }
    session.dispose();
  });

  it("takes a row of attention as it is set by hand, and mixes the values by it", async () => {
    const path = attentionPath(first);
    const session = sessionOf(config);
    const result = await resultOf(session, ask(1, text));
    const keys = result.attention[0]?.keys ?? 0;
    const weights = Array.from({ length: keys }, (_, key) => (key === 0 ? 0.75 : key === 1 ? 0.25 : 0));
    await resultOf(session, ask(2, text, { changes: [{ kind: "pattern", at: first, query: 1, weights }] }));
    const values = await session.values(2, [`${path}.pattern`, `${path}.valueHeads`, `${path}.headOutput`]);
    const row = values?.[`${path}.pattern`]?.data.subarray(keys, 2 * keys) ?? new Float32Array();
    expect(Array.from(row)).toEqual(weights);
    const [value, mixed] = [values?.[`${path}.valueHeads`], values?.[`${path}.headOutput`]];
    const depth = value?.shape[3] ?? 0;
    for (let d = 0; d < depth; d++) {
      const expected = 0.75 * (value?.data[d] ?? 0) + 0.25 * (value?.data[depth + d] ?? 0);
      expect(mixed?.data[depth + d]).toBeCloseTo(expected, 5);
    }
    session.dispose();
  });

  it("keeps the number of tensors flat over changes of every kind, and frees them all", async () => {
    const before = memory().numTensors;
    const session = sessionOf(config);
    const kinds: readonly (readonly Change[])[] = [
      [],
      [{ kind: "head", at: first, to: "zero" }],
      [{ kind: "head", at: first, to: "mean" }],
      [{ kind: "head", at: first, to: { text: "ghi" } }],
      [{ kind: "pattern", at: first, query: 0, weights: [1] }],
      switchesOf(config).flatMap(({ changes }) => changes),
    ];
    const turn = (id: number) =>
      resultOf(session, ask(id, "bcdefg".slice(0, 3 + (id % 3)), { changes: kinds[id % kinds.length] ?? [] }));
    for (let id = 0; id < 40; id++) await turn(id);
    const settled = memory().numTensors;
    for (let id = 40; id < 100; id++) await turn(id);
    expect(memory().numTensors).toBe(settled);
    session.dispose();
    expect(memory().numTensors).toBe(before);
  });
});
