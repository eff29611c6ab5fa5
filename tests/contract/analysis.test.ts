/** What can be asked about a run beyond its values: lens, attribution, the effect of every head. */
import "@tensorflow/tfjs-backend-cpu";
import { memory, ready, setBackend } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { HeadEffect, Outcome } from "../../src/engine/protocol";
import { headsOf, switchesOf } from "../../src/model/switches";
import { textModels } from "./models";
import { ask, resultOf, sessionOf } from "./sessions";

beforeAll(async () => {
  await setBackend("cpu");
  await ready();
});

const text = "cdef";

/** Probability of the likeliest at each place that the outcome speaks of. */
function tops(outcome: Outcome): readonly (readonly [number, number, number])[] {
  switch (outcome.kind) {
    case "masked":
      return outcome.places.map(({ position, candidates: [best] }) => [
        position,
        best?.id ?? -1,
        best?.probability ?? -1,
      ]);
    case "classes":
      return [[0, outcome.classes[0]?.id ?? -1, outcome.classes[0]?.probability ?? -1]];
    default:
      return outcome.positions.map(({ candidates: [best] }, place) => [place, best?.id ?? -1, best?.probability ?? -1]);
  }
}

describe.each(textModels)("a small %s model", (_, { config }) => {
  it("reads every residual stream through its own head, the last of which is what it says", async () => {
    const session = sessionOf(config);
    const { outcome } = await resultOf(session, ask(1, text));
    const trace = (await session.trace(1)) ?? [];
    const lens = await session.lens(1);
    const stack = config.architecture === "encoderOnly" ? "encoder" : "decoder";
    const streams = trace.filter(
      (step) => step.part === null && step.stack === stack && step.value.startsWith("resid"),
    );
    expect(lens?.streams.map(({ name }) => name)).toEqual(streams.map(({ name }) => name));
    const last = lens?.streams.at(-1);
    for (const [place, id, probability] of tops(outcome)) {
      const row = last?.rows[place];
      expect(row?.candidates[0]?.id).toBe(id);
      expect(row?.candidates[0]?.probability).toBeCloseTo(probability, 6);
      expect(row?.final).toBeCloseTo(probability, 6);
    }
    for (const { rows } of lens?.streams ?? []) {
      for (const { candidates } of rows) {
        expect(candidates).toHaveLength(5);
        expect(candidates[0]?.probability).toBeGreaterThanOrEqual(candidates[1]?.probability ?? 1);
      }
    }
    // The first stream has seen no other token: what it says is the same wherever the token stands after another.
    expect(lens?.through.at(-1)).toBe("logits");
    expect(await session.lens(9)).toBeNull();
    session.dispose();
  });

  it("says of every logit which parts it is the sum of, with a switch off too, or why there are none", async () => {
    const session = sessionOf(config);
    const norms = switchesOf(config).filter(({ id, kind }) => kind === "norm" && id.endsWith("output"));
    const residual = switchesOf(config)
      .filter(({ kind }) => kind === "residual")
      .slice(-1);
    for (const [index, off] of [[], residual, norms].entries()) {
      const changes = off.flatMap((one) => one.changes);
      await resultOf(session, ask(index, text, { changes }));
      const logits = (await session.values(index, ["logits"]))?.logits;
      const [, rows = 0, vocabulary = 0] = logits?.shape ?? [];
      for (const [position, token] of [
        [0, 0],
        [rows - 1, 3],
        [1, 10],
      ] as const) {
        const found = await session.attribute(index, position, token);
        if (config.norm === "post") {
          expect(found).toEqual({ kind: "unavailable", reason: "postNorm" });
          continue;
        }
        if (found?.kind !== "contributions") throw new Error("There are no contributions.");
        const sum = found.contributions.reduce((total, { amount }) => total + amount, 0);
        expect(found.logit).toBe(logits?.data[position * vocabulary + token]);
        expect(Math.abs(sum - found.logit)).toBeLessThanOrEqual(1e-4);
        if (index > 0) continue;
        const stack = config.architecture === "encoderDecoder" ? "decoder" : null;
        const heads = headsOf(config).filter((head) => stack === null || head.stack === stack);
        expect(found.contributions.filter(({ head }) => head !== null)).toHaveLength(heads.length);
        expect(found.contributions[0]?.value).toMatch(/Embedding$/);
      }
    }
    session.dispose();
  });

  it("tries every head, tells each effect as it comes, and leaves the run as it was", async () => {
    const session = sessionOf(config);
    await resultOf(session, ask(1, text));
    const before = await session.values(1, ["logits"]);
    const told: HeadEffect[] = [];
    const effects = await session.tryEveryHead(1, (effect) => told.push(effect));
    expect(effects).toEqual(told);
    expect(told).toHaveLength(headsOf(config).length);
    expect(told.every(({ divergence }) => divergence > 0)).toBe(true);
    expect(await session.values(1, ["logits"])).toEqual(before);
    // The same as switching that head off, where the same tokens were written.
    const [{ head, divergence, changed, predictions } = told[0] as HeadEffect] = told;
    const { effect } = await resultOf(session, ask(2, text, { changes: [{ kind: "head", at: head, to: "zero" }] }));
    if (effect?.rows.length === predictions) {
      expect(effect.mean).toBeCloseTo(divergence, 5);
      expect(effect.changed).toBe(changed);
    }
    session.dispose();
  });

  it("gives all of it up for a newer request, and holds no tensor for it", async () => {
    const before = memory().numTensors;
    const session = sessionOf(config);
    await resultOf(session, ask(1, text));
    await session.tryEveryHead(1, () => undefined);
    await session.lens(1);
    await session.attribute(1, 0, 0);
    const settled = memory().numTensors;
    for (let turn = 0; turn < 5; turn++) {
      await session.tryEveryHead(1, () => undefined);
      await session.lens(1);
      await session.attribute(1, 1, 2);
    }
    expect(memory().numTensors).toBe(settled);
    const told: HeadEffect[] = [];
    const tried = session.tryEveryHead(1, (effect) => {
      told.push(effect);
      if (told.length === 2) void session.run(ask(2, "gh"));
    });
    expect(await tried).toBeNull();
    expect(told).toHaveLength(2);
    expect((await resultOf(session, ask(3, "gh"))).id).toBe(3);
    session.dispose();
    expect(memory().numTensors).toBe(before);
  });
});
