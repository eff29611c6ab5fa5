import { describe, expect, it } from "vitest";
import { groupStart, stepAt, stepBox, type TimelineStep, timelineGroups, timelineLayout } from "./timeline";

const block = (stack: "encoder" | "decoder", layer: number, attention: number): TimelineStep[] => [
  ...Array.from({ length: attention }, () => ({ stack, layer, part: "selfAttention" })),
  { stack, layer, part: null },
  { stack, layer, part: "feedForward" },
  { stack, layer, part: "feedForward" },
  { stack, layer, part: null },
];
const outside = (stack: "encoder" | "decoder" | null): TimelineStep => ({ stack, layer: null, part: null });

const steps: readonly TimelineStep[] = [
  outside("encoder"),
  outside("encoder"),
  ...block("encoder", 0, 3),
  outside("encoder"), // the final norm
  outside("decoder"),
  ...block("decoder", 0, 2),
  ...block("decoder", 1, 2),
  outside("decoder"),
  outside(null), // logits
];
const groups = timelineGroups(steps);

describe("the groups of a timeline", () => {
  it("are embedding, blocks and output of each stack, in order and without holes", () => {
    expect(groups.map(({ kind, stack, layer, first, count }) => [kind, stack, layer, first, count])).toEqual([
      ["embedding", "encoder", null, 0, 2],
      ["block", "encoder", 0, 2, 7],
      ["output", "encoder", null, 9, 1],
      ["embedding", "decoder", null, 10, 1],
      ["block", "decoder", 0, 11, 6],
      ["block", "decoder", 1, 17, 6],
      ["output", "decoder", null, 23, 2],
    ]);
  });
  it("let an addition close the sublayer before it", () => {
    expect(groups[1]?.sublayers.map(({ first, count }) => [first, count])).toEqual([
      [2, 4],
      [6, 3],
    ]);
  });
  it("lead from group to group", () => {
    expect(groupStart(3, groups, 1)).toBe(9);
    expect(groupStart(3, groups, -1)).toBe(2);
    expect(groupStart(2, groups, -1)).toBe(0);
    expect(groupStart(0, groups, -1)).toBe(0);
    expect(groupStart(23, groups, 1)).toBe(24);
  });
});

describe("the layout of a timeline", () => {
  it("has a tick a step where there is room, and fills the width", () => {
    const { ticks, spans } = timelineLayout(groups, 800);
    expect(ticks).toHaveLength(steps.length);
    const last = ticks.at(-1);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(800, 6);
    expect(spans).toHaveLength(groups.length);
  });

  it("has a tick a sublayer, then a block, as the room gets less, and no step is lost", () => {
    // 400 steps of 12 blocks on a phone.
    const many = timelineGroups([
      outside("decoder"),
      ...Array.from({ length: 12 }, (_, i) => block("decoder", i, 29)).flat(),
    ]);
    for (const [width, count] of [
      [366, 24 + 1],
      [120, 12 + 1],
    ] as const) {
      const { ticks } = timelineLayout(many, width);
      expect(ticks).toHaveLength(count);
      expect(ticks.reduce((sum, tick) => sum + tick.count, 0)).toBe(397);
      expect((ticks.at(-1)?.x ?? 0) + (ticks.at(-1)?.width ?? 0)).toBeLessThanOrEqual(width + 1e-6);
    }
  });

  it.each([800, 120, 60])("finds every step where it stands, at %i pixels", (width) => {
    const layout = timelineLayout(groups, width);
    for (let step = 0; step < steps.length; step++) {
      const { x, width: length } = stepBox(step, layout);
      expect(stepAt(x + length / 2, layout)).toBe(step);
    }
  });

  it("holds at its ends", () => {
    const layout = timelineLayout(groups, 500);
    expect(stepAt(-20, layout)).toBe(0);
    expect(stepAt(900, layout)).toBe(steps.length - 1);
    expect(stepAt(10, timelineLayout([], 500))).toBe(0);
  });
});
