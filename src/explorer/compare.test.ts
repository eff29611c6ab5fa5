import { describe, expect, it } from "vitest";
import type { WrittenOutcome } from "../engine/protocol";
import { comparable, kept, shownPosition, written } from "./compare";

/** Every token is its own number; 0 is the start, 9 the end. */
function decoded(...ids: number[]): Pick<WrittenOutcome, "positions" | "prompt" | "ended"> {
  const positions = [0, ...ids.slice(0, -1)].map((given, index) => ({
    given: { id: given, text: String(given) },
    candidates: [],
    next: { id: ids[index] ?? 9, text: String(ids[index]), probability: 1, chance: 1, before: null },
    kept: null,
  }));
  return { positions, prompt: 1, ended: ids.at(-1) === 9 };
}

describe("comparable", () => {
  it("compares as long as the same was written before", () => {
    const [now, before] = [decoded(1, 2, 3, 9), decoded(1, 5, 3, 9)];
    expect(comparable(now, before, 0).kind).toBe("same");
    expect(comparable(now, before, 1).kind).toBe("same");
    expect(comparable(now, before, 2)).toEqual({ kind: "differs", prefix: ["1", "5"] });
  });
  it("says where the baseline had ended", () => {
    expect(comparable(decoded(1, 2, 3, 9), decoded(1, 9), 3).kind).toBe("ended");
  });
});

describe("shownPosition", () => {
  it("is the last that is no end, and never inside the prompt", () => {
    expect(shownPosition(decoded(1, 2, 9), null)).toBe(1);
    expect(shownPosition(decoded(1, 2), null)).toBe(1);
    expect(shownPosition({ ...decoded(1, 2, 9), prompt: 3 }, null)).toBe(2);
    expect(shownPosition(decoded(1, 2, 9), 0)).toBe(0);
  });
});

describe("written", () => {
  it("leaves out the end, and nothing where there is none", () => {
    expect(written(decoded(1, 2, 9)).map(({ id }) => id)).toEqual([1, 2]);
    expect(written(decoded(1, 2)).map(({ id }) => id)).toEqual([1, 2]);
  });
});

describe("kept", () => {
  const tokens = (...ids: number[]) => ids.map((id) => ({ id }));
  it.each([
    [
      [1, 2, 3],
      [1, 2, 3],
      [true, true, true],
    ],
    [
      [1, 9, 3],
      [1, 2, 3],
      [true, false, true],
    ],
    [
      [2, 3],
      [1, 2, 3],
      [true, true],
    ],
    [[1, 2, 3], [3], [false, false, true]],
    [[5], [], [false]],
    // Of several longest ones that with a token at its old place.
    [
      [1, 2, 5, 4, 3],
      [1, 2, 3, 4, 5],
      [true, true, false, true, false],
    ],
    [
      [7, 1, 2],
      [1, 2, 7],
      [false, true, true],
    ],
  ])("of %j beside %j is %j", (now, before, expected) => {
    expect(kept(tokens(...now), tokens(...before))).toEqual(expected);
  });
});
