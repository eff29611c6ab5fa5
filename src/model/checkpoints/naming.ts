/**
 * How a checkpoint calls its tensors: what stands before the names of a layout, and the names that a relative of BERT has
 * for the same parts. Knows nothing of shapes or values.
 */
import type { Architecture } from "../config";

/** A tensor of every checkpoint of an architecture, and what usually stands before it. */
const anchors: Readonly<Partial<Record<Architecture, { readonly tensor: string; readonly usual: string }>>> = {
  decoderOnly: { tensor: "wte.weight", usual: "" },
  encoderOnly: { tensor: "embeddings.word_embeddings.weight", usual: "bert." },
  imageEncoder: { tensor: "embeddings.cls_token", usual: "vit." },
  encoderDecoder: { tensor: "src_embedding.weight", usual: "" },
};

/** The names of a checkpoint, given those of its layout. */
export interface Naming {
  /** Before the names of the stack, such as "transformer." or "bert."; "" for none. */
  readonly prefix: string;
  /** Before the names of the head, such as "lm_head". */
  readonly outer: string;
  /** Rows of the position table that no position uses: RoBERTa counts positions from padding + 1 on. */
  readonly unusedPositions: (padding: number | null) => number;
  /** This file's name for a tensor of the layout. */
  readonly own: (name: string) => string;
}

const distilled: readonly (readonly [RegExp, string])[] = [
  [/^(.*)encoder\.layer\./, "$1transformer.layer."],
  [/attention\.self\.(q|k|v)[a-z]+\./, "attention.$1_lin."],
  [/attention\.output\.dense/, "attention.out_lin"],
  [/attention\.output\.LayerNorm/, "sa_layer_norm"],
  [/intermediate\.dense/, "ffn.lin1"],
  [/output\.dense/, "ffn.lin2"],
  [/(\d)\.output\.LayerNorm/, "$1.output_layer_norm"],
  [/cls\.predictions\.transform\.dense/, "vocab_transform"],
  [/cls\.predictions\.transform\.LayerNorm/, "vocab_layer_norm"],
  [/cls\.predictions\.(decoder\.)?/, "vocab_projector."],
];
const roberta: readonly (readonly [RegExp, string])[] = [
  [/cls\.predictions\.transform\.dense/, "lm_head.dense"],
  [/cls\.predictions\.transform\.LayerNorm/, "lm_head.layer_norm"],
  [/cls\.predictions\./, "lm_head."],
];

/** Found by where a tensor stands that all files of the architecture have. */
export function namingOf(architecture: Architecture, tensors: Iterable<string>): Naming {
  const anchor = anchors[architecture];
  let prefix = anchor?.usual ?? "";
  for (const name of tensors) {
    if (anchor && (name === anchor.tensor || name.endsWith(`.${anchor.tensor}`))) {
      prefix = name.slice(0, -anchor.tensor.length);
      break;
    }
  }
  const outer = prefix.replace(/(transformer|bert|distilbert|roberta|vit)\.$/, "");
  const renamings = /distilbert\.$/.test(prefix) ? distilled : /roberta\.$/.test(prefix) ? roberta : [];
  return {
    prefix,
    outer,
    unusedPositions: (padding) => (renamings === roberta ? (padding ?? 1) + 1 : 0),
    own: (name) => renamings.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), name),
  };
}
