/**
 * Every operation of a forward pass on one line: grouped by embedding, block and output, and within a block by
 * sublayer. Where there is no room for a tick a step, a tick stands for a sublayer, or for a block. Pure; lengths in
 * CSS pixels.
 */

export interface TimelineStep {
  readonly stack: "encoder" | "decoder" | null;
  /** Block from 0; null outside blocks. */
  readonly layer: number | null;
  /** The sublayer; null between sublayers and outside blocks. */
  readonly part: string | null;
}

export interface StepRange {
  readonly first: number;
  readonly count: number;
}

export interface TimelineGroup extends StepRange {
  readonly kind: "embedding" | "block" | "output";
  readonly stack: "encoder" | "decoder" | null;
  readonly layer: number | null;
  /** In a block, its sublayers with the additions and norms that close them; elsewhere one. */
  readonly sublayers: readonly StepRange[];
}

interface OpenGroup {
  kind: TimelineGroup["kind"];
  stack: TimelineGroup["stack"];
  layer: number | null;
  first: number;
  count: number;
  sublayers: { first: number; count: number; part: string | null }[];
}

/** The groups in order. What comes after a stack's last block, and what belongs to no stack, is its output. */
export function timelineGroups(steps: readonly TimelineStep[]): readonly TimelineGroup[] {
  const groups: OpenGroup[] = [];
  for (const [index, { stack, layer, part }] of steps.entries()) {
    const last = groups.at(-1);
    const sameStack = last && (stack === null || last.stack === null || last.stack === stack);
    const after = sameStack && last.kind !== "embedding";
    const kind = layer !== null ? "block" : stack === null || after ? "output" : "embedding";
    if (!last || !sameStack || last.kind !== kind || last.layer !== layer) {
      groups.push({ kind, stack, layer, first: index, count: 1, sublayers: [{ first: index, count: 1, part }] });
      continue;
    }
    last.count += 1;
    const sublayer = last.sublayers.at(-1);
    // Additions and norms between sublayers carry no part: they close the one before.
    if (sublayer && (part === null || sublayer.part === part || kind !== "block")) sublayer.count += 1;
    else last.sublayers.push({ first: index, count: 1, part });
  }
  return groups;
}

export interface Tick extends StepRange {
  readonly x: number;
  readonly width: number;
}

export interface TimelineLayout {
  readonly width: number;
  /** In the order of the steps, without holes. */
  readonly ticks: readonly Tick[];
  /** Where each group stands, for its label. */
  readonly spans: readonly { readonly x: number; readonly width: number }[];
}

const gaps = { group: 6, sublayer: 3, tick: 1 };
/** A tick is at least this wide; what is left of the room is shared by the numbers of steps. */
const narrowest = 3;

export function timelineLayout(groups: readonly TimelineGroup[], width: number): TimelineLayout {
  const steps = groups.reduce((sum, { count }) => sum + count, 0);
  const grouped = [
    // One tick a step.
    groups.map(({ sublayers }) => sublayers.map((part) => singles(part))),
    // One a sublayer.
    groups.map(({ sublayers }) => sublayers.map((part) => [part])),
    // One a group.
    groups.map((group) => [[group]]),
  ];
  const roomOf = (ticks: StepRange[][][]) => width - gapsOf(ticks) - ticks.flat(2).length * narrowest;
  const chosen = grouped.find((ticks) => roomOf(ticks) >= 0) ?? grouped[2] ?? [];
  const pitch = Math.max(0, roomOf(chosen)) / Math.max(1, steps);
  const ticks: Tick[] = [];
  const spans: { x: number; width: number }[] = [];
  let x = 0;
  for (const [index, group] of chosen.entries()) {
    if (index > 0) x += gaps.group;
    const start = x;
    for (const [at, part] of group.entries()) {
      if (at > 0) x += gaps.sublayer;
      for (const [place, { first, count }] of part.entries()) {
        if (place > 0) x += gaps.tick;
        ticks.push({ x, width: narrowest + pitch * count, first, count });
        x += narrowest + pitch * count;
      }
    }
    spans.push({ x: start, width: x - start });
  }
  return { width, ticks, spans };
}

function singles({ first, count }: StepRange): StepRange[] {
  return Array.from({ length: count }, (_, index) => ({ first: first + index, count: 1 }));
}

function gapsOf(groups: readonly (readonly (readonly StepRange[])[])[]): number {
  const between = (items: readonly unknown[], gap: number) => Math.max(0, items.length - 1) * gap;
  let sum = between(groups, gaps.group);
  for (const group of groups) {
    sum += between(group, gaps.sublayer);
    for (const part of group) sum += between(part, gaps.tick);
  }
  return sum;
}

/** The step at `x`; the ends hold, and a gap belongs to the tick before it. */
export function stepAt(x: number, { ticks }: TimelineLayout): number {
  let found = ticks[0];
  for (const tick of ticks) if (tick.x <= x) found = tick;
  if (!found) return 0;
  const share = found.width > 0 ? (x - found.x) / found.width : 0;
  return found.first + Math.min(found.count - 1, Math.max(0, Math.floor(share * found.count)));
}

/** Where a step stands inside its tick. */
export function stepBox(step: number, { ticks }: TimelineLayout): { readonly x: number; readonly width: number } {
  const tick = ticks.find(({ first, count }) => step >= first && step < first + count);
  if (!tick) return { x: 0, width: 0 };
  const width = tick.width / tick.count;
  return { x: tick.x + (step - tick.first) * width, width };
}

/** The first step of the next group, or of this one or the one before: where Page Down and Page Up lead. */
export function groupStart(step: number, groups: readonly TimelineGroup[], direction: 1 | -1): number {
  const starts = groups.map(({ first }) => first);
  if (direction === 1) return starts.find((first) => first > step) ?? lastStep(groups);
  return starts.findLast((first) => first < step) ?? 0;
}

function lastStep(groups: readonly TimelineGroup[]): number {
  const last = groups.at(-1);
  return last ? last.first + last.count - 1 : 0;
}
