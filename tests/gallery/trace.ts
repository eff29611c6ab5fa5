/** The recorded trace that the figures of the gallery draw (see scripts/record-traces.ts). */
import type { BeamNode } from "../../src/geometry/beamTree";
import { type AttentionId, attentionPath, type HeadId, type Stack } from "../../src/model/names";
import recorded from "./traces/translate.json";

export interface Traced {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

interface Encoded {
  readonly shape: readonly number[];
  readonly floats: string;
}

function decode({ shape, floats }: Encoded): Traced {
  const bytes = Uint8Array.from(atob(floats), (letter) => letter.charCodeAt(0));
  return { shape, data: new Float32Array(bytes.buffer) };
}

const decoded = new Map<string, Traced>();

/** A recorded value by its name. */
export function value(name: string): Traced {
  const known = decoded.get(name);
  if (known) return known;
  const found = (recorded.values as Readonly<Record<string, Encoded>>)[name];
  if (!found) throw new Error(`The trace has no value named ${name}.`);
  const fresh = decode(found);
  decoded.set(name, fresh);
  return fresh;
}

/** One head of a value [1, H, rows, columns]. */
export function head(name: string, index: number): Float32Array {
  const { shape, data } = value(name);
  const size = (shape[2] ?? 0) * (shape[3] ?? 0);
  return data.subarray(index * size, (index + 1) * size);
}

export const { source, target, steps, lens, baseline, changed, divergence, digit, effects } = recorded;
export const beams = recorded.beams as readonly BeamNode[];
export const heads = recorded.heads as readonly HeadId[];

/** The attentions in the order of the forward pass. */
export const attentions: readonly AttentionId[] = steps
  .filter((step) => step.value === "pattern")
  .map(({ stack, layer, part }) => ({ stack, layer, part }) as AttentionId);

export const pattern = (id: AttentionId) => value(`${attentionPath(id)}.pattern`);
export const tokensOf = (stack: Stack): readonly string[] => (stack === "encoder" ? source : target);
export const numbers = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => String(index));

/** The encoder's residual stream, from the embedding to the last block. */
export const layers = ["residPre", "0.residMid", "0.residPost", "1.residMid", "1.residPost"].map((name) => ({
  label: name,
  data: value(`encoder.${name}`).data,
}));
