/**
 * `npm run bench [-- --json]`: measures the built app in Chromium and prints a table, or one JSON object. Needs a build
 * (`npm run build`). The aims stand beside the figures; nothing fails.
 */
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { launch } from "../browser";
import { listModels } from "../build/listModels";
import { modelsFolder } from "../models/files";
import { measureApp, measureSwitches } from "./app";
import { measureForward } from "./forward";
import { measureGpt2Small } from "./gpt2Small";
import { measureGrid } from "./grid";
import { measureRecomputed } from "./recomputed";
import { median } from "./statistics";
import { measureSteps } from "./steps";
import { measureLearner, measureTraining, type TrainingFigures, trained } from "./training";

const { values } = parseArgs({ options: { json: { type: "boolean" } } });
const browser = await launch("none");

/** What a student and a learner wait for with one model; "" is the one that the page opens with. */
async function measureModel(link: string) {
  const steps = await measureSteps(browser, link);
  return { ...steps, switchToOutputP95Ms: await measureSwitches(browser, link) };
}

const row = (measured: number, digits: number, aim: string) => ({ measured: measured.toFixed(digits), aim });
const waits = ({ stepToPaintP95Ms, hoverToArithmeticP95Ms, switchToOutputP95Ms }: Waits, aim: string, of = "") => ({
  [`${of}stepToPaintP95Ms`]: row(stepToPaintP95Ms, 1, aim),
  [`${of}hoverToArithmeticP95Ms`]: row(hoverToArithmeticP95Ms, 1, aim),
  [`${of}switchToOutputP95Ms`]: row(switchToOutputP95Ms, 1, aim),
});
type Waits = Awaited<ReturnType<typeof measureModel>>;

function trainingRows({ stepsPerSecond, trainVsPytorch, tensorsBefore, tensorsAfter }: TrainingFigures) {
  const rows = trained.flatMap((backend): (readonly [string, ReturnType<typeof row>])[] => {
    const sizes = Object.entries(stepsPerSecond[backend]);
    if (sizes.length === 0) return [[`stepsPerSecond.${backend}`, { measured: "no adapter", aim: "" }]];
    return sizes.flatMap(([size, rate]) => {
      const ratio = trainVsPytorch[backend][size] ?? null;
      const aim = backend === "wasm" && size === "0.2M" ? "≤ 4" : "";
      return [
        [`stepsPerSecond.${backend}.${size}`, row(rate, 1, "")],
        [`trainVsPytorch.${backend}.${size}`, ratio === null ? { measured: "no PyTorch", aim } : row(ratio, 2, aim)],
      ];
    });
  });
  return { ...Object.fromEntries(rows), tensorsAfter: row(tensorsAfter, 0, `${tensorsBefore} (tensorsBefore)`) };
}

try {
  const { backend, ...app } = await measureApp(browser);
  const model = await measureModel("");
  const [biggest] = listModels(modelsFolder).sort((a, b) => b.parameters - a.parameters);
  if (!biggest) throw new Error(`There are no models in ${modelsFolder}.`);
  const largest = await measureModel(`model=${biggest.name}`);
  const forward = await measureForward(browser);
  const recomputedShare = await measureRecomputed("translate");
  const gridFrameP95Ms = await measureGrid(browser);
  const training = await measureTraining();
  const learner = await measureLearner(browser);
  const gpt2Small = await measureGpt2Small(browser);
  const explorer = {
    ...app,
    ...model,
    largest,
    forwardVsOrt: forward.ratio,
    recomputedShare,
    gridFrameP95Ms,
    gpt2Small,
  };
  const figures = { ...explorer, ...training, ...learner };
  if (values.json) console.log(JSON.stringify(figures));
  else {
    const [cpu] = cpus();
    console.log(`Chromium ${browser.version()}, ${cpus().length} × ${cpu?.model}; automatic backend: ${backend}`);
    console.log(`largest: ${biggest.name}, ${biggest.parameters} parameters`);
    console.table({
      coldStartMs: row(app.coldStartMs, 0, "≤ 2000"),
      coldStartBytes: row(app.coldStartBytes, 0, "≤ 1200000"),
      keyToPaintP95Ms: row(app.keyToPaintP95Ms, 1, "≤ 50"),
      ...waits(model, "≤ 50"),
      ...waits(largest, "≤ 100", "largest."),
      forwardVsOrt: row(forward.ratio, 2, "≤ 1.5"),
      recomputedShare: row(recomputedShare, 3, ""),
      gridFrameP95Ms: row(gridFrameP95Ms, 1, "≤ 20"),
      "gpt2Small.loadMs": row(gpt2Small.loadMs, 0, ""),
      "gpt2Small.passMs": row(gpt2Small.passMs, 0, `${gpt2Small.tokens} tokens on ${gpt2Small.backend}`),
      "gpt2Small.peakMB": row(gpt2Small.peakMB ?? Number.NaN, 0, ""),
      ...trainingRows(training),
      sortSeconds: row(learner.sortSeconds, 1, "≤ 60"),
      trainingFrameP95Ms: row(learner.trainingFrameP95Ms, 1, "≤ 20"),
    });
    console.log(
      `forward pass on WASM, one thread, medians: ${median(forward.ours).toFixed(2)} ms with ${forward.ourValues} values ` +
        `on the host; ONNX Runtime Web ${median(forward.theirs).toFixed(2)} ms with ${forward.theirValues}`,
    );
  }
} finally {
  await browser.close();
}
