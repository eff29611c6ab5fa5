import { describe, expect, it } from "vitest";
import { operations } from ".";
import { cellRegion, rowRegion, sameRegion, windowed } from "./regions";

describe("inputs of which only windows are known", () => {
  const inputs = windowed(
    [[2, 3], [3]],
    [
      { region: { input: 0, from: [1, 1], to: [2, 3] }, data: [5, 6] },
      { region: cellRegion(1, [2]), data: [9] },
    ],
  );

  it("gives every cell inside them", () => {
    expect([inputs.read(0, [1, 1]), inputs.read(0, [1, 2]), inputs.read(1, [2])]).toEqual([5, 6, 9]);
  });

  it.each([
    [0, [1, 0], "Cell [1, 0] of input 1"],
    [0, [0, 1], "Cell [0, 1] of input 1"],
    [1, [1], "Cell [1] of input 2"],
  ])("refuses a cell beside them", (input, index, message) => {
    expect(() => inputs.read(input, index)).toThrow(message);
  });
});

it("tells regions apart by input and by cells", () => {
  expect(sameRegion(rowRegion(0, [1], 3), { input: 0, from: [1, 0], to: [2, 3] })).toBe(true);
  expect(sameRegion(rowRegion(0, [1], 3), rowRegion(1, [1], 3))).toBe(false);
  expect(sameRegion(rowRegion(0, [1], 3), rowRegion(0, [2], 3))).toBe(false);
});

describe("sources", () => {
  it("are one row and one column of a matrix product", () => {
    const shapes = [
      [1, 2, 4, 3],
      [1, 2, 5, 3],
    ];
    expect(operations.matMul.sources(shapes, { transposeSecond: true }, [0, 1, 2, 4])).toEqual([
      { input: 0, from: [0, 1, 2, 0], to: [1, 2, 3, 3] },
      { input: 1, from: [0, 1, 4, 0], to: [1, 2, 5, 3] },
    ]);
    const mix = [
      [1, 2, 4, 5],
      [1, 2, 5, 3],
    ];
    expect(operations.matMul.sources(mix, { transposeSecond: false }, [0, 1, 2, 2])).toEqual([
      { input: 0, from: [0, 1, 2, 0], to: [1, 2, 3, 5] },
      { input: 1, from: [0, 1, 0, 2], to: [1, 2, 5, 3] },
    ]);
  });

  it("name the row of an embedding once the token id is known", () => {
    const shapes = [
      [1, 3],
      [7, 4],
    ];
    const id = cellRegion(0, [0, 2]);
    expect(operations.embed.sources(shapes, {}, [0, 2, 1])).toEqual([id]);
    expect(operations.embed.sources(shapes, {}, [0, 2, 1], () => 6)).toEqual([id, cellRegion(1, [6, 1])]);
  });
});
