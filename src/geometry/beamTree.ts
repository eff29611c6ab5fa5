/**
 * A tree of beam search from left to right: a column a token, siblings below each other, best first. Pure; lengths in
 * CSS pixels.
 */
import { stratify, tree } from "d3";

export interface BeamNode {
  /** Unique in the tree. */
  readonly index: number;
  /** null for the first token alone. */
  readonly parent: number | null;
  readonly text: string;
  /** log of the token's own probability, in nats. */
  readonly own: number;
  /** log of the probability of all tokens up to here. */
  readonly total: number;
  /** Pruned where better beams have crowded it out. */
  readonly fate: "kept" | "pruned" | "ended";
}

export interface PlacedBeam {
  readonly node: BeamNode;
  /** Tokens after the first. */
  readonly depth: number;
  /** Top left corner. */
  readonly x: number;
  readonly y: number;
}

export interface BeamTreeLayout {
  readonly width: number;
  readonly height: number;
  /** From column to column, in each from the top. */
  readonly nodes: readonly PlacedBeam[];
  readonly links: readonly { readonly from: PlacedBeam; readonly to: PlacedBeam }[];
}

export const beamBox = { width: 122, height: 34 };
const gap = { column: 38, row: 8 };

/** Throws where the nodes are no tree: a parent that is missing, or two first tokens. */
export function beamTreeLayout(nodes: readonly BeamNode[]): BeamTreeLayout {
  if (nodes.length === 0) return { width: 0, height: 0, nodes: [], links: [] };
  const rooted = stratify<BeamNode>()
    .id(({ index }) => String(index))
    .parentId(({ parent }) => (parent === null ? null : String(parent)))([...nodes])
    .sort((a, b) => b.data.total - a.data.total);
  const laid = tree<BeamNode>()
    .nodeSize([beamBox.height + gap.row, beamBox.width + gap.column])
    .separation(() => 1)(rooted);
  // D3's trees grow downwards; this one grows to the right, so x and y change places.
  const top = Math.min(...laid.descendants().map(({ x }) => x));
  const placed = new Map(
    laid.descendants().map((item): [number, PlacedBeam] => {
      return [item.data.index, { node: item.data, depth: item.depth, x: item.y, y: item.x - top }];
    }),
  );
  const all = [...placed.values()].sort((a, b) => a.depth - b.depth || a.y - b.y);
  const links = all.flatMap((to) => {
    const from = to.node.parent === null ? undefined : placed.get(to.node.parent);
    return from ? [{ from, to }] : [];
  });
  return {
    width: Math.max(...all.map(({ x }) => x)) + beamBox.width,
    height: Math.max(...all.map(({ y }) => y)) + beamBox.height,
    nodes: all,
    links,
  };
}

/** Where an arrow key leads: to the parent, the best child, or the neighbour in the same column; null for other keys. */
export function beamNeighbour(key: string, from: PlacedBeam, { nodes }: BeamTreeLayout): PlacedBeam | null {
  const column = nodes.filter(({ depth }) => depth === from.depth);
  const place = column.indexOf(from);
  switch (key) {
    case "ArrowLeft":
      return nodes.find(({ node }) => node.index === from.node.parent) ?? from;
    case "ArrowRight":
      return nodes.find(({ node }) => node.parent === from.node.index) ?? from;
    case "ArrowDown":
      return column[place + 1] ?? from;
    case "ArrowUp":
      return column[place - 1] ?? from;
    case "Home":
      return nodes[0] ?? from;
    default:
      return null;
  }
}
