/** Where on the map a step stands, and to which step a part of the map leads. Pure. */
import type { MapPart } from "../geometry/architecture";
import type { ModelConfig } from "../model/config";
import { planOf } from "../model/forward/plan";
import { type Name, name, root } from "../model/names";

/** The names of a pass's results in order; the probabilities are made of the logits after it. */
export function stepNames(config: ModelConfig): readonly Name[] {
  return [...planOf(config).map((step) => step.name), name(root, "probabilities")];
}

const alone: Readonly<Partial<Record<MapPart["kind"], readonly string[]>>> = {
  embedding: ["tokenEmbedding"],
  patches: ["patchEmbedding"],
  position: ["positionEncoding"],
  finalNorm: ["output"],
  firstToken: ["firstToken"],
  head: ["headPre"],
  linear: ["logits"],
  softmax: ["probabilities"],
};

/** The first step of a part; null where the model takes none for it. */
export function stepOf(part: MapPart, steps: readonly Name[]): Name | null {
  const { id, kind, stack, layer } = part;
  const inStack = (step: Name) => step.stack === stack || step.stack === null;
  if (layer === null) {
    const values = alone[kind] ?? ["residPre"];
    return steps.find((step) => inStack(step) && step.layer === null && values.includes(step.value)) ?? null;
  }
  const sublayer = id.split(".")[2] ?? kind;
  const here = steps.filter((step) => step.stack === stack && step.layer === layer);
  if (kind === "norm") return here.find((step) => step.part === sublayer && step.value === "normed") ?? null;
  if (kind === "addNorm") return here.find((step) => step.part === sublayer && step.value === "residualSum") ?? null;
  // The addition that closes a sublayer comes right after its own steps.
  if (kind === "add") return here[here.findLastIndex((step) => step.part === sublayer) + 1] ?? null;
  return here.find((step) => step.part === sublayer && step.value !== "normed") ?? null;
}

/** The part that a step belongs to: the last one that begins at it or before. */
export function partOf(path: string, parts: readonly MapPart[], steps: readonly Name[]): MapPart | null {
  const at = steps.findIndex((step) => step.path === path);
  let found: { readonly part: MapPart; readonly first: number } | null = null;
  for (const part of parts) {
    const step = stepOf(part, steps);
    const first = step === null ? -1 : steps.indexOf(step);
    if (first >= 0 && first <= at && (found === null || first >= found.first)) found = { part, first };
  }
  return found?.part ?? null;
}
