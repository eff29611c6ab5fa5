import { describe, expect, it } from "vitest";
import { habitOf } from "./habit";

const square = (size: number, weight: (row: number, column: number) => number) =>
  Float32Array.from({ length: size * size }, (_, index) => weight(Math.floor(index / size), index % size));

describe("habitOf", () => {
  it.each([
    ["itself", (row: number, column: number) => (row === column ? 0.75 : 0.25 / 3)],
    ["previous", (row: number, column: number) => (column === row - 1 ? 0.75 : 0.25 / 3)],
    ["next", (row: number, column: number) => (column === row + 1 ? 0.75 : 0.25 / 3)],
    ["first", (_: number, column: number) => (column === 0 ? 0.75 : 0.25 / 3)],
  ])("knows a head that reads %s", (kind, weight) => {
    expect(habitOf(square(4, weight), 4, 4, "selfAttention")).toMatchObject({ kind, share: 0.75 });
  });
  it("says nothing of a head without a rule, or across sequences", () => {
    expect(
      habitOf(
        square(4, () => 0.25),
        4,
        4,
        "selfAttention",
      ),
    ).toBeNull();
    expect(
      habitOf(
        square(4, (row, column) => (row === column ? 1 : 0)),
        4,
        4,
        "crossAttention",
      ),
    ).toBeNull();
  });
});
