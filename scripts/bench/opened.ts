/** The built app opened in Chromium, ready to be measured. */
import type { Browser, Page } from "playwright-core";
import { type Served, serve } from "../build/server";

/** The app served, with the bytes that went out counted. */
export async function counted(): Promise<Served & { readonly bytes: () => number }> {
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

/** Opens the app at `link` and measures it once it has answered and nothing else runs. */
export async function opened<T>(browser: Browser, link: string, measure: (page: Page) => Promise<T>): Promise<T> {
  const served = await counted();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.goto(`${served.address}#${link}`);
    await page.locator(".explorer:not([data-run=''])").waitFor();
    // Until the automatic choice has timed what there is, its trials share the processor; the files that are kept for
    // work without a network come then, once in a visitor's life.
    await page.waitForTimeout(500);
    while (page.workers().length > 1) await page.waitForTimeout(250);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    return await measure(page);
  } finally {
    await page.close();
    await served.close();
  }
}

/** The page is opened so often for what is typed, stepped and switched: each load has a 95th percentile of its own. */
const loads = 3;

/** Samples of several loads together. */
export async function inLoads(measure: () => Promise<readonly number[]>): Promise<number[]> {
  const samples: number[] = [];
  for (let load = 0; load < loads; load++) samples.push(...(await measure()));
  return samples;
}

/**
 * Between two events that are measured: as quick as anybody types (120 words a minute). Where there is no pause, as with a
 * key that is held down, each event waits for what the last one left to do.
 */
export const pace = 100; // ms

/** What is waited for: from an event of that kind until a selector's attribute has changed and nothing is awaited. */
export interface Watched {
  readonly event: "keydown" | "pointerup" | "pointermove";
  /** Of the first element that there is. */
  readonly element: string;
  readonly attribute: string;
}

/** In the page: times that nobody has asked for yet, and who waits for the next one. */
interface Waits {
  waited: number[];
  next: ((waited: number) => void) | null;
  readonly scheduler: { postTask(task: () => void, options: { readonly priority: "user-blocking" }): void };
}

/** Times from an event to the frame after the attribute changed, all matrices of a step being there. */
export async function watch(page: Page, { event, element, attribute }: Watched): Promise<() => Promise<number>> {
  // No function with a name in it: the compiler would call a helper that the page lacks.
  await page.evaluate(
    ([kind, selector, name]) => {
      const global = window as unknown as Waits;
      global.waited = [];
      global.next = null;
      let since: number | null = null;
      let before: string | null = null;
      document.addEventListener(
        kind,
        ({ timeStamp }) => {
          // Of several moves the first that leads to another cell counts.
          if (since !== null && kind === "pointermove") return;
          since = timeStamp;
          before = document.querySelector(selector)?.getAttribute(name) ?? null;
        },
        true,
      );
      new MutationObserver(() => {
        const [start, now] = [since, document.querySelector(selector)?.getAttribute(name) ?? null];
        if (start === null || now === null || now === before) return;
        // Of the step that is shown, not of those that are drawn ahead.
        if (document.querySelector(".step-now .value-waiting")) return;
        since = null;
        // The frame is painted after its callbacks; a task of the highest priority is the first to run after that.
        requestAnimationFrame(() =>
          global.scheduler.postTask(
            () => {
              const waited = performance.now() - start;
              if (global.next) global.next(waited);
              else global.waited.push(waited);
              global.next = null;
            },
            { priority: "user-blocking" },
          ),
        );
      }).observe(document.body, { subtree: true, childList: true, attributes: true });
    },
    [event, element, attribute] as const,
  );
  // Asking again and again would take time from what is measured.
  return () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const global = window as unknown as Waits;
          const [waited] = global.waited.splice(0, 1);
          if (waited === undefined) global.next = resolve;
          else resolve(waited);
        }),
    );
}
