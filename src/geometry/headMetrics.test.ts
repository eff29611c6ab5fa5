import { describe, expect, it } from "vitest";
import { headMetrics, sortedByMetric } from "./headMetrics";

describe("the metrics of a head", () => {
  it("are those worked out by hand for three tokens", () => {
    const pattern = Float32Array.of(1, 0, 0, 0.5, 0.5, 0, 0.25, 0.25, 0.5);
    const found = headMetrics(pattern, 3, 3, [7, 8, 9]);
    // Rows: 0, ln 2, and ¼ ln 4 + ¼ ln 4 + ½ ln 2 = 1.5 ln 2.
    expect(found.entropy).toBeCloseTo((2.5 * Math.LN2) / 3, 10);
    // Rows: 0, 0.5, 0.25 · 2 + 0.25 · 1 = 0.75.
    expect(found.distance).toBeCloseTo(1.25 / 3, 10);
    expect(found.first).toBeCloseTo(1.75 / 3, 10);
    expect(found.previous).toBeCloseTo((0.5 + 0.25) / 2, 10);
    expect(found.same).toBeCloseTo((1 + 0.5 + 0.5) / 3, 10);
    expect(found.induction).toBeNull();
  });

  it("are the logarithm of the number of keys for one that reads all alike, and 0 for one that reads one", () => {
    const even = headMetrics(new Float32Array(20).fill(0.2), 4, 5, null);
    expect(even.entropy).toBeCloseTo(Math.log(5), 6);
    expect(headMetrics(Float32Array.of(0, 1, 1, 0), 2, 2, null).entropy).toBe(0);
  });

  it("find what followed last time: after A B … A the key B", () => {
    // A B C A B: the fourth query's token was there at 0, so key 1 counts; the fifth's at 1, so key 2.
    const pattern = new Float32Array(25);
    pattern[3 * 5 + 1] = 0.75;
    pattern[4 * 5 + 2] = 0.25;
    pattern[4 * 5 + 1] = 0.75; // the same token itself is not what followed it
    expect(headMetrics(pattern, 5, 5, [1, 2, 3, 1, 2]).induction).toBeCloseTo(0.5, 10);
  });

  it("sum over every earlier occurrence, and never count the query itself", () => {
    // A A A: the second query has no earlier key that follows an A, the third has key 1.
    const pattern = Float32Array.of(1, 0, 0, 0, 1, 0, 0.25, 0.25, 0.5);
    expect(headMetrics(pattern, 3, 3, [4, 4, 4]).induction).toBeCloseTo(0.25, 10);
  });

  it("have no places to compare across two sequences", () => {
    const { distance, previous, same, induction, first } = headMetrics(Float32Array.of(0.5, 0.5), 1, 2, null);
    expect([distance, previous, same, induction]).toEqual([null, null, null, null]);
    expect(first).toBe(0.5);
  });
});

describe("heads in order of a metric", () => {
  const row = (id: number, same: number | null) => ({
    id,
    metrics: { entropy: 0, distance: 0, first: 0, previous: 0, same, induction: null },
  });
  const rows = [row(0, 0.5), row(1, null), row(2, 0.75), row(3, 0.25)];
  const ids = (direction: "ascending" | "descending") => sortedByMetric(rows, "same", direction).map(({ id }) => id);

  it("leave those without a value at the end, whichever way", () => {
    expect(ids("descending")).toEqual([2, 0, 3, 1]);
    expect(ids("ascending")).toEqual([3, 0, 2, 1]);
  });
  it("keep their order where they are alike", () => {
    expect(sortedByMetric(rows, "induction", "descending").map(({ id }) => id)).toEqual([0, 1, 2, 3]);
  });
});
