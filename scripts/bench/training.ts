/** Steps of training on WASM beside PyTorch's, and what a learner waits for on the page that trains. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { z } from "zod";
import { bundlePage } from "../build/page";
import { counted } from "./opened";
import { median, quantile } from "./statistics";
import type { TrainingSize } from "./trainingPage";

const sizes: Readonly<Record<string, TrainingSize & { readonly steps: number }>> = {
  "27k": { width: 32, layers: 2, heads: 4, length: 16, batch: 32, vocabulary: 32, steps: 200 },
  "0.2M": { width: 64, layers: 4, heads: 4, length: 32, batch: 32, vocabulary: 64, steps: 40 },
  "1.3M": { width: 128, layers: 6, heads: 8, length: 64, batch: 16, vocabulary: 64, steps: 15 },
};
const tensorflow = dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json"));

/** By size. Ratios are of medians taken one after the other; null where there is no PyTorch. */
export interface TrainingFigures {
  readonly stepsPerSecond: Readonly<Record<string, number>>;
  readonly trainVsPytorch: Readonly<Record<string, number | null>>;
  readonly tensorsBefore: number;
  readonly tensorsAfter: number;
}

export async function measureTraining(browser: Browser): Promise<TrainingFigures> {
  const { script } = await bundlePage(fileURLToPath(new URL("./trainingPage.ts", import.meta.url)));
  const server = createServer((request, response) => {
    const [, file = ""] = /^\/tensorflow\/([\w.-]+)$/.exec(request.url ?? "") ?? [];
    const send = (body: string | Buffer, type: string) => response.writeHead(200, { "Content-Type": type }).end(body);
    if (request.url === "/") return send('<!doctype html><script type="module" src="/page.js"></script>', "text/html");
    if (request.url === "/page.js") return send(script, "text/javascript");
    const found = join(tensorflow, "dist", file);
    if (file === "" || !existsSync(found)) return response.writeHead(404).end();
    return send(readFileSync(found), "application/wasm");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => typeof window.measureTraining === "function");
    const [stepsPerSecond, trainVsPytorch]: [Record<string, number>, Record<string, number | null>] = [{}, {}];
    let [tensorsBefore, tensorsAfter] = [0, 0];
    for (const [name, { steps, ...size }] of Object.entries(sizes)) {
      const ours = await page.evaluate(([given, count]) => window.measureTraining(given, count), [
        size,
        steps,
      ] as const);
      const step = median(ours.times);
      const theirs = torchSteps({ ...size, steps });
      stepsPerSecond[name] = 1000 / step;
      trainVsPytorch[name] = theirs && step / median(theirs);
      tensorsBefore = Math.max(tensorsBefore, ours.tensorsBefore);
      tensorsAfter = Math.max(tensorsAfter, ours.tensorsAfter);
    }
    await page.close();
    return { stepsPerSecond, trainVsPytorch, tensorsBefore, tensorsAfter };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** ms of PyTorch's steps on one thread; null where PYTHON (or python3) has no PyTorch. */
function torchSteps(size: TrainingSize & { readonly steps: number }): number[] | null {
  const script = fileURLToPath(new URL("./torchStep.py", import.meta.url));
  const env = { ...process.env, OMP_NUM_THREADS: "1", OMP_WAIT_POLICY: "passive" };
  const python = process.env.PYTHON ?? "python3";
  const { status, stdout } = spawnSync(python, [script, JSON.stringify(size)], { encoding: "utf8", env });
  return status === 0 ? z.array(z.number()).parse(JSON.parse(stdout)) : null;
}

export interface LearnerFigures {
  /** From the button until 95 % of held-out rows of seven digits are sorted without a mistake. */
  readonly sortSeconds: number;
  readonly trainingFrameP95Ms: number;
}

const target = 95; // %
const longest = 180_000; // ms

/** On the built app, as it is opened: sorting seven digits. */
export async function measureLearner(browser: Browser): Promise<LearnerFigures> {
  const served = await counted();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
  try {
    await page.goto(`${served.address}#train`);
    await page.getByRole("button", { name: "Start training" }).waitFor();
    const { seconds, frames } = await page.evaluate(
      // No function in it has a name: the bundler's helper for names is not in the page.
      async ([wanted, most]) => {
        const frames: number[] = [];
        const began = performance.now();
        document.querySelector<HTMLButtonElement>(".train-go")?.click();
        for (let last = began; ; ) {
          const now = await new Promise<number>((resolve) => {
            requestAnimationFrame(resolve);
          });
          frames.push(now - last);
          last = now;
          const rows = [...document.querySelectorAll(".train-numbers div")];
          const row = rows.find((one) => one.textContent?.startsWith("Whole answers right"));
          const reached = Number.parseFloat(row?.querySelector("dd")?.textContent ?? "0") >= wanted;
          if (reached || now - began > most) return { seconds: (now - began) / 1000, frames };
        }
      },
      [target, longest] as const,
    );
    return { sortSeconds: seconds, trainingFrameP95Ms: quantile(frames, 0.95) };
  } finally {
    await page.close();
    await served.close();
  }
}
