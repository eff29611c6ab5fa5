/** Bad input and things that break: each has a clear message and loses nothing. */
import { readFileSync } from "node:fs";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  App,
  answered,
  backendOf,
  engineOf,
  inWorker,
  keepContexts,
  keepDevices,
  loseContexts,
  pickBackend,
  type,
} from "./app";

const weights = "**/models/translate/model.safetensors";
const notices = ".notice span";

/** Waits until the files of a model are kept for the next visit, and throws them away. */
async function forgetModels(page: Page): Promise<void> {
  const kept = () => page.evaluate(async () => (await (await caches.open("glassformer.models")).keys()).length);
  await expect.poll(kept, { timeout: 20_000 }).toBe(4);
  await page.evaluate(() => caches.delete("glassformer.models"));
}

describe("without a graphics card", () => {
  let app: App;
  beforeAll(async () => {
    app = await App.start("none");
  });
  afterAll(() => app.close());

  describe("a text", () => {
    it.each([
      ["empty", "", /Nothing is typed yet/],
      ["of spaces", "   ", /Nothing is typed yet/],
      ["over the model's length", "the cat ".repeat(20), /The text is 40 tokens; this model reads at most 32/],
      ["of 10,000 characters", "cat ".repeat(2500), /The text is 2500 tokens; this model reads at most 32/],
    ])("that is %s is refused with words, and the last result stays", async (_, text, message) => {
      const { page, complaints } = await app.open();
      await type(page, text);
      await expect.poll(() => page.locator("#input-problem").textContent()).toMatch(message);
      expect(await page.locator("#input-problem").textContent()).toContain("“the red car is fast”");
      expect(await page.getByRole("textbox").inputValue()).toBe(text);
      await answered(page, "la voiture rouge est rapide");
      await type(page, "the cat sleeps");
      await answered(page, "le chat dort");
      expect(await page.locator("#input-problem").textContent()).toBe("");
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    it.each([
      ["one word of 10,000 letters", "a".repeat(10_000), 1],
      ["emoji", "the 👩🏽‍🚀 sleeps 🐈", 2],
      ["right-to-left letters", "the שלום sleeps", 1],
      ["marks of HTML", "the <img src=x onerror=alert(1)> sleeps", 0],
    ])("with %s is read, its unknown words marked", async (_, text, unknown) => {
      const { page, complaints } = await app.open();
      await type(page, text);
      await expect.poll(() => page.locator(".token.unknown").count()).toBeGreaterThanOrEqual(Math.max(1, unknown));
      if (unknown > 0) expect(await page.locator(".token.unknown").count()).toBe(unknown);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
      expect(await page.locator("img").count()).toBe(0);
      expect(complaints).toEqual([]);
      await page.context().close();
    });
  });

  it("goes on with another text while many keys are pressed, and ends with the last", async () => {
    const { page } = await app.open();
    await page.getByRole("textbox").fill("");
    await page.getByRole("textbox").pressSequentially("the dogs do not sleep", { delay: 5 });
    await answered(page, "les chiens ne dorment pas");
    await page.context().close();
  });

  it("recovers on another backend when the worker is killed in the middle, and keeps everything", async () => {
    const { page } = await app.open({ link: "text=the+dog+sleeps&to=fr&off=decoder.0.selfAttention.1" });
    await answered(page, "le chien dort");
    // A choice of one backend: no other worker is being timed beside it.
    await pickBackend(page, "WebAssembly");
    await expect.poll(() => page.workers().length, { timeout: 20_000 }).toBe(1);
    await answered(page, "le chien dort");
    await type(page, "the white dogs sleep");
    await (await engineOf(page)).evaluate(() => self.close());
    await expect
      .poll(() => page.locator(notices).allTextContents(), { timeout: 60_000 })
      .toEqual(expect.arrayContaining([expect.stringMatching(/ended unexpectedly/)]));
    await answered(page, "les chiens blancs dorment");
    expect(await backendOf(page)).not.toBe("wasm");
    expect(await page.locator(".off-list li").count()).toBe(1);
    expect(await page.getByRole("textbox").inputValue()).toBe("the white dogs sleep");
    await page.context().close();
  });

  it("says that nothing runs where the engine cannot be fetched, though it failed before anybody held it", async () => {
    const prepare = async (context: BrowserContext) => {
      await context.route("**/assets/worker-*.js", (route) => route.abort());
      // A link to a model of one's own waits for the storage first.
      await context.route("**/assets/library-*.js", async (route) => {
        await new Promise((late) => setTimeout(late, 1500));
        await route.continue();
      });
    };
    const { page } = await app.open({ link: "model=own.gone", prepare, eager: true });
    await page.getByText("The model is not running.").waitFor({ timeout: 20_000 });
    expect(await page.locator(notices).allTextContents()).toEqual(
      expect.arrayContaining([expect.stringMatching(/Nothing on this device could run the model/)]),
    );
    await page.context().close();
  });

  it("runs in plain JavaScript where there is neither WASM nor WebGL, and says so", async () => {
    const prepare = async (context: BrowserContext) => {
      await context.route("**/*.wasm", (route) => route.abort());
      await inWorker(context, "worker", "OffscreenCanvas.prototype.getContext = () => null;");
    };
    const { page } = await app.open({ prepare });
    await answered(page, "la voiture rouge est rapide");
    expect(await backendOf(page)).toBe("cpu");
    expect((await page.locator(notices).allTextContents()).join()).toMatch(/Plain JavaScript takes over/);
    await page.context().close();
  });

  it.each([
    ["is cut short", (body: Buffer) => body.subarray(0, 300_000), /the data ends at byte \d+; the file has \d+ bytes/],
    [
      "lies about its header",
      (body: Buffer) => Buffer.concat([Buffer.from("ffffffffffffff7f", "hex"), body.subarray(8)]),
      /header/,
    ],
    ["is a web page", () => Buffer.from("<!doctype html><title>404</title>"), /could not be used/],
  ] as const)(
    "names what is wrong with a checkpoint that %s, and loads a whole one afterwards",
    async (_, change, message) => {
      let broken = true;
      const prepare = (context: BrowserContext) =>
        context.route(weights, (route) => {
          const body = readFileSync("public/models/translate/model.safetensors");
          return route.fulfill({ body: broken ? change(body) : body, contentType: "application/octet-stream" });
        });
      const { page } = await app.open({ prepare, eager: true });
      await expect.poll(() => page.locator("#input-problem").textContent()).toMatch(message);
      broken = false;
      await page.getByRole("button", { name: "Try again" }).click();
      await answered(page, "la voiture rouge est rapide");
      expect(await page.locator("#input-problem").textContent()).toBe("");
      await page.context().close();
    },
  );

  it("leaves the running model as it was when a new start finds a broken checkpoint", async () => {
    let broken = false;
    const prepare = (context: BrowserContext) =>
      context.route(weights, (route) => (broken ? route.fulfill({ body: "broken" }) : route.continue()));
    const { page } = await app.open({ prepare });
    await forgetModels(page);
    broken = true;
    await pickBackend(page, "Plain JavaScript");
    await expect.poll(() => page.locator("#input-problem").textContent()).toMatch(/could not be used/);
    await type(page, "the cat sleeps");
    await answered(page, "le chat dort");
    expect(await backendOf(page)).toBe("wasm");
    await page.context().close();
  });

  it("takes a model from the browser's own store on the next visit", async () => {
    let asked = 0;
    const prepare = (context: BrowserContext) =>
      context.route(weights, (route) => {
        // The page's hint to the browser is no request of the engine's.
        if (route.request().resourceType() === "fetch") asked += 1;
        return route.continue();
      });
    const { page } = await app.open({ prepare });
    const kept = () => page.evaluate(async () => (await (await caches.open("glassformer.models")).keys()).length);
    await expect.poll(kept, { timeout: 20_000 }).toBe(4);
    asked = 0;
    await page.reload();
    await answered(page, "la voiture rouge est rapide");
    expect(asked).toBe(0);
    await page.context().close();
  });

  it("says so when the model cannot be fetched", async () => {
    const prepare = (context: BrowserContext) => context.route(weights, (route) => route.abort());
    const { page } = await app.open({ prepare, eager: true });
    await expect.poll(() => page.locator("#input-problem").textContent()).toMatch(/Is the connection down/);
    await page.context().close();
  });

  it("works where storage is forbidden", async () => {
    const prepare = (context: BrowserContext) =>
      context.addInitScript(() => {
        Object.defineProperty(window, "localStorage", {
          get() {
            throw new Error("forbidden");
          },
        });
      });
    const { page, complaints } = await app.open({ prepare });
    await page.getByRole("button", { name: "中文" }).click();
    await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("zh-Hans");
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

/** Says that the card is lost, and answers what is typed next on the processor. */
async function expectRecovered(page: Page): Promise<void> {
  await expect
    .poll(() => page.locator(notices).allTextContents(), { timeout: 60_000 })
    .toEqual(expect.arrayContaining([expect.stringMatching(/connection to the graphics card/)]));
  await expect.poll(() => backendOf(page), { timeout: 60_000 }).toBe("wasm");
  await type(page, "the dogs sleep");
  await answered(page, "les chiens dorment");
}

describe("with a graphics card", () => {
  let app: App;
  beforeAll(async () => {
    app = await App.start("webgl");
  });
  afterAll(() => app.close());

  it("recovers from a lost WebGL context with text and switches kept", async () => {
    const prepare = (context: BrowserContext) => inWorker(context, "worker", keepContexts);
    const { page } = await app.open({ prepare, link: "text=the+dog+sleeps&to=fr&off=decoder.0.selfAttention.1" });
    await pickBackend(page, "WebGL");
    await expect.poll(() => backendOf(page), { timeout: 60_000 }).toBe("webgl");
    const lost = await loseContexts(await engineOf(page));
    expect(lost).toBeGreaterThan(0);
    await expectRecovered(page);
    expect(await page.locator(".off-list li").count()).toBe(1);
    await page.context().close();
  });
});

describe("with WebGPU", () => {
  let app: App;
  beforeAll(async () => {
    app = await App.start("webgpu");
  });
  afterAll(() => app.close());

  it("recovers from a lost device with the text kept", async () => {
    const prepare = (context: BrowserContext) => inWorker(context, "worker", keepDevices);
    const { page } = await app.open({ prepare, link: "text=the+dog+sleeps&to=fr" });
    await pickBackend(page, "WebGPU");
    await expect.poll(() => backendOf(page), { timeout: 60_000 }).toBe("webgpu");
    const worker = await engineOf(page);
    expect(await worker.evaluate("self.devices.map((device) => device.destroy()).length")).toBeGreaterThan(0);
    await expectRecovered(page);
    await page.context().close();
  });
});
