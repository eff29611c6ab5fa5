/** A small task is learned to its target on WASM and on WebGL, is paused, survives a closed page and a lost graphics card, and goes on. */
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { App, inWorker, keepContexts, loseContexts, machines, pickBackend, violations } from "./app";

const minutes = 60_000;
const standing = async (page: Page) => (await page.locator(".train-controls p").textContent()) ?? "";
const shown = async (page: Page, name: string) => {
  const [found] = await page.locator(".train-numbers div", { hasText: name }).locator("dd").allTextContents();
  return found ?? "";
};

/** Takes the graphics card away from a run that goes on, and goes on on WASM with what was saved of it; → its step. */
async function loseCard(page: Page, steps: number): Promise<number> {
  await page.getByRole("button", { name: "Go on", exact: true }).click();
  await expect.poll(() => standing(page)).toMatch(/^Training: step/);
  const worker = page.workers().find((one) => one.url().includes("trainingWorker"));
  if (!worker) throw new Error("Nothing trains.");
  expect(await loseContexts(worker)).toBeGreaterThan(0);
  const alert = page.getByRole("alert");
  await alert.waitFor();
  expect(await alert.textContent()).toMatch(/^The connection to the graphics card was lost.* “Saved runs”/);
  expect(await page.locator(".line-chart").count()).toBe(2);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "中文" }).click();
  await expect.poll(() => alert.textContent()).toMatch(/^与显卡的连接已断开.*“已保存的训练”/);
  await page.getByRole("button", { name: "English" }).click();

  await pickBackend(page, "WebAssembly");
  const saved = page.getByRole("button", { name: /^Go on with Handwritten digits/ });
  await saved.waitFor();
  const step = Number(/\d+/.exec((await saved.textContent()) ?? "")?.[0]);
  await saved.click();
  await expect.poll(() => standing(page), { timeout: minutes }).toBe(`Paused at step ${step} of ${steps}.`);
  expect(await shown(page, "Computed by")).toBe("WebAssembly");
  return step;
}

/** Fields of the plan that are not as they come, and the share of held-out digits that is to be told, in %. */
const plans = {
  wasm: { fields: {}, steps: 1500, target: 85 },
  // In software WebGL takes half a minute to make its programs: few operations, and batches as large as what is held out.
  webgl: {
    fields: {
      ...{ "Patch, pixels a side": 14, Layers: 1, Heads: 1, Width: 16, "Feed-forward width": 32 },
      ...{ "Learning rate": 0.03, "Warm-up, steps": 3, "Examples a step": 256 },
    },
    steps: 200,
    target: 60,
  },
} as const;

describe.each(machines)("the training page on $backend", ({ backend, graphics, label }) => {
  let app: App;
  beforeAll(async () => {
    app = await App.start(graphics);
  });
  afterAll(() => app.close());

  it(
    "teaches digits, is paused, and goes on after a reload, and after the graphics card is lost",
    async () => {
      const { fields, steps, target } = plans[backend];
      const prepare = (context: BrowserContext) => inWorker(context, "trainingWorker", keepContexts);
      const { page, complaints } = await app.open({ link: "train", eager: true, prepare });
      await page.getByLabel("Task").selectOption({ label: "Handwritten digits" });
      for (const [name, value] of Object.entries(fields))
        await page.getByLabel(name, { exact: true }).fill(String(value));
      await page.getByLabel("Steps", { exact: true }).fill(String(steps));
      await pickBackend(page, label);
      await page.getByRole("button", { name: "Start training" }).click();
      await expect.poll(() => standing(page), { timeout: 3 * minutes }).toMatch(/^Training: step/);
      expect(await shown(page, "Computed by")).toBe(label);
      const right = async () => Number.parseFloat(await shown(page, "Digits right, held out"));
      expect(await right()).toBeLessThan(40);
      await expect.poll(right, { timeout: 3 * minutes, interval: 200 }).toBeGreaterThanOrEqual(target);
      await page.getByRole("button", { name: "Pause" }).click();
      await expect.poll(() => standing(page), { timeout: minutes }).toMatch(/^Paused at step/);
      const paused = Number(/\d+/.exec(await standing(page))?.[0]);
      const saved = page.getByRole("button", { name: `Go on with Handwritten digits, ${paused} of ${steps} steps` });
      await saved.waitFor();

      // The choice of the backend outlasts the page too.
      await page.reload();
      await saved.click();
      await expect.poll(() => standing(page), { timeout: 3 * minutes }).toBe(`Paused at step ${paused} of ${steps}.`);
      expect(await right()).toBeGreaterThan(target - 10);
      await page.getByRole("button", { name: "One step" }).click();
      await expect.poll(() => standing(page), { timeout: minutes }).toBe(`Paused at step ${paused + 1} of ${steps}.`);
      expect(await page.locator(".train-pictures li").count()).toBe(12);
      await page
        .locator(".train-pictures li", { hasText: /^A \d, read as \d, .*: right/ })
        .first()
        .waitFor();
      expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
      const step = backend === "webgl" ? await loseCard(page, steps) : paused + 1;
      const heard = complaints.length;
      // What was saved has learned what was seen.
      expect(await right()).toBeGreaterThan(target - 10);
      await page.getByRole("button", { name: "Open in the explorer" }).click();
      await page.getByRole("button", { name: `Digits, own, step ${step}` }).waitFor({ timeout: minutes });
      expect(complaints.slice(heard)).toEqual([]);
      await page.context().close();
    },
    10 * minutes,
  );
});

describe("fine-tuning with a graphics card", () => {
  let app: App;
  beforeAll(async () => {
    app = await App.start("webgl");
  });
  afterAll(() => app.close());

  it(
    "says that it is lost, keeps what was saved, and goes on from there",
    async () => {
      const prepare = (context: BrowserContext) => inWorker(context, "tuningWorker", keepContexts);
      const { page } = await app.open({ link: "finetuning", eager: true, prepare });
      const panel = page.locator(".tune");
      const status = panel.locator(".tune-go ~ [role=status]");
      await panel.getByText("Head only", { exact: true }).click({ timeout: minutes });
      await panel.getByLabel("Examples", { exact: true }).fill("30");
      await panel.getByLabel("Steps", { exact: true }).fill("500");
      await panel.getByRole("button", { name: "Start", exact: true }).click();
      await status.filter({ hasText: /^Step [1-9]/ }).waitFor({ timeout: 2 * minutes });
      await panel.getByRole("button", { name: "Stop", exact: true }).click();
      await status.filter({ hasText: /^Stopped/ }).waitFor({ timeout: minutes });
      const saved = panel.getByRole("button", { name: /^Go on with Classes/ });
      const name = await saved.textContent();

      await pickBackend(page, "WebGL");
      await page.reload();
      await saved.click();
      // In software WebGL takes long to score a model: the card is taken away meanwhile.
      await status.filter({ hasText: /^Scoring/ }).waitFor({ timeout: minutes });
      const worker = page.workers().find((one) => one.url().includes("tuningWorker"));
      if (!worker) throw new Error("Nothing trains.");
      expect(await loseContexts(worker)).toBeGreaterThan(0);
      await status.filter({ hasText: /^The connection to the graphics card was lost.* “Saved runs”/ }).waitFor();
      expect(await saved.textContent()).toBe(name);

      await pickBackend(page, "WebAssembly");
      await saved.click();
      await status.filter({ hasText: /^Paused at step \d+ of 500$/ }).waitFor({ timeout: minutes });
      await page.context().close();
    },
    5 * minutes,
  );
});
