import { describe, expect, it } from "vitest";
import { type BeamNode, beamBox, beamNeighbour, beamTreeLayout } from "./beamTree";

const node = (index: number, text: string, parent: number | null, total: number): BeamNode => ({
  index,
  parent,
  text,
  own: -0.1,
  total,
  fate: "kept",
});
const nodes = [
  node(0, "la", null, 0),
  node(1, "fast", 0, -2),
  node(2, "car", 0, -0.5),
  node(3, "red", 2, -0.7),
  node(4, "is", 2, -0.6),
  node(5, "dog", 1, -3),
];

describe("a tree of beams", () => {
  const layout = beamTreeLayout(nodes);
  const found = (text: string) =>
    layout.nodes.find((placed) => placed.node.text === text) as (typeof layout.nodes)[number];

  it("grows to the right, a column a token, the best child first", () => {
    expect(layout.nodes.map((placed) => placed.node.text)).toEqual(["la", "car", "fast", "is", "red", "dog"]);
    expect(new Set(layout.nodes.map(({ x }) => x)).size).toBe(3);
    expect(layout.links).toHaveLength(5);
  });

  it("has no two boxes on each other, and all of them inside", () => {
    for (const a of layout.nodes) {
      expect(a.x).toBeGreaterThanOrEqual(0);
      expect(a.y + beamBox.height).toBeLessThanOrEqual(layout.height);
      for (const b of layout.nodes) {
        if (a !== b && a.x === b.x) expect(Math.abs(a.y - b.y)).toBeGreaterThanOrEqual(beamBox.height);
      }
    }
  });

  it("is walked by arrow keys", () => {
    expect(beamNeighbour("ArrowRight", found("la"), layout)).toBe(found("car"));
    expect(beamNeighbour("ArrowLeft", found("dog"), layout)).toBe(found("fast"));
    expect(beamNeighbour("ArrowDown", found("red"), layout)).toBe(found("dog"));
    expect(beamNeighbour("ArrowUp", found("is"), layout)).toBe(found("is"));
    expect(beamNeighbour("a", found("is"), layout)).toBeNull();
  });

  it("is empty without nodes, and refuses what is no tree", () => {
    expect(beamTreeLayout([]).nodes).toEqual([]);
    expect(() => beamTreeLayout([node(0, "a", null, 0), node(1, "b", 7, -1)])).toThrow(/7/);
  });
});
