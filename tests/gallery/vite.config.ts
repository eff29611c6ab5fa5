/** The gallery of figures: the test's page and the developer's playground (`npx vite --config tests/gallery/vite.config.ts`). */
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { mathFonts } from "../../scripts/build/mathFonts.ts";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  publicDir: false,
  plugins: [react(), mathFonts()],
  build: { target: "es2022", assetsInlineLimit: 0, chunkSizeWarningLimit: 1500 },
});
