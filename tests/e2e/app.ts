/** The built app in a real browser, for the journeys. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, BrowserContextOptions, Page, Worker } from "playwright-core";
import { expect } from "vitest";
import { type Graphics, launch } from "../../scripts/browser";
import { type Served, serve } from "../../scripts/build/server";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export interface Opened {
  readonly page: Page;
  /** What the page wrote as an error, and every request to another origin. */
  readonly complaints: string[];
}

export interface OpenOptions extends BrowserContextOptions {
  /** After "#". */
  readonly link?: string;
  /** Before the page is opened: routes, init scripts. */
  readonly prepare?: (context: BrowserContext) => Promise<unknown>;
  /** Do not wait for the first answer. */
  readonly eager?: boolean;
}

/** A browser and a server on this machine alone. */
export class App {
  private readonly browser: Browser;
  private readonly served: Served;

  private constructor(browser: Browser, served: Served) {
    this.browser = browser;
    this.served = served;
  }

  static async start(graphics: Graphics): Promise<App> {
    const served = await serve({ folder: "dist", port: 0, host: "127.0.0.1" });
    return new App(await launch(graphics), served);
  }

  get address(): string {
    return this.served.address;
  }

  async open({ link = "", prepare, eager = false, ...options }: OpenOptions = {}): Promise<Opened> {
    const context = await this.browser.newContext({
      locale: "en-US",
      // Else routes do not see what the service worker answers.
      serviceWorkers: "block",
      viewport: { width: 1440, height: 900 },
      ...options,
    });
    const complaints: string[] = [];
    await prepare?.(context);
    const page = await context.newPage();
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    context.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(this.address) && !/^(blob|data):/.test(url)) complaints.push(`request to ${url}`);
    });
    await page.goto(`${this.address}${link === "" ? "" : `#${link}`}`);
    if (!eager) await answered(page);
    return { page, complaints };
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.served.close();
  }
}

const translation = ".translation";

/** Waits for an answer; with `text`, for that one. */
export async function answered(page: Page, text?: string): Promise<void> {
  if (text === undefined) await page.locator(translation).waitFor({ timeout: 100_000 });
  else await expect.poll(() => page.locator(translation).textContent(), { timeout: 100_000 }).toBe(text);
}

/** The number of the answer on the page; "" before the first of the model at hand. */
export async function runOf(page: Page): Promise<string> {
  return (await page.locator(".explorer").getAttribute("data-run")) ?? "";
}

export async function type(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox").fill(text);
}

/** Picks a backend in the settings, in either language. */
export async function pickBackend(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: /^(Settings|设置)$/ }).click();
  await page.locator(".radio", { hasText: name }).first().click();
  await page.getByRole("button", { name: /^(Close|关闭)$/ }).click();
}

/** Where journeys are made: on the processor, and on the graphics card by a software renderer. */
export const machines = [
  { backend: "wasm", graphics: "none", label: "WebAssembly" },
  { backend: "webgl", graphics: "webgl", label: "WebGL" },
] as const;

/** Opens the page on that backend and none other. */
export async function openOn(
  app: App,
  { backend, label }: (typeof machines)[number],
  options: OpenOptions = {},
): Promise<Opened> {
  const opened = await app.open(options);
  if ((await backendOf(opened.page)) !== backend) {
    await pickBackend(opened.page, label);
    await expect.poll(() => backendOf(opened.page), { timeout: 60_000 }).toBe(backend);
  }
  return opened;
}

export function backendOf(page: Page): Promise<string | null> {
  return page.locator(".run-info").getAttribute("data-backend");
}

/** The engine's worker. */
export async function engineOf(page: Page): Promise<Worker> {
  await expect.poll(() => page.workers().length).toBeGreaterThan(0);
  const worker = page.workers().at(-1);
  if (!worker) throw new Error("The page has no worker.");
  return worker;
}

/** Puts a script before that of every worker whose file is called so. */
export function inWorker(
  context: BrowserContext,
  file: "worker" | "trainingWorker" | "tuningWorker",
  script: string,
): Promise<unknown> {
  return context.route(`**/assets/${file}-*.js`, async (route) => {
    try {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${script}\n${await response.text()}` });
    } catch {
      // A test may end while a worker is still on its way: then nobody waits for it.
    }
  });
}

/** A script that keeps a worker's contexts where `loseContexts` finds them. */
export const keepContexts = `const make = OffscreenCanvas.prototype.getContext;
  self.contexts = [];
  OffscreenCanvas.prototype.getContext = function (...given) {
    const context = make.apply(this, given);
    if (context) self.contexts.push(context);
    return context;
  };`;

/** A script that keeps a worker's WebGPU devices in `devices`. */
export const keepDevices = `const request = GPUAdapter.prototype.requestDevice;
  self.devices = [];
  GPUAdapter.prototype.requestDevice = async function (...given) {
    const device = await request.apply(this, given);
    self.devices.push(device);
    return device;
  };`;

/** Takes the graphics card away from a worker; → how many contexts it had. */
export function loseContexts(worker: Worker): Promise<number> {
  return worker.evaluate(() => {
    const { contexts } = self as unknown as { contexts: WebGLRenderingContext[] };
    return contexts.map((context) => context.getExtension?.("WEBGL_lose_context")?.loseContext()).length;
  });
}

/** Every violation that axe finds, as "rule: element". */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof import("axe-core") };
    const { violations: found } = await checker.run(document);
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

const viewport = (width: number) => ({ width, height: 844 });
/** Both themes in both languages, wide and as wide as a phone. */
export const looks = [
  { colorScheme: "light", locale: "en-US", viewport: viewport(1440) },
  { colorScheme: "dark", locale: "en-US", viewport: viewport(390) },
  { colorScheme: "dark", locale: "zh-CN", viewport: viewport(1440) },
  { colorScheme: "light", locale: "zh-CN", viewport: viewport(390) },
] as const;
/** For the title of a test of each. */
export const lookTitle = "$colorScheme, $locale, $viewport.width pixels";

/** Nothing for axe to find, and no wider than the screen. */
export async function expectSound(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}
