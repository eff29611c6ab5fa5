/**
 * Every figure, drawn in a real browser from recorded traces: compared with its committed pictures, in both themes,
 * without a violation of accessibility in either language, and within the width of a phone.
 * `UPDATE_PICTURES=1 npx vitest run --config tests/e2e/vitest.config.ts tests/gallery` takes new pictures.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch } from "../../scripts/browser";
import { type Served, serve } from "../../scripts/build/server";
import { violations } from "../e2e/app";
import { compare, halved } from "./compare";

const here = fileURLToPath(new URL(".", import.meta.url));
const pictures = join(here, "pictures");
/** Where a picture that differs is left to be looked at. */
const results = "test-results/gallery";
const figures = readdirSync(join(here, "figures")).map((file) => file.replace(".tsx", ""));
const update = process.env.UPDATE_PICTURES === "1";
/** Of the pixels that are drawn on, and of a square's: fonts are smoothed otherwise elsewhere, but not that much. */
const most = { share: 0.02, worst: 0.15 };

let folder: string;
let served: Served;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "glassformer-gallery-"));
  await build({
    configFile: join(here, "vite.config.ts"),
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true },
  });
  served = await serve({ folder, port: 0, host: "127.0.0.1" });
  browser = await launch("none");
  const context = await browser.newContext({ viewport: { width: 800, height: 900 }, reducedMotion: "reduce" });
  page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  if (update) mkdirSync(pictures, { recursive: true });
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** Shows one figure and waits until its fonts have come and it was painted with them. */
async function show(name: string, theme: "light" | "dark", language: "en" | "zh-Hans"): Promise<void> {
  await page.goto(`${served.address}#figure=${name}&theme=${theme}&language=${language}`);
  await page.locator(`section#${name}`).waitFor();
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });
}

/** CSS pixels: what is longer is compared down to here, so that no picture is large. */
const longest = 2400;

async function picture(name: string): Promise<Buffer> {
  const box = await page.locator(`section#${name}`).boundingBox();
  if (!box) throw new Error(`The figure ${name} is not on the page.`);
  const clip = { ...box, height: Math.min(box.height, longest) };
  return page.screenshot({ fullPage: true, clip, animations: "disabled" });
}

describe.each(figures)("the figure %s", (name) => {
  it.each(["light", "dark"] as const)(
    "looks as it did in the %s theme, and can be used by everybody",
    async (theme) => {
      await page.setViewportSize({ width: 800, height: 900 });
      await show(name, theme, "en");
      const found = await halved(page, await picture(name));
      const path = join(pictures, `${name}-${theme}.png`);
      if (update) writeFileSync(path, found);
      expect(existsSync(path), `${path} is missing: run the test with UPDATE_PICTURES=1`).toBe(true);
      const difference = await compare(page, readFileSync(path), found);
      const alike = difference.sameSize && difference.share <= most.share && difference.worst <= most.worst;
      if (!alike) {
        mkdirSync(results, { recursive: true });
        writeFileSync(join(results, `${name}-${theme}.png`), found);
      }
      expect(alike, `${JSON.stringify(difference)}; ${results}/${name}-${theme}.png is how it looks now`).toBe(true);
      expect(await violations(page)).toEqual([]);
    },
  );

  it("speaks Chinese, and is no wider than a phone", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await show(name, "light", "zh-Hans");
    const [wide, words] = await page.evaluate(() => [
      document.documentElement.scrollWidth - window.innerWidth,
      document.querySelector("section")?.textContent ?? "",
    ]);
    expect(wide).toBeLessThanOrEqual(0);
    expect(words).not.toMatch(/figure\.[a-z]/);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

it("has no picture of a figure that is gone", () => {
  const names = readdirSync(pictures).map((file) => file.replace(/-(light|dark)\.png$/, ""));
  expect([...new Set(names)].filter((name) => !figures.includes(name))).toEqual([]);
});
