/** Steps of training in a worker, on each backend, beside PyTorch's, and what a learner waits for on the page that trains. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { z } from "zod";
import { launch } from "../browser";
import { bundlePage } from "../build/page";
import { counted } from "./opened";
import { median, quantile } from "./statistics";
import type { TrainingAnswer, TrainingOrder, TrainingSize } from "./trainingSteps";

const sizes: Readonly<Record<string, TrainingSize & { readonly steps: number }>> = {
  "27k": { width: 32, layers: 2, heads: 4, length: 16, batch: 32, vocabulary: 32, steps: 2000 },
  "0.2M": { width: 64, layers: 4, heads: 4, length: 32, batch: 32, vocabulary: 64, steps: 40 },
  "1.3M": { width: 128, layers: 6, heads: 8, length: 64, batch: 16, vocabulary: 64, steps: 15 },
};
const tensorflow = dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json"));

/**
 * A backend gets so many ms for each size, and the median is of the steps that it takes in them: of all of the size's on
 * WASM, where memory is to stay flat over them; of one where one takes longer, as it does on WebGPU by a software renderer.
 * The first step, in which programs are made, is never counted.
 */
const longest = { wasm: 120_000, webgl: 10_000, webgpu: 10_000, cpu: 10_000 };
export const trained = ["wasm", "webgl", "webgpu", "cpu"] as const;
/** Steps of PyTorch. */
const most = 200;
type Trained = (typeof trained)[number];

/**
 * By backend and size; none for WebGPU where the browser has no adapter. Ratios are of medians taken one after the other;
 * null where there is no PyTorch.
 */
export interface TrainingFigures {
  readonly stepsPerSecond: Readonly<Record<Trained, Readonly<Record<string, number>>>>;
  readonly trainVsPytorch: Readonly<Record<Trained, Readonly<Record<string, number | null>>>>;
  readonly tensorsBefore: number;
  readonly tensorsAfter: number;
}

export async function measureTraining(): Promise<TrainingFigures> {
  const { script } = await bundlePage(fileURLToPath(new URL("./trainingSteps.ts", import.meta.url)));
  const server = createServer((request, response) => {
    const [, file = ""] = /^\/tensorflow\/([\w.-]+)$/.exec(request.url ?? "") ?? [];
    const send = (body: string | Buffer, type: string) => response.writeHead(200, { "Content-Type": type }).end(body);
    if (request.url === "/") return send("<!doctype html><title>training</title>", "text/html");
    if (request.url === "/worker.js") return send(script, "text/javascript");
    const found = join(tensorflow, "dist", file);
    if (file === "" || !existsSync(found)) return response.writeHead(404).end();
    return send(readFileSync(found), "application/wasm");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const browser = await launch("webgpu");
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const taken = (order: TrainingOrder) =>
      page.evaluate(
        (sent) =>
          new Promise<TrainingAnswer>((resolve, reject) => {
            const worker = new Worker("/worker.js", { type: "module" });
            worker.onmessage = ({ data }) => {
              worker.terminate();
              resolve(data);
            };
            worker.onerror = ({ message }) => reject(new Error(message));
            worker.postMessage(sent);
          }),
        order,
      );
    const figures = {
      stepsPerSecond: { wasm: {}, webgl: {}, webgpu: {}, cpu: {} } as Record<Trained, Record<string, number>>,
      trainVsPytorch: { wasm: {}, webgl: {}, webgpu: {}, cpu: {} } as Record<Trained, Record<string, number | null>>,
      tensorsBefore: 0,
      tensorsAfter: 0,
    };
    for (const [name, { steps, ...size }] of Object.entries(sizes)) {
      const theirs = torchSteps({ ...size, steps: Math.min(steps, most) });
      for (const backend of trained) {
        const ours = await taken({ backend, size, steps, longest: longest[backend] });
        if (ours === "noAdapter") continue;
        const step = median(ours.times);
        figures.stepsPerSecond[backend][name] = 1000 / step;
        figures.trainVsPytorch[backend][name] = theirs && step / median(theirs);
        figures.tensorsBefore = Math.max(figures.tensorsBefore, ours.tensorsBefore);
        figures.tensorsAfter = Math.max(figures.tensorsAfter, ours.tensorsAfter);
      }
    }
    return figures;
  } finally {
    await browser.close();
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
const patience = 180_000; // ms

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
      [target, patience] as const,
    );
    return { sortSeconds: seconds, trainingFrameP95Ms: quantile(frames, 0.95) };
  } finally {
    await page.close();
    await served.close();
  }
}
