import { describe, expect, it } from "vitest";
import { centreOfMass, likeMnist, withStroke } from "./drawing";

const blank = new Float32Array(784);
const at = (pixels: Float32Array, row: number, column: number) => pixels[row * 28 + column] ?? 0;

describe("a stroke", () => {
  const line = withStroke(blank, 28, { x: 4.5, y: 10.5 }, { x: 12.5, y: 10.5 });
  it("has full ink along its middle, soft edges, and nothing beside", () => {
    expect([4, 8, 12].map((column) => at(line, 10, column))).toEqual([1, 1, 1]);
    expect(at(line, 11, 8)).toBeCloseTo(0.6, 5);
    expect([at(line, 12, 8), at(line, 10, 15), at(line, 8, 8)]).toEqual([0, 0, 0]);
  });
  it("takes no ink away, and leaves what it is drawn on as it was", () => {
    const cross = withStroke(line, 28, { x: 8.5, y: 4 }, { x: 8.5, y: 16 });
    for (const [index, ink] of line.entries()) expect(cross[index]).toBeGreaterThanOrEqual(ink);
    expect(blank.every((ink) => ink === 0)).toBe(true);
  });
});

describe("a drawing as MNIST would have it", () => {
  // A small L in a corner.
  const corner = withStroke(withStroke(blank, 28, { x: 2, y: 2 }, { x: 2, y: 8 }), 28, { x: 2, y: 8 }, { x: 5, y: 8 });
  const made = likeMnist(corner, 28);

  it("has its centre of mass in the middle", () => {
    const { x, y } = centreOfMass(made, 28);
    expect(x).toBeCloseTo(14, 0);
    expect(y).toBeCloseTo(14, 0);
  });
  it("fills a box of 20 pixels along its longer side, and keeps its proportions", () => {
    const rows = Array.from({ length: 28 }, (_, row) => Math.max(...made.subarray(row * 28, row * 28 + 28)));
    const columns = Array.from({ length: 28 }, (_, column) =>
      Math.max(...rows.map((__, row) => at(made, row, column))),
    );
    const long = (line: readonly number[]) => line.filter((ink) => ink > 0.1).length;
    expect(Math.abs(long(rows) - 20)).toBeLessThanOrEqual(2);
    expect(long(columns) / long(rows)).toBeCloseTo(6 / 9, 0);
  });
  it("stays blank when nothing was drawn, and is in [0, 1]", () => {
    expect(likeMnist(blank, 28)).toEqual(blank);
    expect(Math.max(...made)).toBeLessThanOrEqual(1);
    expect(Math.min(...made)).toBeGreaterThanOrEqual(0);
  });
  it("is where it was after it was centred again", () => {
    const again = likeMnist(made, 28);
    const moved = made.reduce((sum, ink, index) => sum + Math.abs(ink - (again[index] ?? 0)), 0);
    expect(moved / made.reduce((sum, ink) => sum + ink, 0)).toBeLessThan(0.25);
  });
});
