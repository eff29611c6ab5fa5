import { describe, expect, it } from "vitest";
import { beamSearch, pathTo } from "./beam";
import { atTemperature, type Choosing, draw } from "./draw";
import { uniforms } from "./uniforms";

const sampling = (more: Partial<Extract<Choosing, { kind: "sample" }>> = {}): Choosing => ({
  kind: "sample",
  temperature: 1,
  topK: null,
  topP: null,
  ...more,
});
/** Half, a quarter, an eighth, an eighth; in another order. */
const four = [0.125, 0.5, 0.125, 0.25];

describe("temperature", () => {
  it("takes roots and powers of the probabilities: at one half each is squared", () => {
    // 1/64, 16/64, 1/64, 4/64 add up to 22/64.
    const expected = [1 / 22, 16 / 22, 1 / 22, 4 / 22];
    for (const [id, p] of atTemperature(four, 0.5).entries()) expect(p).toBeCloseTo(expected[id] ?? 0, 12);
  });

  it("leaves the distribution as it is at 1, flattens it above, and survives a very low one", () => {
    for (const [id, p] of atTemperature(four, 1).entries()) expect(p).toBeCloseTo(four[id] ?? 0, 12);
    const hot = atTemperature(four, 1000);
    for (const p of hot) expect(p).toBeCloseTo(0.25, 2);
    expect(Array.from(atTemperature(four, 1e-6))).toEqual([0, 1, 0, 0]);
    expect(Array.from(atTemperature([0, 1], 2))).toEqual([0, 1]);
  });
});

describe("draw", () => {
  it("takes the likeliest when greedy, the lower id of two alike", () => {
    expect(draw(four, { kind: "greedy" }, 0.99)).toMatchObject({ id: 1, tokens: 1, share: 0.5 });
    expect(draw([0.4, 0.4, 0.2], { kind: "greedy" }, 0).id).toBe(0);
  });

  it("lets the random number pick, likeliest first", () => {
    const ids = [0, 0.49, 0.5, 0.74, 0.75, 0.874, 0.876, 0.9999].map((uniform) => draw(four, sampling(), uniform).id);
    expect(ids).toEqual([1, 1, 3, 3, 0, 0, 2, 2]);
  });

  it("keeps the k likeliest, and says what share of the whole they are", () => {
    const drawn = draw(four, sampling({ topK: 2 }), 0.99);
    expect(drawn).toMatchObject({ id: 3, tokens: 2, share: 0.75 });
    expect([0, 1, 2, 3].map(drawn.chanceOf)).toEqual([0, 2 / 3, 0, 1 / 3]);
  });

  it("keeps the fewest that reach the share p of the whole, one at least", () => {
    expect(draw(four, sampling({ topP: 0.5 }), 0.99)).toMatchObject({ id: 1, tokens: 1, share: 0.5 });
    expect(draw(four, sampling({ topP: 0.51 }), 0.99)).toMatchObject({ id: 3, tokens: 2, share: 0.75 });
    expect(draw(four, sampling({ topP: 0.8 }), 0.99)).toMatchObject({ tokens: 3, share: 0.875 });
    expect(draw(four, sampling({ topP: 1e-9 }), 0).tokens).toBe(1);
    expect(draw(four, sampling({ topP: 1 }), 0)).toMatchObject({ tokens: 4, share: 1 });
  });

  it("applies both cuts to the whole distribution, after the temperature", () => {
    // At one half the likeliest has 16/22 = 0.727 of the whole.
    expect(draw(four, sampling({ temperature: 0.5, topP: 0.7 }), 0)).toMatchObject({ tokens: 1 });
    expect(draw(four, sampling({ temperature: 0.5, topP: 0.75, topK: 3 }), 0).share).toBeCloseTo(20 / 22, 12);
    expect(draw(four, sampling({ topK: 1, topP: 0.9 }), 0)).toMatchObject({ tokens: 1, share: 0.5 });
  });

  it("draws each token as often as its chance says", () => {
    const uniform = uniforms(4);
    const counts = [0, 0, 0, 0];
    for (let n = 0; n < 8000; n++) {
      const { id } = draw(four, sampling(), uniform(n));
      counts[id] = (counts[id] ?? 0) + 1;
    }
    for (const [id, count] of counts.entries()) expect(count / 8000).toBeCloseTo(four[id] ?? 0, 1);
  });
});

it("has the same random number for the same place, whatever was asked before", () => {
  const [a, b] = [uniforms(3), uniforms(3)];
  expect(a(5)).toBe([0, 1, 2, 3, 4, 5].map(b)[5]);
  expect(a(0)).toBe(b(0));
  expect(uniforms(4)(0)).not.toBe(a(0));
});

/**
 * A model of three tokens (0 and 1 are words, 2 ends) in which the greedy way is not the best: "0" is likelier at first,
 * but what follows it is uncertain.
 */
const table: Readonly<Record<string, readonly number[]>> = {
  "9": [0.6, 0.4, 0],
  "9,0": [0.35, 0.35, 0.3],
  "9,1": [0.05, 0.05, 0.9],
  "9,0,0": [0, 0, 1],
  "9,0,1": [0, 0, 1],
  "9,1,0": [0, 0, 1],
  "9,1,1": [0, 0, 1],
};
const next = async (prefixes: readonly (readonly number[])[]) =>
  prefixes.map((prefix) => table[prefix.join()] ?? [0, 0, 1]);
const question = { startToken: 9, endToken: 2, most: 6 };

describe("beam search", () => {
  it("is greedy with one beam: 0.6 · 0.35 · 1", async () => {
    const { nodes, best } = await beamSearch({ ...question, width: 1 }, next);
    expect(pathTo(nodes, best)).toEqual([9, 0, 0, 2]);
    expect(Math.exp(nodes[best]?.total ?? 0)).toBeCloseTo(0.21, 12);
  });

  it("finds the likelier output with two: 0.4 · 0.9", async () => {
    const { nodes, best } = await beamSearch({ ...question, width: 2 }, next);
    expect(pathTo(nodes, best)).toEqual([9, 1, 2]);
    expect(Math.exp(nodes[best]?.total ?? 0)).toBeCloseTo(0.36, 12);
    // Nothing that is open is likelier than 0.36, so it stops there.
    expect(Math.max(...nodes.map(({ depth }) => depth))).toBe(2);
    expect(nodes.filter(({ depth }) => depth === 2).map(({ token, fate }) => [token, fate])).toEqual([
      [0, "kept"],
      [1, "pruned"],
      [2, "ended"],
      [0, "pruned"],
    ]);
  });

  it("keeps parents before children, and sums their logs", async () => {
    const { nodes } = await beamSearch({ ...question, width: 3 }, next);
    for (const { index, parent, own, total, depth } of nodes.slice(1)) {
      const before = nodes[parent ?? -1];
      expect(before?.index).toBeLessThan(index);
      expect(before?.fate).toBe("kept");
      expect(before?.depth).toBe(depth - 1);
      expect(total).toBeCloseTo((before?.total ?? Number.NaN) + own, 12);
    }
  });

  it("takes the likeliest open output where none may get long enough to end", async () => {
    const endless = async (prefixes: readonly (readonly number[])[]) => prefixes.map(() => [0.3, 0.7, 0]);
    const { nodes, best } = await beamSearch({ ...question, most: 3, width: 2 }, endless);
    expect(pathTo(nodes, best)).toEqual([9, 1, 1, 1]);
  });
});
