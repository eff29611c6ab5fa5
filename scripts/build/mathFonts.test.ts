import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { woff2Only } from "./mathFonts";

it("leaves each of KaTeX's fonts in one format, and everything else as it is", () => {
  const css = readFileSync(createRequire(import.meta.url).resolve("katex/dist/katex.min.css"), "utf8");
  const reduced = woff2Only(css);
  const faces = css.match(/@font-face/g)?.length ?? 0;
  expect(faces).toBeGreaterThan(10);
  expect(reduced.match(/url\(/g)?.length).toBe(faces);
  expect(reduced.match(/\.woff2\)/g)?.length).toBe(faces);
  expect(reduced.slice(reduced.lastIndexOf("@font-face")).length).toBeLessThan(
    css.slice(css.lastIndexOf("@font-face")).length,
  );
  expect(reduced.endsWith(css.slice(-2_000))).toBe(true);
});
