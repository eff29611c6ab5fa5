/**
 * `npm run bench [-- --json]`: measures the built app in Chromium and prints a table, or one JSON object. Needs a build
 * (`npm run build`). The aims stand beside the figures; nothing fails.
 */
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { launch } from "../browser";
import { measureApp } from "./app";
import { measureForward } from "./forward";
import { measureGrid } from "./grid";
import { measureRecomputed } from "./recomputed";
import { median } from "./statistics";

const { values } = parseArgs({ options: { json: { type: "boolean" } } });
const browser = await launch("none");
try {
  const { backend, ...app } = await measureApp(browser);
  const forward = await measureForward(browser);
  const recomputedShare = await measureRecomputed("translate");
  const gridFrameP95Ms = await measureGrid(browser);
  const figures = { ...app, forwardVsOrt: forward.ratio, recomputedShare, gridFrameP95Ms };
  if (values.json) console.log(JSON.stringify(figures));
  else {
    const [cpu] = cpus();
    console.log(`Chromium ${browser.version()}, ${cpus().length} × ${cpu?.model}; automatic backend: ${backend}`);
    console.table({
      coldStartMs: { measured: app.coldStartMs.toFixed(0), aim: "≤ 2000" },
      coldStartBytes: { measured: app.coldStartBytes, aim: "≤ 1200000" },
      keyToPaintP95Ms: { measured: app.keyToPaintP95Ms.toFixed(1), aim: "≤ 50" },
      switchToOutputP95Ms: { measured: app.switchToOutputP95Ms.toFixed(1), aim: "≤ 50" },
      forwardVsOrt: { measured: forward.ratio.toFixed(2), aim: "≤ 1.5" },
      recomputedShare: { measured: recomputedShare.toFixed(3), aim: "" },
      gridFrameP95Ms: { measured: gridFrameP95Ms.toFixed(1), aim: "≤ 20" },
    });
    console.log(
      `forward pass on WASM, one thread, medians: ${median(forward.ours).toFixed(2)} ms with ${forward.ourValues} values ` +
        `on the host; ONNX Runtime Web ${median(forward.theirs).toFixed(2)} ms with ${forward.theirValues}`,
    );
  }
} finally {
  await browser.close();
}
