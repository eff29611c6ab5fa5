/** Frame times while the pointer sweeps over every head of a large model. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import "@tensorflow/tfjs-backend-cpu";
import { ready, setBackend } from "@tensorflow/tfjs-core";
import type { Browser } from "playwright-core";
import { forward } from "../../src/engine/forward";
import { Runner } from "../../src/engine/runner";
import type { DecoderOnlyConfig } from "../../src/model/config";
import { randomParameters } from "../../src/model/parameters";
import { bundlePage } from "../build/page";
import { quantile } from "./statistics";

const tokens = 64;
/** As many layers and heads as GPT-2 small has, with narrow ones: the grid shows patterns, however wide a head is. */
const config: DecoderOnlyConfig = {
  architecture: "decoderOnly",
  layers: 12,
  heads: 12,
  width: 96,
  feedForward: 192,
  activation: "geluTanh",
  norm: "pre",
  finalNorm: true,
  epsilon: 1e-5,
  vocabulary: 200,
  maximumLength: tokens,
  padding: null,
  positions: "learned",
  tiedOutput: true,
  outputBias: false,
};

/** What a model with random weights attends to: [L, H, T, T] in bytes. */
async function patterns(): Promise<Buffer> {
  await setBackend("cpu");
  await ready();
  const runner = new Runner(config, randomParameters(config, 11));
  try {
    forward(runner, config, { ids: [Array.from({ length: tokens }, (_, place) => (place * 37) % config.vocabulary)] });
    const layers: Buffer[] = [];
    for (let layer = 0; layer < config.layers; layer++) {
      const pattern = await runner.read(`decoder.${layer}.selfAttention.pattern`);
      if (!pattern) throw new Error(`Block ${layer + 1} has no pattern.`);
      layers.push(Buffer.from(pattern.data.buffer, pattern.data.byteOffset, pattern.data.byteLength));
    }
    return Buffer.concat(layers);
  } finally {
    runner.dispose();
  }
}

/** The 95th percentile of frame times in ms, while the pointer goes over each head of each layer and back. */
export async function measureGrid(browser: Browser): Promise<number> {
  const [{ script, style }, all] = [
    await bundlePage(fileURLToPath(new URL("./gridPage.tsx", import.meta.url))),
    await patterns(),
  ];
  const html = `<!doctype html><meta charset="utf-8"><style>${style}</style><div id="root" style="padding: 16px"></div><script type="module" src="/page.js"></script>`;
  const server = createServer(({ url }, response) => {
    const send = (body: string | Buffer, type: string) => response.writeHead(200, { "Content-Type": type }).end(body);
    if (url === "/") return send(html, "text/html");
    if (url === "/page.js") return send(script, "text/javascript");
    if (url === "/patterns") return send(all, "application/octet-stream");
    return response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 1300 } });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => typeof window.showGrid === "function");
    await page.evaluate((shape) => window.showGrid(...shape), [config.layers, config.heads, tokens] as const);
    const box = await page.locator(".head-grid-cells").boundingBox();
    if (!box) throw new Error("The grid is not in the page.");
    await page.waitForTimeout(500);
    await page.evaluate(() => window.frameTimes());
    const header = 20;
    const pitch = (box.height - header) / config.layers;
    const ends = [box.x + 4, box.x + box.width - 20] as const;
    for (let layer = 0; layer < config.layers; layer++) {
      // Through the thumbnails and not the switches under them: there and back.
      for (const share of [0.2, 0.4]) {
        const y = box.y + header + (layer + share) * pitch;
        const [from, to] = share === 0.2 ? ends : [ends[1], ends[0]];
        await page.mouse.move(from, y);
        await page.mouse.move(to, y, { steps: 60 });
      }
    }
    await page.mouse.move(ends[1], box.y + header + 0.4 * pitch);
    const times = await page.evaluate(() => window.frameTimes());
    if ((await page.locator(".tip").count()) !== 1) throw new Error("The pointer is on no head.");
    await page.close();
    return quantile(times, 0.95);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
