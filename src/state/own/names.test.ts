import { describe, expect, it } from "vitest";
import { isOwnName } from "../models";
import { freeName, freeTitle } from "./names";

describe("what a model of one's own is called", () => {
  it("keeps its title where it is free, and is counted where it is not", () => {
    expect(freeTitle(" My model ", [])).toBe("My model");
    expect(freeTitle("My model", ["My model"])).toBe("My model (2)");
    expect(freeTitle("My model", ["My model", "My model (2)"])).toBe("My model (3)");
    expect(freeTitle("   ", [])).toBe("model");
    expect(freeTitle("x".repeat(500), [])).toHaveLength(60);
  });

  it("has a name for links that is no shipped model's and has no letter that a link would have to spell out", () => {
    for (const title of ["GPT-2 small, mine", "模型", "../../etc/passwd", "é&=#?%", "", ".-."]) {
      const name = freeName(title, []);
      expect(isOwnName(name)).toBe(true);
      expect(encodeURIComponent(name)).toBe(name);
      expect(freeName(title, [name])).toBe(`${name}-2`);
    }
  });
});
