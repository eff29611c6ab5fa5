import { describe, expect, it } from "vitest";
import { architectureMap } from "./architecture";

const shape = { encoderLayers: 2, decoderLayers: 3, heads: 4, norm: "post", finalNorm: true } as const;

describe("architectureMap", () => {
  const map = architectureMap(shape);

  it("has every part of every block once", () => {
    const ids = map.parts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.endsWith("selfAttention"))).toHaveLength(5);
    expect(ids.filter((id) => id.endsWith("crossAttention"))).toHaveLength(3);
    expect(map.dots).toHaveLength((5 + 3) * 4);
    expect(map.crossings).toHaveLength(3);
  });

  it("stays inside its own size, and no two parts overlap", () => {
    for (const part of map.parts) {
      expect(part.y).toBeGreaterThanOrEqual(0);
      expect(part.y + part.height).toBeLessThanOrEqual(map.height);
      expect(part.x + part.width).toBeLessThanOrEqual(map.width);
      for (const other of map.parts) {
        if (other === part || other.x !== part.x) continue;
        expect(Math.abs(other.y - part.y)).toBeGreaterThanOrEqual(part.height);
      }
    }
  });

  it("draws a pre-norm block with its norm before each sublayer", () => {
    const kinds = architectureMap({ ...shape, encoderLayers: 1, norm: "pre" })
      .parts.filter(({ stack, layer }) => stack === "encoder" && layer === 0)
      .map(({ kind }) => kind);
    expect(kinds).toEqual(["norm", "selfAttention", "add", "norm", "feedForward", "add"]);
  });
});
