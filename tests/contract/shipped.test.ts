/** Every shipped model answers what its gallery offers, and what is said of the answer adds up. */
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { memory, ready, setBackend } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { readModel, shippedModels } from "../../scripts/models/files";
import { openModel } from "../../src/engine/loading";
import type { RunRequest } from "../../src/engine/protocol";
import { inputOf } from "../../src/model/input";
import { headsOf } from "../../src/model/switches";
import { resultOf } from "./sessions";

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json");
  setWasmPaths(`${dirname(wasm)}/dist/`);
  expect(await setBackend("wasm")).toBe(true);
  await ready();
});

/** A few tokens, where a model writes. */
const generation = { choosing: { kind: "greedy" }, seed: 1, steps: 4 } as const;

describe.each(shippedModels)("the shipped model %s", (name) => {
  it("reads every example of its gallery to the last token", async () => {
    const { session, info } = openModel(name, readModel(name));
    expect(info.about).not.toBeNull();
    for (const [id, example] of (info.about?.examples ?? []).entries()) {
      const shown = typeof example === "string" ? example : example.label;
      const { stacks, outcome } = await resultOf(session, { id, input: inputOf(example), changes: [], generation });
      for (const { tokens } of stacks) {
        expect(tokens.length, shown).toBeGreaterThan(0);
        expect(
          tokens.filter(({ known }) => !known),
          shown,
        ).toEqual([]);
      }
      if (typeof example !== "string" && outcome.kind === "classes") expect(outcome.classes[0]?.text).toBe(shown);
    }
    session.dispose();
  });

  it("is read by the lens to what it says, and its logits are the sums of their parts where there are parts", async () => {
    const before = memory().numTensors;
    const { session, info } = openModel(name, readModel(name));
    const [example = ""] = info.about?.examples ?? [];
    const request: RunRequest = { id: 1, input: inputOf(example), changes: [], generation };
    const { outcome } = await resultOf(session, request);
    const lens = await session.lens(1);
    const [best] = outcome.kind === "classes" ? outcome.classes : [];
    const last = lens?.streams.at(-1);
    const written = "positions" in outcome ? outcome.positions : [];
    if (best) expect(last?.rows[0]?.final).toBeCloseTo(best.probability, 5);
    for (const [place, { candidates }] of written.entries()) {
      expect(last?.rows[place]?.candidates[0]?.id).toBe(candidates[0]?.id);
      expect(last?.rows[place]?.final).toBeCloseTo(candidates[0]?.probability ?? Number.NaN, 5);
    }
    const position = Math.max(0, written.length - 1);
    const found = await session.attribute(1, position, best?.id ?? written.at(-1)?.candidates[0]?.id ?? 0);
    if (info.config.norm === "post") expect(found?.kind).toBe("unavailable");
    else {
      if (found?.kind !== "contributions") throw new Error("There are no contributions.");
      const sum = found.contributions.reduce((total, { amount }) => total + amount, 0);
      expect(Math.abs(sum - found.logit)).toBeLessThanOrEqual(1e-4 * Math.max(1, Math.abs(found.logit)));
    }
    expect(await session.tryEveryHead(1, () => undefined)).toHaveLength(headsOf(info.config).length);
    session.dispose();
    expect(memory().numTensors).toBe(before);
  });
});
