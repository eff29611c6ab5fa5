import { describe, expect, it } from "vitest";
import { curveOf, labelsFor, tuningGridSchema } from "./measuredGrid";

const run = (labels: number, start: "pretrained" | "random", seed: number, accuracy: number) =>
  ({ labels, start, seed, accuracy, seconds: 2 }) as const;

const grid = {
  command: "npx tsx scripts/models/tuningGrid.ts",
  machine: "a test",
  classes: ["act", "animal"],
  heldOut: 4000,
  plan: { method: "full", steps: 300, batch: 16, rate: 0.001 },
  runs: [
    run(100, "pretrained", 1, 0.5),
    run(30, "pretrained", 1, 0.25),
    run(30, "pretrained", 2, 0.35),
    run(30, "random", 1, 0.1),
    run(100, "random", 1, 0.3),
  ],
};

describe("fine-tuning with few labels, as measured", () => {
  it("is read, and refused where a start is unknown", () => {
    expect(tuningGridSchema.safeParse(grid).success).toBe(true);
    expect(tuningGridSchema.safeParse({ ...grid, runs: [{ ...grid.runs[0], start: "warm" }] }).success).toBe(false);
  });

  it("is put together from its seeds, by number of labels", () => {
    const [few, many] = curveOf(grid, "pretrained");
    expect(few).toMatchObject({ labels: 30, accuracies: [0.25, 0.35], low: 0.25, high: 0.35, seconds: 2 });
    expect(few?.mean).toBeCloseTo(0.3);
    expect(many?.labels).toBe(100);
  });

  it("tells how many labels another start needs, if any are enough", () => {
    expect(labelsFor(curveOf(grid, "random"), 0.3)).toBe(100);
    expect(labelsFor(curveOf(grid, "random"), 0.31)).toBeNull();
  });
});
