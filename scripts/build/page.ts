/** A page's one script and style sheet, for pages that only measure or compare. */
import { build } from "vite";

export interface BundledPage {
  readonly script: string;
  /** Empty where nothing imports a style sheet. */
  readonly style: string;
}

/** Bundles `entry` and all that it imports. */
export async function bundlePage(entry: string): Promise<BundledPage> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
      write: false,
      minify: false,
      lib: { entry, formats: ["es"], cssFileName: "page" },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const files = (Array.isArray(built) ? built : [built]).flatMap((result) => ("output" in result ? result.output : []));
  const chunk = files.find((file) => file.type === "chunk");
  if (chunk?.type !== "chunk") throw new Error(`${entry} was not built.`);
  const styles = files.flatMap((file) =>
    file.type === "asset" && file.fileName.endsWith(".css") ? [file.source] : [],
  );
  return { script: chunk.code, style: styles.map(String).join("\n") };
}
