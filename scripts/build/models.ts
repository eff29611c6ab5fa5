/**
 * A Vite plugin that lists the models under public/models for the page's menu: adding a model is adding a folder. A
 * folder without weights is not a model yet.
 */
import { join } from "node:path";
import { tsImport } from "tsx/esm/api";
import type { Plugin } from "vite";

const virtual = "virtual:models";
const resolved = `\0${virtual}`;

export function models(): Plugin {
  let folder = "public/models";
  return {
    name: "glassformer:models",
    configResolved(config) {
      folder = join(config.publicDir, "models");
    },
    resolveId: (id) => (id === virtual ? resolved : null),
    async load(id) {
      if (id !== resolved) return null;
      const { listModels }: typeof import("./listModels") = await tsImport("./listModels.ts", import.meta.url);
      return `export const models = ${JSON.stringify(listModels(folder))};`;
    },
  };
}
