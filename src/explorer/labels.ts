/** Names of the model's places, in the reader's language. */
import type { TFunction } from "i18next";
import type { RunResult } from "../engine/protocol";
import type { MapPart } from "../geometry/architecture";
import type { MessageKey } from "../i18n";
import type { AttentionId, HeadId } from "../model/names";

export function attentionName(t: TFunction, { stack, layer, part }: AttentionId): string {
  return t("place.attention", { stack: t(`stack.${stack}`), layer: layer + 1, part: t(`part.${part}`) });
}

export function headName(t: TFunction, { stack, layer, part, head }: HeadId): string {
  return t("place.head", { stack: t(`stack.${stack}`), layer: layer + 1, part: t(`part.${part}`), head: head + 1 });
}

export function partLabel(t: TFunction, { kind }: MapPart): string {
  if (kind === "selfAttention" || kind === "crossAttention") return t(`part.${kind}`);
  return t(kind === "finalNorm" ? "map.norm" : `map.${kind}`);
}

export function partName(t: TFunction, part: MapPart): string {
  const stack = t(`stack.${part.stack}`);
  const where = part.layer === null ? stack : t("place.block", { stack, layer: part.layer + 1 });
  return `${where}: ${partLabel(t, part)}`;
}

/** Tokens that read (rows) and are read (columns) in an attention, with the language that they are in. */
export function axesOf({ stack, part }: AttentionId, run: RunResult) {
  const source = { labels: run.source.map(({ text }) => text), language: "en" };
  const target = { labels: run.positions.map(({ given }) => given.text), language: run.language };
  return {
    queries: stack === "encoder" ? source : target,
    keys: stack === "encoder" || part === "crossAttention" ? source : target,
  };
}

export const explanations = {
  embedding: ["explain.embedding.title", "explain.embedding"],
  position: ["explain.position.title", "explain.position"],
  addNorm: ["explain.addNorm.title", "explain.addNorm"],
  add: ["explain.add.title", "explain.add"],
  norm: ["explain.norm.title", "explain.norm"],
  finalNorm: ["explain.finalNorm.title", "explain.finalNorm"],
  feedForward: ["explain.feedForward.title", "explain.feedForward"],
  linear: ["explain.linear.title", "explain.linear"],
  softmax: ["explain.softmax.title", "explain.softmax"],
} as const satisfies Readonly<Record<string, readonly [MessageKey, MessageKey]>>;
