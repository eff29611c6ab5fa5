/** What a step is for: the key of the words that the page says about it. */
import type { Step } from "./step";

/** The steps whose value alone says what they are for. */
const plain = [
  "tokenEmbedding",
  "scaledEmbedding",
  "segmentEmbedding",
  "withSegment",
  "patchEmbedding",
  "withClassToken",
  "scores",
  "scaledScores",
  "pattern",
  "merged",
  "attentionOutput",
  "ffnPre",
  "ffnHidden",
  "ffnOutput",
  "firstToken",
  "unembedding",
] as const;

export type StepRole =
  | (typeof plain)[number]
  | "positionSinusoid"
  | "positionLearned"
  | "addPosition"
  | "embeddingNorm"
  | "preNorm"
  | "query"
  | "key"
  | "value"
  | "crossQuery"
  | "crossKey"
  | "crossValue"
  | "splitHeads"
  | "maskFuture"
  | "maskPadding"
  | "maskBoth"
  | "headOutput"
  | "addAttention"
  | "addCross"
  | "addFeedForward"
  | "postNorm"
  | "finalNorm"
  | "headPre"
  | "headHidden"
  | "headNorm"
  | "pooler"
  | "poolerHidden"
  | "logits"
  | "classLogits"
  | "probabilities"
  | "classProbabilities";

function isPlain(value: string): value is (typeof plain)[number] {
  return (plain as readonly string[]).includes(value);
}

/** The role of a step of this project's forward functions; null for a value that none of them names. */
export function roleOf(step: Step & { readonly inputs: readonly string[] }): StepRole | null {
  const { value, kind, part, axes } = step;
  if (isPlain(value)) return value;
  const cross = part === "crossAttention";
  /** A head that reads the first token has no dimension of tokens. */
  const pooled = axes.length === 2;
  const classes = axes.at(-1) === "K";
  switch (value) {
    case "positionEncoding":
      return kind === "sinusoid" ? "positionSinusoid" : "positionLearned";
    case "embeddingSum":
      return "addPosition";
    case "residPre":
      return kind === "add" ? "addPosition" : "embeddingNorm";
    case "normed":
      return "preNorm";
    case "query":
      return cross ? "crossQuery" : "query";
    case "key":
      return cross ? "crossKey" : "key";
    case "value":
      return cross ? "crossValue" : "value";
    case "queryHeads":
    case "keyHeads":
    case "valueHeads":
      return "splitHeads";
    case "maskedScores":
      if (step.attributes.causal !== true) return "maskPadding";
      return step.inputs.length > 1 ? "maskBoth" : "maskFuture";
    case "headOutput":
      return part === null ? "headNorm" : "headOutput";
    case "residualSum":
      return part === "feedForward" ? "addFeedForward" : cross ? "addCross" : "addAttention";
    case "residMid":
      return kind === "add" ? "addAttention" : "postNorm";
    case "residCross":
      return kind === "add" ? "addCross" : "postNorm";
    case "residPost":
      return kind === "add" ? "addFeedForward" : "postNorm";
    case "output":
      return "finalNorm";
    case "headPre":
      return pooled ? "pooler" : "headPre";
    case "headHidden":
      return pooled ? "poolerHidden" : "headHidden";
    case "logits":
      return classes ? "classLogits" : "logits";
    case "probabilities":
      return classes ? "classProbabilities" : "probabilities";
    default:
      return null;
  }
}
