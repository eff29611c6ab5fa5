/** The way from the residual stream to the answer, found in the trace: whatever head a model has. */
import type { TraceStep } from "./protocol";

export interface Tail {
  /** Values of the residual stream, from the embeddings to the last block, in order. */
  readonly streams: readonly TraceStep[];
  /** Steps from the last of them to the logits that depend on it, in order. */
  readonly steps: readonly TraceStep[];
}

/** A value that each token carries from sublayer to sublayer: `residPre`, `residMid`, `residCross`, `residPost`. */
function isStream({ part, value }: TraceStep): boolean {
  return part === null && value.startsWith("resid");
}

/** Throws where a trace has no residual stream or no logits, which every forward function gives. */
export function tailOf(trace: readonly TraceStep[]): Tail {
  const last = trace.findLast(isStream);
  const logits = trace.findLastIndex(({ name }) => name === "logits");
  if (!last || logits < 0) throw new Error("The trace has no residual stream, or no logits.");
  const depending = new Set([last.name]);
  const after = trace.slice(trace.indexOf(last) + 1, logits + 1);
  const steps = after.filter(({ name, inputs }) => {
    const depends = inputs.some((input) => depending.has(input));
    if (depends) depending.add(name);
    return depends;
  });
  return { streams: trace.filter((step) => isStream(step) && step.stack === last.stack), steps };
}
