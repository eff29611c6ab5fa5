/** The recorded trace that the figures of the gallery draw (see scripts/record-traces.ts). */
import { type AttentionId, attentionPath, type Stack } from "../../src/model/names";
import recorded from "./traces/translate.json";

export interface Traced {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

const decoded = new Map<string, Traced>();

/** A recorded value by its name. */
export function value(name: string): Traced {
  const known = decoded.get(name);
  if (known) return known;
  const found = (recorded.values as Readonly<Record<string, { shape: number[]; floats: string }>>)[name];
  if (!found) throw new Error(`The trace has no value named ${name}.`);
  const bytes = Uint8Array.from(atob(found.floats), (letter) => letter.charCodeAt(0));
  const fresh = { shape: found.shape, data: new Float32Array(bytes.buffer) };
  decoded.set(name, fresh);
  return fresh;
}

/** One head of a value [1, H, rows, columns]. */
export function head(name: string, index: number): Float32Array {
  const { shape, data } = value(name);
  const size = (shape[2] ?? 0) * (shape[3] ?? 0);
  return data.subarray(index * size, (index + 1) * size);
}

export const { source, target, positions, steps } = recorded;

export const attentions: readonly AttentionId[] = [
  { stack: "encoder", layer: 0, part: "selfAttention" },
  { stack: "encoder", layer: 1, part: "selfAttention" },
  { stack: "decoder", layer: 0, part: "selfAttention" },
  { stack: "decoder", layer: 1, part: "selfAttention" },
  { stack: "decoder", layer: 0, part: "crossAttention" },
  { stack: "decoder", layer: 1, part: "crossAttention" },
];

export const pattern = (id: AttentionId) => value(`${attentionPath(id)}.pattern`);
export const tokensOf = (stack: Stack): readonly string[] => (stack === "encoder" ? source : target);
export const numbers = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => String(index));
