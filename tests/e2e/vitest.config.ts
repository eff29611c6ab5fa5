/** The journeys and the gallery: a real Chromium on the built app and on every figure. Nothing is retried; what did not run did not pass. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: ".",
    include: ["tests/{e2e,gallery}/**/*.test.ts"],
    environment: "node",
    testTimeout: 300_000,
    hookTimeout: 60_000,
    // A second, the usual, is short for a busy machine; WebGL in software takes half a minute to compile a new shape.
    expect: { poll: { timeout: 15_000 } },
    // Two browsers on two cores would starve each other.
    fileParallelism: false,
  },
});
