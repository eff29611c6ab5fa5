/**
 * Names of values: built here and carried with their parts, never parsed out of a string again.
 * They follow TransformerLens and the papers, and are a public contract (tests/contract pins them).
 */

export type Stack = "encoder" | "decoder";
export type AttentionPart = "selfAttention" | "crossAttention";
export type Part = AttentionPart | "feedForward";

export interface Name {
  /** The whole name, such as `encoder.0.selfAttention.scores`. */
  readonly path: string;
  /** null for what belongs to neither stack, such as `logits`. */
  readonly stack: Stack | null;
  /** Block number from 0; null outside blocks. */
  readonly layer: number | null;
  readonly part: Part | null;
  /** The last component, such as `scores`. */
  readonly value: string;
}

/** Which attention of which block; with `head`, one head of it. */
export interface AttentionId {
  readonly stack: Stack;
  readonly layer: number;
  readonly part: AttentionPart;
}
export interface HeadId extends AttentionId {
  readonly head: number;
}

/** Builds names below a place in the model. */
export interface Scope {
  readonly stack: Stack | null;
  readonly layer: number | null;
  readonly part: Part | null;
}

export const root: Scope = { stack: null, layer: null, part: null };

/** The path of `value` in `scope`, of a weight as of a result. Asked for at every step, so it makes no list. */
export function pathIn({ stack, layer, part }: Scope, value: string): string {
  const inStack = stack === null ? "" : `${stack}.`;
  const inLayer = layer === null ? "" : `${layer}.`;
  return `${inStack}${inLayer}${part === null ? "" : `${part}.`}${value}`;
}

/** The name of `value` in `scope`. */
export function name(scope: Scope, value: string): Name {
  return { stack: scope.stack, layer: scope.layer, part: scope.part, value, path: pathIn(scope, value) };
}

/** `encoder.0.selfAttention`: the key under which a view finds an attention. */
export function attentionPath(id: AttentionId): string {
  return `${id.stack}.${id.layer}.${id.part}`;
}

export function sameHead(a: HeadId, b: HeadId): boolean {
  return a.head === b.head && attentionPath(a) === attentionPath(b);
}
