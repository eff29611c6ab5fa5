/** The serialisable part of the store: a link is the whole scene. */
import type { Backend, Generation, Input } from "../engine/protocol";
import type { Change } from "../model/changes";
import type { ModelConfig } from "../model/config";
import type { AttentionId } from "../model/names";
import { headsOf } from "../model/switches";
import { type Look, usualLook } from "./look";

export interface Selection extends AttentionId {
  readonly head: number;
  /** Row of the focused cell; null for none. */
  readonly query: number | null;
  readonly key: number | null;
  /** Position whose prediction is shown; null for the last. */
  readonly position: number | null;
}

/** What the stage shows of a run. */
export const views = ["attention", "step", "layers", "thoughts", "without"] as const;
export type View = (typeof views)[number];

export interface Scene {
  /** A folder under public/models. */
  readonly model: string;
  /** null until the model is there, whose first example it becomes. */
  readonly input: Input | null;
  readonly changes: readonly Change[];
  readonly generation: Generation;
  readonly selection: Selection;
  /** How the selected attention is drawn. */
  readonly look: Look;
  readonly view: View;
  /** The step that is shown, by the name of its result; null for none. */
  readonly step: string | null;
  /** The cell of that result that is pinned, by its index; null for none. */
  readonly cell: readonly number[] | null;
}

export interface Settings {
  readonly locale: "en" | "zh-Hans";
  readonly theme: "system" | "light" | "dark";
  readonly backend: Backend | "auto";
}

/** A message to the visitor that stays until dismissed; `key` is a message of src/i18n. */
export interface Notice {
  readonly id: number;
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export const usualGeneration: Generation = { choosing: { kind: "greedy" }, seed: 1, steps: null };

export const defaultScene: Scene = {
  model: "translate",
  input: { kind: "text", text: "the red car is fast", language: "fr" },
  changes: [],
  generation: usualGeneration,
  selection: { stack: "decoder", layer: 1, part: "crossAttention", head: 0, query: 2, key: 1, position: 2 },
  look: usualLook,
  view: "attention",
  step: null,
  cell: null,
};

/** The first head of the last attention: the one nearest to the outcome. */
export function usualSelection(config: ModelConfig): Selection {
  const last = headsOf(config).at(-1) ?? defaultScene.selection;
  return { ...last, head: 0, query: null, key: null, position: null };
}
