/** What a visitor waits for, measured on the built app in Chromium. */
import type { Browser, Page } from "playwright-core";
import { type Served, serve } from "../build/server";
import { median, quantile } from "./statistics";

const coldStarts = 20;
const sentences = ["the old woman gives a book to the boy", "three white horses are running in the forest"];

export interface AppFigures {
  /** Median, from navigation to the first attention maps, nothing cached. */
  readonly coldStartMs: number;
  /** Median of bytes sent until then, headers included. */
  readonly coldStartBytes: number;
  readonly keyToPaintP95Ms: number;
  readonly switchToOutputP95Ms: number;
}

/** The app served, with the bytes that went out counted. */
async function counted(): Promise<Served & { readonly bytes: () => number }> {
  let sent = 0;
  const served = await serve({
    folder: "dist",
    port: 0,
    host: "127.0.0.1",
    before(request, response) {
      const start = request.socket.bytesWritten;
      response.on("close", () => {
        sent += request.socket.bytesWritten - start;
      });
      return false;
    },
  });
  return { ...served, bytes: () => sent };
}

async function coldStart(browser: Browser): Promise<{ readonly milliseconds: number; readonly bytes: number }> {
  // A server of its own: what an earlier page still fetches is not counted here.
  const served = await counted();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(served.address, { waitUntil: "commit" });
  const milliseconds = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list, observer) => {
          const [mark] = list.getEntriesByName("first-attention");
          if (!mark) return;
          observer.disconnect();
          resolve(mark.startTime);
        }).observe({ type: "mark", buffered: true });
      }),
  );
  const bytes = served.bytes();
  await context.close();
  await served.close();
  return { milliseconds, bytes };
}

/** Times from an input event of that kind to the frame after the next answer is on the page. */
async function watch(page: Page, event: "keydown" | "pointerup"): Promise<() => Promise<number>> {
  await page.evaluate((kind) => {
    const global = window as unknown as { waited: number[] };
    global.waited = [];
    let since: number | null = null;
    document.addEventListener(kind, ({ timeStamp }) => (since = timeStamp), true);
    const explorer = document.querySelector(".explorer");
    if (!explorer) throw new Error("The page has no explorer.");
    new MutationObserver(() => {
      if (since === null) return;
      const start = since;
      since = null;
      // The frame is painted after its callbacks; the next task runs after that.
      requestAnimationFrame(() => setTimeout(() => global.waited.push(performance.now() - start)));
    }).observe(explorer, { attributes: true, attributeFilter: ["data-run"] });
  }, event);
  return async () => {
    await page.waitForFunction(() => (window as unknown as { waited: number[] }).waited.length > 0, null, {
      polling: 5,
    });
    return page.evaluate(() => (window as unknown as { waited: number[] }).waited.pop() ?? Number.NaN);
  };
}

async function keys(page: Page): Promise<number[]> {
  const waited: number[] = [];
  const field = page.getByRole("textbox");
  const sample = await watch(page, "keydown");
  for (const sentence of sentences) {
    await field.fill("the");
    await page.waitForTimeout(300);
    await field.press("End");
    // Spaces alone change no token, but each is a key and an answer all the same.
    for (const key of sentence.slice(3)) {
      await page.keyboard.press(key === " " ? "Space" : key);
      waited.push(await sample());
    }
  }
  return waited;
}

async function switches(page: Page): Promise<number[]> {
  const waited: number[] = [];
  const sample = await watch(page, "pointerup");
  const all = page.locator(".head-switch");
  const count = await all.count();
  for (let head = 0; head < count; head++) {
    for (let turn = 0; turn < 2; turn++) {
      await all.nth(head).click();
      waited.push(await sample());
    }
  }
  return waited;
}

export async function measureApp(browser: Browser): Promise<AppFigures & { readonly backend: string }> {
  const starts: { readonly milliseconds: number; readonly bytes: number }[] = [];
  for (let start = 0; start < coldStarts; start++) starts.push(await coldStart(browser));
  const served = await counted();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(served.address);
  await page.locator(".translation").waitFor();
  // Until the automatic choice has timed what there is, its trials share the processor.
  await page.waitForTimeout(500);
  while (page.workers().length > 1) await page.waitForTimeout(250);
  const typed = await keys(page);
  const switched = await switches(page);
  const backend = (await page.locator(".run-info").getAttribute("data-backend")) ?? "none";
  await page.close();
  await served.close();
  return {
    backend,
    coldStartMs: median(starts.map(({ milliseconds }) => milliseconds)),
    coldStartBytes: median(starts.map(({ bytes }) => bytes)),
    keyToPaintP95Ms: quantile(typed, 0.95),
    switchToOutputP95Ms: quantile(switched, 0.95),
  };
}
