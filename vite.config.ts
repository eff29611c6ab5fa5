import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { compress } from "./scripts/build/compress.ts";
import { head } from "./scripts/build/head.ts";

const model = "models/translate";

export default defineConfig({
  // The built app runs from any folder of any server.
  base: "./",
  plugins: [
    react(),
    head({
      files: [`${model}/config.json`, `${model}/tokenizer.json`, `${model}/model.safetensors`],
      assets: /wasm-simd-.*\.wasm$/,
      modules: /assets\/(worker|wasm)-.*\.js$/,
    }),
    compress(),
  ],
  worker: { format: "es" },
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    // Binaries stay files: a data URL cannot be compiled while it streams.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts", "tests/{parity,contract}/**/*.test.ts"],
    testTimeout: 60_000,
  },
});
