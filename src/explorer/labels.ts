/** Names of the model's places, in the reader's language. */

import type { ModelInfo, Outcome, RunResult, WrittenOutcome } from "../engine/protocol";
import type { MapPart } from "../geometry/architecture";
import type { Translate } from "../i18n";
import { type Change, hasChanges } from "../model/changes";
import type { Task } from "../model/checkpoints/task";
import type { ModelConfig } from "../model/config";
import { type AttentionId, type HeadId, type Part, pathIn, type Stack } from "../model/names";
import { switchesOf } from "../model/switches";
import { visible } from "./tokenText";

export function attentionName(t: Translate, { stack, layer, part }: AttentionId): string {
  return t("place.attention", { stack: t(`stack.${stack}`), layer: layer + 1, part: t(`part.${part}`) });
}

export function headName(t: Translate, { stack, layer, part, head }: HeadId): string {
  return t("place.head", { stack: t(`stack.${stack}`), layer: layer + 1, part: t(`part.${part}`), head: head + 1 });
}

export function partTitle(t: Translate, part: Part): string {
  return t(part === "feedForward" ? "map.feedForward" : `part.${part}`);
}

export function partLabel(t: Translate, { kind }: MapPart): string {
  if (kind === "selfAttention" || kind === "crossAttention") return t(`part.${kind}`);
  return t(kind === "finalNorm" ? "map.norm" : `map.${kind}`);
}

export function partName(t: Translate, part: MapPart): string {
  const stack = t(`stack.${part.stack}`);
  const where = part.layer === null ? stack : t("place.block", { stack, layer: part.layer + 1 });
  return `${where}: ${partLabel(t, part)}`;
}

/** What is done in words: "decoder block 2, cross-attention, head 1", "encoder block 1: feed-forward off". */
export function changeName(t: Translate, config: ModelConfig, change: Change): string {
  if (change.kind === "pattern") {
    return t("change.row", { head: headName(t, change.at), row: change.query + 1 });
  }
  if (change.kind === "head") {
    const head = headName(t, change.at);
    if (change.to === "zero") return head;
    return change.to === "mean" ? t("change.mean", { head }) : t("change.text", { head, text: change.to.text });
  }
  const found = switchesOf(config).find(({ kind, changes }) => kind !== "layer" && hasChanges(changes, [change]));
  if (!found) return change.path;
  const { kind, stack, layer, part } = found;
  const where = [
    stack &&
      (layer === null ? t(`stack.${stack}`) : t("place.block", { stack: t(`stack.${stack}`), layer: layer + 1 })),
    part && partTitle(t, part),
  ];
  return t("change.switch", { where: where.filter((one) => one !== null).join(", "), what: t(`switch.${kind}`) });
}

/** The outcome of a model that writes; null for another. */
export function writtenOf(outcome: Outcome | null | undefined): WrittenOutcome | null {
  return outcome?.kind === "sequence" || outcome?.kind === "nextToken" ? outcome : null;
}

/** The language that texts are typed in. */
export function inputLanguage(model: ModelInfo | null): string {
  return model?.about?.language ?? "en";
}

/** What stands between two tokens of what a model writes, so that they read as its text does. */
export function separatorOf(
  task: Task | undefined,
  { outcome, stacks }: Pick<RunResult, "outcome" | "stacks">,
): string {
  if (outcome.kind === "sequence") {
    const languages = task?.kind === "sequenceToSequence" ? task.languages : [];
    return languages.find(({ code }) => code === outcome.language)?.separator ?? " ";
  }
  // A decoder alone goes on as its text began: where a space belongs to no token, one stands between all.
  const places = (stacks[0]?.tokens ?? []).flatMap(({ place }) => place ?? []);
  return places.some(({ start }, index) => start > (places[index - 1]?.end ?? start)) ? " " : "";
}

/** What a stack reads, with the language that it is in. */
function rowsOf(run: RunResult, stack: Stack, typed: string) {
  const tokens = run.stacks.find((one) => one.stack === stack)?.tokens ?? [];
  return {
    labels: tokens.map(({ text, masked }) => (masked ? "[MASK]" : visible(text))),
    language: stack === "decoder" && run.outcome.kind === "sequence" ? run.outcome.language : typed,
  };
}

/** Tokens that read (rows) and are read (columns) in an attention, with the language that they are in. */
export function axesOf({ stack, part }: AttentionId, run: RunResult, typed: string) {
  return {
    queries: rowsOf(run, stack, typed),
    keys: rowsOf(run, part === "crossAttention" ? "encoder" : stack, typed),
  };
}

export type Axes = ReturnType<typeof axesOf>;

/** Whether an attention hides keys that come later. */
export function isCausal({ stack, layer, part }: AttentionId, run: RunResult): boolean {
  const path = pathIn({ stack, layer, part }, "maskedScores");
  const seen = hasChanges(run.changes, [{ kind: "skip", path, keep: 0 }]);
  return stack === "decoder" && part === "selfAttention" && !seen;
}
