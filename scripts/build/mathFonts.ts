/** KaTeX names each font in three formats; every browser that runs this app reads the first, so the others stay out of the build. */
import type { Plugin } from "vite";

/** `src: url(a.woff2) format("woff2"), url(a.woff) format("woff"), …` with the first alone. */
export function woff2Only(css: string): string {
  return css.replace(
    /(url\([^)]*\.woff2\)\s*format\((?:"|')?woff2(?:"|')?\))(?:\s*,\s*url\([^)]*\)\s*format\([^)]*\))+/g,
    "$1",
  );
}

export function mathFonts(): Plugin {
  return {
    name: "math-fonts",
    enforce: "pre",
    transform: (code, id) => (/[\\/]katex[\\/].*\.css/.test(id) ? woff2Only(code) : null),
  };
}
