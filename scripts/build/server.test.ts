import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { workerPolicy } from "./contentSecurityPolicy";
import { type Served, serve } from "./server";

const folder = mkdtempSync(join(tmpdir(), "glassformer-"));
const script = "console.log(1);".repeat(200);
const running: Served[] = [];

async function start(port = 0): Promise<Served> {
  const served = await serve({ folder, port, host: "127.0.0.1" });
  running.push(served);
  return served;
}

/** `fetch` would undo the compression that is asked about. */
function head(address: string, accept = ""): Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { method: "HEAD", headers: { "accept-encoding": accept } }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers });
    });
    sent.on("error", reject);
    sent.end();
  });
}

beforeAll(() => {
  mkdirSync(join(folder, "assets"));
  mkdirSync(join(folder, "models"));
  writeFileSync(join(folder, "index.html"), "<!doctype html>");
  writeFileSync(join(folder, "assets", "worker-1.js"), script);
  writeFileSync(join(folder, "assets", "worker-1.js.br"), brotliCompressSync(script));
  writeFileSync(join(folder, "assets", "simd-1.wasm"), "\0asm");
  writeFileSync(join(folder, "models", "model.safetensors"), "weights");
});
afterEach(async () => {
  for (const served of running.splice(0)) await served.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("serve", () => {
  it("takes the next free port where the wanted one is taken", async () => {
    const first = await start();
    const taken = Number(new URL(first.address).port);
    const second = await start(taken);
    expect(Number(new URL(second.address).port)).toBeGreaterThan(taken);
    expect((await head(second.address)).status).toBe(200);
  });

  it("sends the compressed file to those who take it, the plain one to others", async () => {
    const { address } = await start();
    expect((await head(`${address}assets/worker-1.js`, "br")).headers["content-encoding"]).toBe("br");
    expect((await head(`${address}assets/worker-1.js`)).headers["content-encoding"]).toBeUndefined();
  });

  it("gives scripts the policy that workers would otherwise lack", async () => {
    const { address } = await start();
    const { headers } = await head(`${address}assets/worker-1.js`);
    expect(headers["content-security-policy"]).toBe(workerPolicy);
  });

  it("names WebAssembly as such, so that it compiles while it streams", async () => {
    const { address } = await start();
    expect((await head(`${address}assets/simd-1.wasm`)).headers["content-type"]).toBe("application/wasm");
  });

  it("lets browsers keep hashed files for good, models for a minute, the page not unasked", async () => {
    const { address } = await start();
    const caching = async (path: string) => (await head(address + path)).headers["cache-control"];
    expect(await caching("assets/simd-1.wasm")).toContain("immutable");
    expect(await caching("models/model.safetensors")).toBe("public, max-age=60");
    expect(await caching("")).toBe("no-cache");
  });

  it("answers 404 for what it does not have, and for what is outside the folder", async () => {
    const { address } = await start();
    expect((await head(`${address}nothing.js`)).status).toBe(404);
    expect((await head(`${address}..%2f..%2fetc%2fpasswd`)).status).toBe(404);
  });

  it("says what to do where there is no build", async () => {
    await expect(serve({ folder: join(folder, "none"), port: 0, host: "127.0.0.1" })).rejects.toThrow("npm run build");
  });
});
