/** What a visitor gives a model, and how an output is written. Plain data: part of the scene and of every request. */
import type { Example } from "./about";
import type { Choosing } from "./sampling/draw";

export type Input =
  | {
      readonly kind: "text";
      readonly text: string;
      /** Code of the language to write, for models that write several; the first where it is absent. */
      readonly language?: string;
      /** Numbers of tokens that are hidden from a model that fills masks; others ignore it. */
      readonly masked?: readonly number[];
    }
  | {
      readonly kind: "image";
      /** Grey values in [0, 1], row by row. */
      readonly pixels: readonly number[];
      readonly width: number;
      readonly height: number;
    };

export interface Generation {
  /** Beam search is for encoder–decoders; others write greedily instead. */
  readonly choosing: Choosing | { readonly kind: "beam"; readonly width: number };
  /** The same seed draws the same tokens. */
  readonly seed: number;
  /** Tokens to write at most, for study one at a time; null until the output ends or the model's length is reached. */
  readonly steps: number | null;
}

/** Pixels along each side of an example's picture. */
const side = 28;

/** An example of about.json as the model is given it. */
export function inputOf(example: Example): Input {
  if (typeof example === "string") return { kind: "text", text: example };
  const pixels = Array.from(atob(example.image), (byte) => byte.charCodeAt(0) / 255);
  return { kind: "image", pixels, width: side, height: side };
}
