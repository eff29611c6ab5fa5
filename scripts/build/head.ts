/**
 * A Vite plugin that completes the head of the built index.html: the Content-Security-Policy, and hints for what the
 * engine's worker will ask for (its script, the WASM binary, the first model), so that a cold start is one round of
 * requests and not a chain of four.
 */
import { posix } from "node:path";
import type { Plugin, Rolldown } from "vite";
import { pagePolicy } from "./contentSecurityPolicy.ts";

export interface HeadOptions {
  /** Files of public/ that the engine reads first. */
  readonly files: readonly string[];
  /** Built files that the engine reads first, by their names in the bundle. */
  readonly assets: RegExp;
  /** The scripts that the engine starts with, by their names in the bundle; what they import is found. */
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
        const modules = withImports(
          bundle,
          built.filter((file) => options.modules.test(file)),
        );
        const fetched = built.filter((file) => options.assets.test(file));
        const hints = [...modules, ...fetched, ...options.files].map(hint);
        const policy = `<meta http-equiv="Content-Security-Policy" content="${pagePolicy}">`;
        page.source = page.source
          .toString()
          .replace(/<meta charset=[^>]*>/i, (charset) => [charset, policy, ...hints].join("\n    "));
      },
    },
  };
}

/**
 * What a worker asks for is never the page's own, so "preload" would be reported as unused and "modulepreload" knows no
 * workers: "prefetch" puts it into the HTTP cache, where the worker finds it, or waits for it.
 */
function hint(file: string): string {
  return `<link rel="prefetch" href="./${file}">`;
}

/** `files` and everything that they import at once. Scripts of workers stand in the bundle as plain text. */
function withImports(bundle: Rolldown.OutputBundle, files: readonly string[]): string[] {
  const found = new Set<string>(files);
  for (const file of found) {
    const entry = bundle[file];
    const code = entry?.type === "chunk" ? entry.code : (entry?.source.toString() ?? "");
    for (const [, path = ""] of code.matchAll(/(?:^|[;}])(?:import|export)[^;"'()]*?["'](\.\/[^"']+\.js)["']/gm)) {
      found.add(posix.join(posix.dirname(file), path));
    }
  }
  return [...found];
}
