/** A Vite plugin that writes `file.br` and `file.gz` beside every file of the build that gets smaller by it. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Pictures and fonts in WOFF2 are compressed already. */
const worthwhile = /\.(html|js|css|json|svg|wasm|safetensors|txt|md)$/;
/** The best quality takes seconds a megabyte; what is larger than this is loaded only when chosen. */
const large = 1_000_000; // bytes
const smallest = 1024; // bytes; below this a header costs more than is saved

async function compressFile(path: string): Promise<void> {
  const content = await readFile(path);
  if (content.length < smallest) return;
  const parameters = {
    [constants.BROTLI_PARAM_QUALITY]: content.length > large ? 6 : 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  const [small, portable] = await Promise.all([brotli(content, { params: parameters }), zip(content, { level: 9 })]);
  if (small.length < content.length) await writeFile(`${path}.br`, small);
  if (portable.length < content.length) await writeFile(`${path}.gz`, portable);
}

export function compress(): Plugin {
  let folder = "dist";
  return {
    name: "glassformer:compress",
    apply: "build",
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      order: "post",
      async handler() {
        const entries = await readdir(folder, { recursive: true, withFileTypes: true });
        const files = entries.filter((entry) => entry.isFile() && worthwhile.test(entry.name));
        await Promise.all(files.map((entry) => compressFile(join(entry.parentPath, entry.name))));
      },
    },
  };
}
