/** What a visitor waits for, measured on the built app in Chromium. */
import type { Browser, Page } from "playwright-core";
import { counted, inLoads, opened, pace, watch } from "./opened";
import { median, quantile } from "./statistics";

const coldStarts = 20;
const sentences = ["the old woman gives a book to the boy", "three white horses are running in the forest"];
/** The number of the answer that is on the page. */
const answer = { element: ".explorer", attribute: "data-run" } as const;

export interface AppFigures {
  /** Median, from navigation to the first attention maps, nothing cached. */
  readonly coldStartMs: number;
  /** Median of bytes sent until then, headers included. */
  readonly coldStartBytes: number;
  readonly keyToPaintP95Ms: number;
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

async function keys(page: Page): Promise<number[]> {
  const waited: number[] = [];
  const field = page.getByRole("textbox");
  const sample = await watch(page, { event: "keydown", ...answer });
  for (const sentence of sentences) {
    await field.fill(sentence.slice(0, 3));
    await page.waitForTimeout(300);
    await field.press("End");
    // Spaces alone change no token, but each is a key and an answer all the same.
    for (const key of sentence.slice(3)) {
      await page.waitForTimeout(pace);
      await page.keyboard.press(key === " " ? "Space" : key);
      waited.push(await sample());
    }
  }
  return waited;
}

async function switches(page: Page): Promise<number[]> {
  const waited: number[] = [];
  const all = page.locator(".head-switch");
  await all.first().waitFor();
  const sample = await watch(page, { event: "pointerup", ...answer });
  const count = await all.count();
  for (let head = 0; head < count; head++) {
    for (let turn = 0; turn < 2; turn++) {
      await page.waitForTimeout(pace);
      await all.nth(head).click();
      waited.push(await sample());
    }
  }
  return waited;
}

/** The 95th percentile in ms from a switch of a head to the changed outcome, each head off and on; `link` names a model. */
export async function measureSwitches(browser: Browser, link: string): Promise<number> {
  return quantile(await inLoads(() => opened(browser, link, switches)), 0.95);
}

/** Of the model that the page opens with. */
export async function measureApp(browser: Browser): Promise<AppFigures & { readonly backend: string }> {
  const starts: { readonly milliseconds: number; readonly bytes: number }[] = [];
  for (let start = 0; start < coldStarts; start++) starts.push(await coldStart(browser));
  let backend = "none";
  const typed = await inLoads(() =>
    opened(browser, "", async (page) => {
      backend = (await page.locator(".run-info").getAttribute("data-backend")) ?? "none";
      return keys(page);
    }),
  );
  return {
    backend,
    coldStartMs: median(starts.map(({ milliseconds }) => milliseconds)),
    coldStartBytes: median(starts.map(({ bytes }) => bytes)),
    keyToPaintP95Ms: quantile(typed, 0.95),
  };
}
