import { describe, expect, it } from "vitest";
import { maskedPlaces } from "./fillMask";
import { Neighbours } from "./neighbours";

describe("maskedPlaces", () => {
  const texts = Array.from({ length: 2000 }, (_, i) => `definition ${i}`);

  it("are the same for the same text", () => {
    for (const text of texts.slice(0, 50)) expect(maskedPlaces(text, 12)).toEqual(maskedPlaces(text, 12));
  });

  it("are within the definition, each once, and at least one", () => {
    for (const text of texts) {
      const places = maskedPlaces(text, 5);
      expect(places.length).toBeGreaterThan(0);
      expect(new Set(places).size).toBe(places.length);
      expect(places.every((place) => place >= 0 && place < 5)).toBe(true);
    }
  });

  it("are about fifteen in a hundred", () => {
    const share = texts.reduce((sum, text) => sum + maskedPlaces(text, 40).length, 0) / (texts.length * 40);
    expect(share).toBeGreaterThan(0.14);
    expect(share).toBeLessThan(0.16);
  });
});

describe("the neighbours' counts", () => {
  // 0 stands before, 9 behind; only what is between is counted.
  const counts = new Neighbours(
    [
      [0, 1, 2, 3, 9],
      [0, 1, 2, 3, 9],
      [0, 1, 4, 3, 9],
      [0, 5, 4, 6, 9],
    ],
    10,
  );

  it("tell the token that stood most often between both", () => {
    expect(counts.predict(1, 3)).toBe(2);
    expect(counts.predict(5, 6)).toBe(4);
  });

  it("back off to the surer neighbour where both together are new", () => {
    // After 5 always 4; before 3 twice 2, once 4.
    expect(counts.predict(5, 3)).toBe(4);
  });

  it("use one neighbour where the other is masked, and the commonest token where nothing is known", () => {
    expect(counts.predict(null, 3)).toBe(2);
    expect(counts.predict(5, null)).toBe(4);
    expect(counts.predict(null, null)).toBe(1);
    expect(counts.predict(8, 8)).toBe(1);
  });
});
