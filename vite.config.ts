import react from "@vitejs/plugin-react";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";
import { compress } from "./scripts/build/compress.ts";
import { head } from "./scripts/build/head.ts";
import { mathFonts } from "./scripts/build/mathFonts.ts";
import { models } from "./scripts/build/models.ts";

const model = "models/translate";

export default defineConfig({
  // The built app runs from any folder of any server.
  base: "./",
  plugins: [
    react(),
    models(),
    mathFonts(),
    head({
      files: ["config.json", "tokenizer.json", "about.json", "model.safetensors"].map((file) => `${model}/${file}`),
      assets: /wasm-simd-.*\.wasm$/,
      modules: /assets\/(worker|wasm)-.*\.js$/,
    }),
    VitePWA({
      // A new version waits until the page is closed: nothing that is open changes under the reader's hands.
      registerType: "prompt",
      injectRegister: false,
      manifest: {
        name: "Glassformer",
        short_name: "Glassformer",
        description: "A Transformer that you can see through.",
        start_url: "./",
        display: "standalone",
        background_color: "#fdfcfa",
        theme_color: "#0b6e99",
        icons: [{ src: "icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" }],
      },
      workbox: {
        // Models other than the first are kept by those who open them; what lessons and the lab read is small.
        globPatterns: [
          "**/*.{html,js,css,woff2,wasm,svg}",
          `${model}/*.{json,safetensors}`,
          "models/*/{growth,tokenizer}.json",
          "data/*.bin",
          "texts/*.json",
        ],
        // The vocabularies of GPT are fetched by those who ask for them.
        globIgnores: ["**/expected.safetensors", "**/{r50k,o200k}_base-*.js"],
        maximumFileSizeToCacheInBytes: 8_000_000,
        inlineWorkboxRuntime: true,
      },
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
    // Compressing takes the longest, and says nothing of what is wrong.
    rolldownOptions: {
      checks: { pluginTimings: false },
      // What the first view needs is one file, however many later parts share pieces of it.
      output: { codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] } },
    },
  },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts", "tests/{parity,contract}/**/*.test.ts"],
    testTimeout: 60_000,
  },
});
