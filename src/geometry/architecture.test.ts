import { describe, expect, it } from "vitest";
import { architectureMap } from "./architecture";

const shape = {
  encoderLayers: 2,
  decoderLayers: 3,
  heads: 4,
  norm: "post",
  finalNorm: true,
  feedForward: true,
  start: ["embedding", "position"],
  head: [],
} as const;
const alone = { ...shape, encoderLayers: 0 };

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

  it("draws one stack alone, with what it starts and ends with, and no cross-attention", () => {
    const encoder = architectureMap({
      ...shape,
      decoderLayers: 0,
      start: ["patches", "position"],
      head: ["firstToken"],
    });
    expect(encoder.parts.map(({ stack }) => stack).every((stack) => stack === "encoder")).toBe(true);
    expect(encoder.parts[0]?.kind).toBe("patches");
    expect(encoder.parts.slice(-3).map(({ id }) => id)).toEqual([
      "encoder.firstToken",
      "encoder.linear",
      "encoder.softmax",
    ]);
    expect(encoder.captions.decoder).toBeNull();
    const decoder = architectureMap({ ...alone, feedForward: false });
    expect(decoder.parts.some(({ kind }) => kind === "crossAttention" || kind === "feedForward")).toBe(false);
    expect(decoder.crossings).toEqual([]);
    expect(decoder.streams).toHaveLength(1);
  });

  it.each([map, architectureMap(alone)])("stays inside its own size, and no two parts overlap", (map) => {
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
