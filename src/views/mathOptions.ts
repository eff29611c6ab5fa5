/**
 * How KaTeX is asked to write a formula: what it does not know, and whatever would bring in more than the colour of a
 * symbol, is an error.
 */
import type { KatexOptions } from "katex";

export const mathOptions: KatexOptions = {
  throwOnError: true,
  // Lines break at operators, which display mode forbids.
  displayMode: false,
  strict: (code) => (code === "htmlExtension" ? "ignore" : "error"),
  trust: (context) => context.command === "\\htmlClass" && /^tone-[a-z]+$/.test(context.class),
};
