/**
 * How values are written in formulas: a symbol in TeX, and a tone, which is the colour that its matrix and its symbol
 * share on the page. Heads carry the index h; blocks count from 1. Weights follow TransformerLens: W_Q, W_E, W_U.
 */
import type { Kind, WeightRole } from "../operations/operation";
import type { Step } from "./step";

export type Tone =
  | "query"
  | "key"
  | "value"
  /** The residual stream and what is about to become it. */
  | "residual"
  /** What a sublayer adds to the residual stream, on its way. */
  | "update"
  | "position"
  | "score"
  | "pattern"
  | "hidden"
  | "token"
  | "weight"
  | "output";

type Place = Pick<Step, "stack" | "layer" | "part">;
type Symbol = readonly [tex: string | ((place: Place) => string), tone: Tone];

const block = ({ layer }: Place) => `{${(layer ?? -1) + 1}}`;

/** What a model is given, and every value that a step can be known by. */
const values = {
  ids: ["\\mathrm{ids}", "token"],
  source: ["\\mathrm{ids}", "token"],
  target: ["\\mathrm{ids}", "token"],
  segments: ["\\mathrm{seg}", "token"],
  keep: ["\\mathrm{keep}", "token"],
  patches: ["\\mathrm{patches}", "token"],

  tokenEmbedding: ["E", "residual"],
  patchEmbedding: ["E", "residual"],
  scaledEmbedding: ["E'", "residual"],
  withClassToken: ["E'", "residual"],
  segmentEmbedding: ["G", "position"],
  withSegment: ["E'", "residual"],
  positionEncoding: ["P", "position"],
  embeddingSum: ["E''", "residual"],
  residPre: ["X_0", "residual"],

  normed: ["\\bar X", "residual"],
  query: ["Q", "query"],
  key: ["K", "key"],
  value: ["V", "value"],
  queryHeads: ["Q_h", "query"],
  keyHeads: ["K_h", "key"],
  valueHeads: ["V_h", "value"],
  scores: ["S_h", "score"],
  scaledScores: ["S_h'", "score"],
  maskedScores: ["S_h''", "score"],
  pattern: ["A_h", "pattern"],
  // The head of a masked-language model has an output too; it is no part of an attention.
  headOutput: [({ part }) => (part === null ? "\\bar U" : "Z_h"), "update"],
  merged: ["Z", "update"],
  attentionOutput: ["Y", "update"],
  ffnPre: ["U", "hidden"],
  ffnHidden: ["U'", "hidden"],
  ffnOutput: ["Y", "update"],
  residualSum: ["R", "residual"],
  residMid: [(place) => `X'_${block(place)}`, "residual"],
  residCross: [(place) => `X''_${block(place)}`, "residual"],
  residPost: [(place) => `X_${block(place)}`, "residual"],
  output: [({ stack }) => (stack === "encoder" ? "X_{\\mathrm{enc}}" : "X_{\\mathrm{dec}}"), "residual"],

  firstToken: ["x_0", "residual"],
  headPre: ["U", "hidden"],
  headHidden: ["U'", "hidden"],
  unembedding: ["W_U", "weight"],
  logits: ["L", "output"],
  probabilities: ["p", "output"],
} as const satisfies Readonly<Record<string, Symbol>>;

/** A value with a name of its own on the page. */
export type ValueName = keyof typeof values;

export function isValueName(value: string): value is ValueName {
  return Object.hasOwn(values, value);
}

export interface Coloured {
  /** TeX, with its colour as a class: `\htmlClass{tone-query}{Q_h}`. */
  readonly symbol: string;
  readonly tone: Tone;
}

function coloured(tex: string, tone: Tone): Coloured {
  return { symbol: `\\htmlClass{tone-${tone}}{${tex}}`, tone };
}

/** The symbol of a value; one that nothing is known of is written by its name. */
export function symbolOf(value: string, place: Place): Coloured {
  if (!isValueName(value)) return coloured(`\\mathrm{${value.replace(/[^A-Za-z0-9]/g, "")}}`, "hidden");
  const [tex, tone]: Symbol = values[value];
  return coloured(typeof tex === "string" ? tex : tex(place), tone);
}

/** By the value that the weights make. */
const subscripts: Readonly<Record<string, string>> = {
  query: "Q",
  key: "K",
  value: "V",
  attentionOutput: "O",
  ffnPre: "{\\mathrm{up}}",
  ffnOutput: "{\\mathrm{down}}",
  headPre: "{\\mathrm{head}}",
  patchEmbedding: "{\\mathrm{patch}}",
  tokenEmbedding: "E",
  unembedding: "E",
  segmentEmbedding: "{\\mathrm{seg}}",
  positionEncoding: "{\\mathrm{pos}}",
  logits: "U",
};

/** The symbol of a weight, by what it is to the step that uses it. */
export function weightSymbol(role: WeightRole, kind: Kind, value: string): Coloured {
  const subscript = subscripts[value];
  const below = (letter: string) => (subscript === undefined ? letter : `${letter}_${subscript}`);
  const letters: Readonly<Record<WeightRole, string>> = {
    weight: below("W"),
    table: below("W"),
    bias: kind === "layerNorm" ? "\\beta" : below("b"),
    gain: "\\gamma",
    token: "c",
  };
  return coloured(letters[role], "weight");
}
