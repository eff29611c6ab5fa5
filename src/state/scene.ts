/** The serialisable part of the store: a link is the whole scene. */
import type { Backend } from "../engine/protocol";
import type { AttentionId, HeadId } from "../model/names";

export interface Selection extends AttentionId {
  readonly head: number;
  /** Row of the focused cell; null for none. */
  readonly query: number | null;
  readonly key: number | null;
  /** Decoder position whose distribution is shown; null for the last. */
  readonly position: number | null;
}

export interface Scene {
  readonly model: (typeof modelNames)[number];
  readonly text: string;
  /** Target language code. */
  readonly language: string;
  readonly selection: Selection;
  readonly off: readonly HeadId[];
  /** The part of the map that is explained, by its id in geometry/architecture; null for the attention maps. */
  readonly part: string | null;
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

/** Folders under public/models. */
export const modelNames = ["translate"] as const;

export const defaultScene: Scene = {
  model: "translate",
  text: "the red car is fast",
  language: "fr",
  selection: { stack: "decoder", layer: 1, part: "crossAttention", head: 0, query: 2, key: 1, position: 2 },
  off: [],
  part: null,
};
