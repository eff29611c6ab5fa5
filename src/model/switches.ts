/**
 * Everything of a model that can be switched off, found by walking its plan: the page offers these and the engine tries
 * them without knowing a name.
 */
import type { Change } from "./changes";
import type { ModelConfig } from "./config";
import { type PlannedStep, planOf } from "./forward/plan";
import type { HeadId, Part, Stack } from "./names";

export type SwitchKind =
  /** A whole attention or feed-forward sublayer: the residual stream passes it by. */
  | "attention"
  | "feedForward"
  /** A whole block: the residual stream passes it by. */
  | "layer"
  /** Positions are not added to the embeddings. */
  | "positions"
  /** Only what the sublayer computed goes on. */
  | "residual"
  | "norm"
  /** Queries see the keys after them. */
  | "mask"
  /** Scores are not divided by √D. */
  | "scaling";

export interface Switch {
  /** Unique in its model, such as `attention encoder.0.residMid`. */
  readonly id: string;
  readonly kind: SwitchKind;
  readonly stack: Stack | null;
  readonly layer: number | null;
  readonly part: Part | null;
  /** What switching it off means. */
  readonly changes: readonly Change[];
}

const switches = new WeakMap<ModelConfig, readonly Switch[]>();

/** The switches of a model, heads aside, in the order of the forward pass; a layer's own stands after its parts. */
export function switchesOf(config: ModelConfig): readonly Switch[] {
  const known = switches.get(config);
  if (known) return known;
  const plan = planOf(config);
  const byPath = new Map(plan.map((step) => [step.name.path, step]));
  const found: Switch[] = [];
  for (const [index, step] of plan.entries()) {
    found.push(...ofStep(step, byPath));
    const { stack, layer } = step.name;
    const next = plan[index + 1]?.name;
    if (stack === null || layer === null || (next?.stack === stack && next.layer === layer)) continue;
    const changes = plan.filter((one) => one.name.stack === stack && one.name.layer === layer).flatMap(passing);
    found.push({ id: `layer ${stack}.${layer}`, kind: "layer", stack, layer, part: null, changes });
  }
  switches.set(config, found);
  return found;
}

/** Every head of a model, in the order of the forward pass. */
export function headsOf(config: ModelConfig): readonly HeadId[] {
  return planOf(config).flatMap(({ name: { stack, layer, part, value } }) => {
    if (value !== "headOutput" || stack === null || layer === null || part === null || part === "feedForward")
      return [];
    return Array.from({ length: config.heads }, (_, head): HeadId => ({ stack, layer, part, head }));
  });
}

/** Whether this model has what the change is about. */
export function allows(config: ModelConfig, change: Change): boolean {
  if (change.kind === "skip") {
    const same = (other: Change) => other.kind === "skip" && other.path === change.path && other.keep === change.keep;
    return switchesOf(config).some(({ changes }) => changes.some(same));
  }
  const { stack, layer, part, head } = change.at;
  return headsOf(config).some((id) => id.stack === stack && id.layer === layer && id.part === part && id.head === head);
}

function ofStep(step: PlannedStep, byPath: ReadonlyMap<string, PlannedStep>): Switch[] {
  const { stack, layer, path, value } = step.name;
  const producer = (input: number) => byPath.get(step.inputs[input] ?? "");
  const make = (kind: SwitchKind, part: Part | null, keep: 0 | 1 = 0): Switch => {
    return { id: `${kind} ${path}`, kind, stack, layer, part, changes: [{ kind: "skip", path, keep }] };
  };
  switch (step.kind) {
    case "add": {
      if (layer === null) {
        const kind = producer(1)?.kind;
        return kind === "sinusoid" || kind === "positionRows" ? [make("positions", null)] : [];
      }
      const part = producer(1)?.name.part ?? null;
      return [make(part === "feedForward" ? "feedForward" : "attention", part), make("residual", part, 1)];
    }
    case "layerNorm":
      return [make("norm", step.name.part ?? producer(0)?.name.part ?? null)];
    case "mask":
      return [make("mask", step.name.part)];
    case "scale":
      return value === "scaledScores" ? [make("scaling", step.name.part)] : [];
    default:
      return [];
  }
}

/** What lets the stream pass a step of its block by: additions, and the norms that stand on the stream itself. */
function passing({ kind, name: { path, part } }: PlannedStep): Change[] {
  return kind === "add" || (kind === "layerNorm" && part === null) ? [{ kind: "skip", path, keep: 0 }] : [];
}
