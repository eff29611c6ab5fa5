import { describe, expect, it } from "vitest";
import { shownApart } from "./apart";

const box = (x: number, y: number) => ({ x, y, width: 40, height: 14 });

describe("labels that stand apart", () => {
  it("all show where none lies over another", () => {
    expect(shownApart([box(0, 0), box(40, 0), box(0, 14)], null)).toEqual([true, true, true]);
    expect(shownApart([], null)).toEqual([]);
  });

  it("leave out those that lie over an earlier one, and what they would have hidden shows", () => {
    expect(shownApart([box(0, 0), box(30, 5), box(60, 10)], null)).toEqual([true, false, true]);
  });

  it("show the one that is read before all others", () => {
    expect(shownApart([box(0, 0), box(30, 5), box(60, 10)], 1)).toEqual([false, true, false]);
  });
});
