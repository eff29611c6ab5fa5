/** Runs cases on WebGL and WebGPU: bundles the page, serves it to this machine alone, and asks it in Chromium. */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "../../scripts/browser";
import { bundlePage } from "../../scripts/build/page";
import { fileNames, graphicsTolerance } from "./cases";
import type { PageAnswer } from "./page";

const graphicsBackends = ["webgl", "webgpu"] as const;
const html = '<!doctype html><meta charset="utf-8"><title>Parity</title><script type="module" src="/page.js"></script>';

/** `/`, `/page.js` and `/cases/<number>/<config|model|expected>`; nothing else of this machine. */
function serve(script: string, cases: readonly string[]): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const send = (type: string, body: string | Buffer) => response.writeHead(200, { "Content-Type": type }).end(body);
    if (path === "/") return send("text/html", html);
    if (path === "/page.js") return send("text/javascript", script);
    const [, number = "", file = ""] = /^\/cases\/(\d+)\/(\w+)$/.exec(path) ?? [];
    const folder = cases[Number(number)];
    try {
      if (number === "" || folder === undefined || !isFile(file)) throw new Error(`${path} is not served.`);
      return send("application/octet-stream", readFileSync(join(folder, fileNames[file])));
    } catch {
      return response.writeHead(404).end();
    }
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

function isFile(name: string): name is keyof typeof fileNames {
  return Object.hasOwn(fileNames, name);
}

/** Compares every case on each backend of the graphics card, and hands on each answer as it comes. */
export async function compareInBrowser(
  cases: readonly string[],
  report: (backend: string, folder: string, answer: PageAnswer) => void,
): Promise<void> {
  const { script } = await bundlePage(fileURLToPath(new URL("./page.ts", import.meta.url)));
  const server = await serve(script, cases);
  try {
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("The server has no port.");
    const browser = await launch("webgpu");
    try {
      for (const backend of graphicsBackends) {
        const page = await browser.newPage();
        await page.goto(`http://127.0.0.1:${address.port}/`);
        await page.waitForFunction(() => typeof window.compareOn === "function");
        for (const [number, folder] of cases.entries()) {
          const question = [backend, `/cases/${number}`, graphicsTolerance] as const;
          report(backend, folder, await page.evaluate((given) => window.compareOn(...given), question));
        }
        await page.close();
      }
    } finally {
      await browser.close();
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
