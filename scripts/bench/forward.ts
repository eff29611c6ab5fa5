/** Serves the page that compares the forward pass with ONNX Runtime Web, and asks it. */
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { bundlePage } from "../build/page";
import { modelsFolder } from "../models/files";
import type { ForwardTimes } from "./forwardPage";
import { median } from "./statistics";

const passes = 60;
const { resolve } = createRequire(import.meta.url);
/** Where each first part of a path leads. */
const folders: Readonly<Record<string, string>> = {
  model: join(modelsFolder, "translate"),
  tensorflow: join(dirname(resolve("@tensorflow/tfjs-backend-wasm/package.json")), "dist"),
  onnx: dirname(resolve("onnxruntime-web/wasm")),
};
const types: Readonly<Record<string, string>> = {
  mjs: "text/javascript",
  js: "text/javascript",
  wasm: "application/wasm",
};

export async function measureForward(browser: Browser): Promise<{ readonly ratio: number } & ForwardTimes> {
  const { script } = await bundlePage(fileURLToPath(new URL("./forwardPage.ts", import.meta.url)));
  const onnx = fileURLToPath(new URL("../pretrain/onnx/translate.onnx", import.meta.url));
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    const send = (body: string | Buffer, type: string) => response.writeHead(200, { "Content-Type": type }).end(body);
    if (path === "/") return send('<!doctype html><script type="module" src="/page.js"></script>', "text/html");
    if (path === "/page.js") return send(script, "text/javascript");
    if (path === "/model.onnx") return send(readFileSync(onnx), "application/octet-stream");
    const [, folder = "", file = ""] = /^\/(\w+)\/([\w.-]+)$/.exec(path) ?? [];
    const found = join(folders[folder] ?? "", file);
    if (folders[folder] === undefined || !existsSync(found)) return response.writeHead(404).end();
    return send(readFileSync(found), types[file.split(".").at(-1) ?? ""] ?? "application/octet-stream");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => typeof window.measureForward === "function");
    const times = await page.evaluate((count) => window.measureForward(count), passes);
    await page.close();
    if (times.difference > 1e-3) throw new Error(`The two forward passes differ by ${times.difference}.`);
    return { ...times, ratio: median(times.ours) / median(times.theirs) };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
