import { describe, expect, it } from "vitest";
import { families, longestPath, sequentialSteps, stepsBetween, weightsOf } from "./families";

const size = { layers: 2, width: 8, vocabulary: 10, length: 6 };

describe("families of models", () => {
  it("counts the weights of a recurrent network as PyTorch's GRU has them", () => {
    // Embedding 10 × 8; a layer: weight_ih and weight_hh [24, 8], bias_ih and bias_hh [24].
    expect(weightsOf("recurrent", size)).toBe(80 + 2 * (2 * 24 * 8 + 2 * 24));
  });

  it("counts a decoder's block as 12 C² and its small change", () => {
    const more = weightsOf("decoder", { ...size, layers: 3 }) - weightsOf("decoder", size);
    // 4 C² + 4 C of attention, 8 C² + 5 C of the feed-forward layer, two norms.
    expect(more).toBe(12 * 64 + 9 * 8 + 4 * 8);
    expect(weightsOf("both", size)).toBeGreaterThan(1.9 * weightsOf("decoder", size) - 80);
  });

  it("lets an encoder see everything, a decoder what came before, a recurrent network that from afar", () => {
    expect(stepsBetween("encoder", 4, 1)).toBe(1);
    expect(stepsBetween("decoder", 4, 1)).toBeNull();
    expect(stepsBetween("decoder", 1, 4)).toBe(1);
    expect(stepsBetween("recurrent", 1, 4)).toBe(3);
    expect(stepsBetween("recurrent", 4, 1)).toBeNull();
    for (const family of families) expect(stepsBetween(family, 2, 2)).toBe(0);
    expect([longestPath("recurrent", 9), sequentialSteps("recurrent", 9)]).toEqual([8, 9]);
  });
});
