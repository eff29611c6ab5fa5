/** A page's one script, for pages that only measure or compare. */
import { build } from "vite";

/** Bundles `entry` and all that it imports into one module; → its text. */
export async function bundlePage(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      write: false,
      minify: false,
      lib: { entry, formats: ["es"] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  for (const result of outputs) {
    if (!("output" in result)) continue;
    const chunk = result.output.find((file) => file.type === "chunk");
    if (chunk?.type === "chunk") return chunk.code;
  }
  throw new Error(`${entry} was not built.`);
}
