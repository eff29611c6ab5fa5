/**
 * A Vite plugin that completes the head of the built index.html: the Content-Security-Policy, and hints for what the
 * engine's worker will ask for (its script, the WASM binary, the first model), so that a cold start is one round of
 * requests and not a chain of four.
 */
import type { Plugin } from "vite";
import { contentSecurityPolicy } from "./contentSecurityPolicy";

export interface HeadOptions {
  /** Files of public/ that the engine reads first. */
  readonly files: readonly string[];
  /** Built files that the engine reads first, by their names in the bundle. */
  readonly assets: RegExp;
  /** The script of the engine's worker, and the chunks that it imports first, by their names in the bundle. */
  readonly modules: RegExp;
}

export function head(options: HeadOptions): Plugin {
  return {
    name: "glassformer:head",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const page = bundle["index.html"];
        if (page?.type !== "asset") return;
        const built = Object.keys(bundle).sort();
        const fetched = [...built.filter((file) => options.assets.test(file)), ...options.files];
        const hints = [
          ...built.filter((file) => options.modules.test(file)).map((file) => hint("modulepreload", file)),
          ...fetched.map((file) => hint("preload", file)),
        ];
        const policy = `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">`;
        page.source = page.source
          .toString()
          .replace(/<meta charset=[^>]*>/i, (charset) => [charset, policy, ...hints].join("\n    "));
      },
    },
  };
}

function hint(kind: "modulepreload" | "preload", file: string): string {
  return kind === "preload"
    ? `<link rel="preload" as="fetch" crossorigin href="./${file}">`
    : `<link rel="modulepreload" as="worker" href="./${file}">`;
}
