/** Every step of every model is explained: words in both languages, symbols, formula, code and cost. */
import "@tensorflow/tfjs-backend-cpu";
import { ready, setBackend } from "@tensorflow/tfjs-core";
import katex from "katex";
import { beforeAll, describe, expect, it } from "vitest";
import { explainRun } from "../../src/engine/explain";
import { forward } from "../../src/engine/forward";
import { type Edits, noEdits, Runner } from "../../src/engine/runner";
import { en as firstEn } from "../../src/i18n/en";
import { panelsEn } from "../../src/i18n/panels/en";
import { panelsZhHans } from "../../src/i18n/panels/zh-Hans";
import { zhHans as firstZhHans } from "../../src/i18n/zh-Hans";
import { typeScriptOf } from "../../src/model/explain/sources";
import { groupOf } from "../../src/model/explain/step";
import { isValueName } from "../../src/model/explain/symbols";
import { costByGroup, tokenCost } from "../../src/model/explain/totals";
import { probabilities } from "../../src/model/forward/output";
import { totalCost } from "../../src/model/operations/cost";
import { sizeOf } from "../../src/model/operations/regions";
import { mathOptions } from "../../src/views/mathOptions";
import { allModels } from "./models";

const en = { ...firstEn, ...panelsEn };
const zhHans = { ...firstZhHans, ...panelsZhHans };

const messages: readonly Readonly<Record<string, string>>[] = [en, zhHans];

beforeAll(async () => {
  expect(await setBackend("cpu")).toBe(true);
  await ready();
});

describe.each(Object.entries(allModels))("the model %s", (_, { config, inputs, parameters }) => {
  const run = (edits: Edits = noEdits) => {
    const runner = new Runner(config, parameters());
    probabilities(runner, forward(runner, config, inputs, edits));
    const explained = explainRun(runner);
    const steps = runner.trace().map((step) => {
      const found = explained[step.name];
      if (!found) throw new Error(`${step.name} is not explained.`);
      return { ...step, ...found };
    });
    runner.dispose();
    return steps;
  };

  it("has words in both languages for every step, every value and every operand", () => {
    for (const { name, role, value, operands } of run()) {
      expect(role, name).not.toBeNull();
      for (const language of messages) {
        for (const of of ["title", "what", "why"]) expect(language[`step.${role}.${of}`], `${name} ${of}`).toBeTruthy();
        expect(language[`value.${value}`], name).toBeTruthy();
        for (const operand of operands) {
          const key = operand.from === "weight" ? "weight" : "value";
          expect(language[`${key}.${operand.value}`], `${name} of ${operand.name}`).toBeTruthy();
        }
      }
    }
  });

  it("says of every weight what its rows and columns count", () => {
    const steps = run();
    for (const { name, kind, axes, operands } of steps) {
      const [given] = operands;
      for (const weight of operands.filter(({ from }) => from === "weight")) {
        const of = `${name} of ${weight.name}`;
        const columns = axes.at(-1);
        if (kind === "linear")
          expect(weight.axes, of).toEqual([given?.axes.at(-1), columns].slice(-weight.shape.length));
        else if (kind === "layerNorm") expect(weight.axes, of).toEqual([columns]);
        else if (kind === "transpose") expect(weight.axes, of).toEqual([...axes].reverse());
        else if (kind === "positionRows") expect(weight.axes, of).toEqual(axes);
        else if (kind === "prependToken") expect(weight.axes, of).toEqual(["T", "C"]);
        else expect([kind, ...weight.axes], of).toEqual(["embed", given?.name === "segments" ? "G" : "V", "C"]);
      }
    }
    expect(steps.some(({ operands }) => operands.some(({ from }) => from === "weight"))).toBe(true);
  });

  it("has a formula in which every operand has its symbol", () => {
    for (const { name, kind, value, formula: equations, symbol, operands } of run()) {
      expect(isValueName(value), name).toBe(true);
      const formula = equations.join(" ");
      for (const equation of equations) expect(() => katex.renderToString(equation, mathOptions), name).not.toThrow();
      expect(formula, name).toContain(symbol);
      for (const [number, operand] of operands.entries()) {
        // Positions depend on how many ids there are, not on which.
        if (number === 0 && (kind === "positionRows" || kind === "sinusoid")) continue;
        // A transposed symbol has its mark inside its group.
        expect(formula, name).toContain(operand.symbol.slice(0, -1));
      }
    }
  });

  it("shows the TypeScript that ran, and the same in PyTorch with the shape of the result", () => {
    for (const step of run()) {
      const { kernel, forward: lines } = typeScriptOf(step, config.architecture);
      expect(kernel, step.name).toContain("kernel");
      expect(lines.length, step.name).toBeGreaterThan(0);
      expect(step.torch, step.name).toMatch(new RegExp(`^\\w+ = .*# \\[${step.axes.join(", ")}\\]$`, "ms"));
      expect(step.torch, step.name).not.toMatch(/undefined|NaN/);
    }
  });

  it("has a cost that agrees with the shapes", () => {
    const steps = run();
    for (const { name, kind, shape, operands, cost } of steps) {
      expect(cost.bytesWritten, name).toBe(4 * sizeOf(shape));
      expect(cost.bytesRead, name).toBeLessThanOrEqual(
        4 * operands.reduce((sum, operand) => sum + sizeOf(operand.shape), 0),
      );
      expect(cost.multiplyAdds > 0, name).toBe(kind === "linear" || kind === "matMul");
    }
    const byGroup = costByGroup(steps);
    expect(totalCost(byGroup.map(({ cost }) => cost))).toEqual(totalCost(steps.map(({ cost }) => cost)));
    expect(new Set(byGroup.map(({ group }) => JSON.stringify(group))).size).toBe(byGroup.length);
  });

  it("says of a step that is switched off that it passes its input on", () => {
    const skipped = run().find(({ value }) => value === "scaledScores");
    if (!skipped) throw new Error("The model scales no scores.");
    const edits: Edits = new Map([[skipped.name, { key: "skip", edit: { kind: "skip", keep: 0 } }]]);
    const found = run(edits).find(({ name }) => name === skipped.name);
    const [operand] = found?.operands ?? [];
    expect(found?.formula).toEqual([`${found?.symbol} = ${operand?.symbol}`]);
    expect(found?.torch).toBe(`${found?.value} = ${operand?.value}  # [${found?.axes.join(", ")}]`);
    expect(found?.cost).toMatchObject({ elementwise: 0, bytesWritten: skipped.cost.bytesWritten });
  });

  it("has no cache of keys and values once a mask is switched off", () => {
    const causal = run().filter(({ kind, attributes }) => kind === "mask" && attributes.causal === true);
    for (const { name } of causal) {
      const edits: Edits = new Map([[name, { key: "skip", edit: { kind: "skip", keep: 0 } }]]);
      expect(tokenCost(run(edits)).kept, name).toBeNull();
    }
  });

  it("says what a cache of keys and values spares, unless the model looks ahead", () => {
    const steps = run();
    const { anew, kept, keptBytes } = tokenCost(steps);
    if (config.architecture !== "encoderDecoder" && config.architecture !== "decoderOnly") {
      expect(kept).toBeNull();
      expect(keptBytes).toBe(0);
      return;
    }
    expect(kept?.multiplyAdds).toBeLessThan(anew.multiplyAdds);
    for (const { name, value, stack, part, shape, axes, cost, newestCost } of steps) {
      if (stack === "encoder" || value === "unembedding") expect(newestCost?.bytesWritten, name).toBe(0);
      const fromSource = part === "crossAttention" && /^(key|value)/.test(value);
      if (fromSource) expect(newestCost?.bytesWritten, name).toBe(0);
      // One row of each result of the decoder: its share of the whole.
      else if (axes.includes("T")) {
        expect((newestCost?.bytesWritten ?? 0) * (shape[axes.indexOf("T")] ?? 0), name).toBe(cost.bytesWritten);
      }
    }
    const keys = steps.filter(({ value, stack }) => stack === "decoder" && /^(key|value)Heads$/.test(value));
    expect(keptBytes).toBe(keys.reduce((sum, { shape }) => sum + 4 * sizeOf(shape), 0));
  });
});

it("puts what closes a sublayer into its group", () => {
  const step = { name: "", kind: "add", shape: [], axes: [], attributes: {}, stack: "decoder", part: null } as const;
  expect(groupOf({ ...step, layer: 1, value: "residCross" }).part).toBe("crossAttention");
  expect(groupOf({ ...step, layer: null, value: "residPre" }).part).toBe("embedding");
  expect(groupOf({ ...step, layer: null, value: "output" }).part).toBe("finalNorm");
  expect(groupOf({ ...step, stack: null, layer: null, value: "logits" }).part).toBe("output");
});
