/** The chapter on fine-tuning in a real browser, on WASM: what is measured is shown, and shipped models answer prompts. */
import { readFileSync } from "node:fs";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { App, expectSound, looks, lookTitle, violations } from "./app";

let app: App;
beforeAll(async () => {
  app = await App.start("none");
});
afterAll(() => app.close());

const minutes = 60_000;
const stage = (page: Page, name: string) => page.getByRole("region", { name });

/** Two numbers of labels, two seeds: the random start needs ten times the labels. */
const grid = {
  command: "npx tsx scripts/models/tuningGrid.ts",
  machine: "a made-up machine",
  classes: ["act", "animal", "person", "plant"],
  heldOut: 1000,
  plan: { method: "full", steps: 100, batch: 16, rate: 0.001 },
  runs: [
    { labels: 30, pretrained: 0.5, random: 0.3 },
    { labels: 300, pretrained: 0.8, random: 0.6 },
  ].flatMap(({ labels, ...shares }) =>
    (["pretrained", "random"] as const).flatMap((start) =>
      [1, 2].map((seed) => ({ labels, start, seed, accuracy: shares[start] + (seed - 1.5) / 50, seconds: 3 })),
    ),
  ),
};
const withGrid = (context: BrowserContext) =>
  context.route("**/texts/tuning-grid.json", (route) => route.fulfill({ json: grid }));

describe("the chapter on fine-tuning", () => {
  it("is reached by the menu, and has shipped models answer prompts", async () => {
    const { page, complaints } = await app.open({ prepare: withGrid });
    await page.getByRole("button", { name: "Learn" }).click();
    await page.getByRole("link", { name: /^Fine-tuning/ }).click();
    await expect.poll(() => page.url()).toMatch(/#finetuning$/);

    const labels = stage(page, "3 What pretraining buys");
    await labels.getByRole("row", { name: /^30 50\.0 % \(49\.0\u2060–\u206051\.0\) 30\.0 %/ }).waitFor();
    await labels.getByText("The random start gets there with 300 labels").waitFor();

    const categories = stage(page, "4 No training").getByRole("article").nth(0);
    await categories.getByText("the label after the definition", { exact: true }).last().click();
    await categories.getByText("4", { exact: true }).last().click();
    await categories.getByLabel("A definition of yours").fill("a young wolf");
    expect(await categories.locator(".fine-prompt").allTextContents()).toEqual([
      expect.stringMatching(/^(.+, a kind of (act|animal|person|plant); ){4}a young wolf, a kind of \?$/),
    ]);
    const ask = categories.getByRole("button", { name: "Ask “Dictionary”" });
    await ask.click();
    const share = async () => (await categories.locator(".bar-text").allTextContents()).map(Number.parseFloat);
    await expect.poll(async () => (await share()).length, { timeout: 2 * minutes }).toBe(4);
    expect((await share()).reduce((sum, one) => sum + one, 0)).toBeCloseTo(100, 0);
    // What was asked before is no answer to this.
    await categories.getByText("the definition after the label", { exact: true }).last().click();
    expect(await share()).toEqual([]);
    expect(await categories.locator(".fine-prompt").count()).toBe(4);
    await ask.click();
    await expect.poll(async () => (await share()).length, { timeout: 2 * minutes }).toBe(4);

    const letters = stage(page, "4 No training").getByRole("article").nth(1);
    await letters.getByText("2", { exact: true }).last().click();
    const mapping = new Map(
      [...((await letters.getByText("Mapping:").textContent()) ?? "").matchAll(/(\w) → (\w)/g)].map(([, a, b]) => [
        a,
        b,
      ]),
    );
    const prompt = (await letters.locator(".fine-letters b").allTextContents()).slice(0, -1);
    expect(prompt).toHaveLength(2 * 2 * mapping.size + 1);
    await letters.getByRole("button", { name: /^Ask “Induction head”/ }).click();
    const [whole, without] = [letters.locator(".bar-list").first(), letters.locator(".bar-list").last()];
    await whole.waitFor({ timeout: 2 * minutes });
    const first = (list: typeof whole) => list.locator(".bar-label").first().textContent();
    expect(await first(whole)).toBe(`✓ ${mapping.get(prompt.at(-1) ?? "")}`);
    expect(await first(without)).not.toMatch(/✓/);
    await letters.getByRole("link", { name: "Open with the head off" }).click();
    await expect.poll(() => page.url()).toMatch(/off=decoder\.1\.selfAttention\.0/);
    await expect
      .poll(() => page.getByRole("textbox").first().inputValue(), { timeout: minutes })
      .toBe(prompt.join(" "));
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("opens the model before and after fine-tuning, each with its definition", async () => {
    const { page } = await app.open({ link: "finetuning", eager: true, prepare: withGrid });
    await page.getByRole("link", { name: "Fill in the blank" }).click();
    await expect.poll(() => page.url()).toMatch(/model=fill-mask/);
    await page.goBack();
    await page.getByRole("link", { name: "Sort into categories" }).click();
    await page.getByText("a young animal that lives in the water").first().waitFor({ timeout: minutes });
    await page.context().close();
  });

  it("says that what was measured could not be fetched, and tries again", async () => {
    const { page } = await app.open({
      link: "finetuning",
      eager: true,
      prepare: (context) => context.route("**/texts/tuning-grid.json", (route) => route.abort()),
    });
    const labels = stage(page, "3 What pretraining buys");
    const again = labels.getByRole("button", { name: "Try again" });
    await again.waitFor({ timeout: minutes });
    await page.context().unroute("**/texts/tuning-grid.json");
    await withGrid(page.context());
    await again.click();
    await labels.getByRole("img").waitFor();
    await page.context().close();
  });

  it.each([
    ["en-US", "light", 1280, /^Done after 10 steps/],
    ["zh-CN", "dark", 390, /^10 步已完成/],
  ] as const)("fine-tunes a head on few labels, %s, %s, %i pixels", async (locale, colorScheme, width, done) => {
    const viewport = { width, height: 844 };
    const options = { link: "finetuning", eager: true, locale, colorScheme, viewport, prepare: withGrid };
    const { page, complaints } = await app.open(options);
    const panel = page.locator(".tune");
    await panel.waitFor({ timeout: minutes });
    // Of the ways to fine-tune the third is the head alone; of the numbers the first three are examples, steps and rate.
    await panel.locator(".choice").nth(1).locator(".segment").nth(2).click();
    await panel.locator(".tune-fields input").nth(0).fill("30");
    await panel.locator(".tune-fields input").nth(1).fill("10");
    const costs = panel.locator(".tune-form .tune-numbers dd");
    await panel.locator(".tune-form .tool").click();
    await costs.first().waitFor({ timeout: minutes });
    // A pooler and a head of five classes.
    expect(await costs.first().textContent()).toMatch(/^17,157 /);
    await panel.locator(".tune-go").click();
    await panel
      .getByRole("status")
      .filter({ hasText: done })
      .waitFor({ timeout: 2 * minutes });

    const share = async (place: number) => {
      const text = await panel.locator(".tune-numbers").last().locator("dd").nth(place).textContent();
      return [...(text ?? "").matchAll(/([\d.]+) %/g)].map(([, number]) => Number(number));
    };
    const [before = 0, now = 0] = await share(0);
    expect(now).toBeGreaterThan(before);
    // The blocks stayed as they were: nothing was forgotten.
    const [could, can] = await share(2);
    expect(can).toBe(could);
    const counts = await panel.locator(".tune-confusion td:not(:last-child)").allTextContents();
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(250);
    await panel
      .locator(".tune-compared")
      .getByText(`${now.toFixed(1)} %`, { exact: true })
      .waitFor();

    await panel.locator(".tune-part .tool").first().click();
    await panel.locator(".bar-list").nth(1).waitFor({ timeout: minutes });
    await panel.locator(".tune-part").last().locator(".tool").click();
    await panel
      .locator(".kind-plane > svg")
      .nth(1)
      .waitFor({ timeout: 2 * minutes });
    await expectSound(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("is paused, stepped, gone on with after the tab was closed, and opened in the explorer", async () => {
    const { page, complaints } = await app.open({ link: "finetuning", eager: true, prepare: withGrid });
    const panel = page.locator(".tune");
    await panel.waitFor({ timeout: minutes });
    const standing = panel.locator(".tune-go ~ [role=status]");
    const button = (name: string | RegExp) => panel.getByRole("button", { name, exact: true });
    const paused = async () => Number(/^Paused at step (\d+) of 500$/.exec((await standing.textContent()) ?? "")?.[1]);
    await panel.getByText("Head only", { exact: true }).click();
    await panel.getByLabel("Examples", { exact: true }).fill("30");
    await panel.getByLabel("Steps", { exact: true }).fill("500");
    await button("Start").click();
    await standing.filter({ hasText: /^Step [1-9]\d* of 500$/ }).waitFor({ timeout: 2 * minutes });
    await button("Pause").click();
    await expect.poll(paused, { timeout: minutes }).toBeGreaterThan(0);
    const step = (await paused()) + 1;
    await button("One step").click();
    await expect.poll(paused, { timeout: minutes }).toBe(step);
    const title = "Classes of definitions, Head only";
    const saved = button(`Go on with ${title}, ${step} of 500 steps`);
    await saved.waitFor();
    const accuracy = async () => panel.locator(".tune-numbers").last().locator("dd").first().textContent();
    const reached = await accuracy();

    await page.reload();
    await saved.click();
    await expect.poll(paused, { timeout: 2 * minutes }).toBe(step);
    // Its curve and what was measured are there: where it began, and what it is now.
    expect(await accuracy()).toBe(reached);
    await button("Go on").click();
    const beyond = /^Step (\d+) of 500$/;
    await expect
      .poll(async () => Number(beyond.exec((await standing.textContent()) ?? "")?.[1]), { timeout: minutes })
      .toBeGreaterThan(step);
    await button("Open in the explorer").click();
    await expect.poll(() => page.url(), { timeout: minutes }).toContain("model=own.tuned");
    await page
      .getByRole("button", { name: /Classes of definitions, head only, step \d+/ })
      .waitFor({ timeout: minutes });
    await page.goBack();
    const last = await paused();
    expect(last).toBeGreaterThan(step);
    await button("Stop").press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Start a new run");
    await standing.filter({ hasText: `Stopped at step ${last} of 500` }).waitFor();

    await button(`Rename ${title}, ${last} of 500 steps`).click();
    await panel.getByLabel("Name of the run").fill("First try");
    await page.keyboard.press("Enter");
    const mine = button(`Go on with First try, ${last} of 500 steps`);
    await mine.waitFor();
    // The keyboard's focus is never lost.
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent);
    await expect.poll(focused).toMatch(/^Rename First try/);
    const compared = panel.locator(".tune-compared tbody tr");
    expect(await compared.count()).toBe(1);
    await panel.locator(".train-saved input").uncheck();
    await expect.poll(() => compared.count()).toBe(0);
    const downloading = page.waitForEvent("download");
    await button(/^Export First try/).click();
    const file = await (await downloading).path();
    await button(/^Delete First try/).click();
    await expect.poll(focused).toBe("Undo");
    await page.keyboard.press("Enter");
    await mine.waitFor();
    await expect.poll(focused).toMatch(/^Go on with First try/);
    await button(/^Delete First try/).click();
    await mine.waitFor({ state: "detached" });
    const importing = panel.getByLabel("Bring back a run that was exported (.zip)");
    await importing.setInputFiles({ name: "a.zip", mimeType: "application/zip", buffer: readFileSync(file) });
    await mine.click();
    await expect.poll(paused, { timeout: minutes }).toBe(last);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("tells of runs that are damaged, and loses none of the others", async () => {
    const { page } = await app.open({ link: "finetuning", eager: true, prepare: withGrid });
    const panel = page.locator(".tune");
    await panel.waitFor({ timeout: minutes });
    await panel.getByText("Head only", { exact: true }).click();
    await panel.getByLabel("Steps", { exact: true }).fill("3");
    await panel.locator(".tune-go").click();
    const saved = panel.getByRole("button", { name: "Go on with Classes of definitions, Head only, 3 of 3 steps" });
    await saved.waitFor({ timeout: 2 * minutes });
    await page.evaluate(async () => {
      const asked = indexedDB.open("glassformer-tuning");
      await new Promise((resolve) => {
        asked.onsuccess = resolve;
      });
      const writing = asked.result.transaction("runs", "readwrite");
      writing.objectStore("runs").put({ id: "broken", plan: { goal: "classes" }, points: "none" });
      await new Promise((resolve) => {
        writing.oncomplete = resolve;
      });
      asked.result.close();
    });
    await page.reload();
    await saved.waitFor({ timeout: minutes });
    await panel.getByText("Saved runs that cannot be read any more: 1.").waitFor();
    expect(await violations(page)).toEqual([]);
    await panel.getByRole("button", { name: "Delete what cannot be read" }).click();
    await panel.getByText("Saved runs that cannot be read any more").waitFor({ state: "detached" });
    await page.reload();
    await saved.click();
    await panel.getByRole("status").filter({ hasText: "Done after 3 steps" }).waitFor({ timeout: minutes });
    await page.context().close();
  });

  it("says how much of the base has come, that it could not be had, and tries again", async () => {
    const weights = "**/models/fill-mask/model.safetensors";
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const { page } = await app.open({
      link: "finetuning",
      eager: true,
      prepare: async (context) => {
        await withGrid(context);
        await context.route(weights, async (route) => {
          await held;
          await route.abort();
        });
      },
    });
    const panel = page.locator(".tune");
    await panel.waitFor({ timeout: minutes });
    await panel.getByRole("button", { name: /^Load “Fill in the blank”/ }).click();
    const loading = panel.getByRole("progressbar", { name: "Loading Fill in the blank" });
    await loading.waitFor({ timeout: minutes });
    expect(Number(await loading.getAttribute("aria-valuenow"))).toBeLessThan(
      Number(await loading.getAttribute("aria-valuemax")),
    );
    goOn();
    const again = panel.getByRole("button", { name: "Try again" });
    await again.waitFor({ timeout: minutes });
    await page.context().unroute(weights);
    await again.click();
    await panel.locator(".tune-form .tune-numbers").waitFor({ timeout: minutes });
    await again.waitFor({ state: "detached" });
    await page.context().close();
  });

  it("stops the small grid when it is told to", async () => {
    const { page } = await app.open({ link: "finetuning", eager: true, prepare: withGrid });
    const live = page.locator(".fine-grid");
    await live.waitFor({ timeout: minutes });
    await live.getByRole("button", { name: "Make the grid" }).click();
    await live.getByRole("progressbar", { name: "A small grid, made here" }).waitFor({ timeout: minutes });
    await live.getByRole("button", { name: "Stop" }).click();
    await live
      .getByRole("status")
      .filter({ hasText: /^Ended: \d of 6 runs done\.$/ })
      .waitFor({ timeout: minutes });
    await page.context().close();
  });

  it.each(looks)(`has nothing for axe to find and fits, ${lookTitle}`, async (look) => {
    const { page } = await app.open({ link: "finetuning", eager: true, ...look, prepare: withGrid });
    const letters = page.getByRole("article").last();
    await letters.locator(".fine-letters").waitFor({ timeout: minutes });
    await page.locator(".katex").first().waitFor({ timeout: minutes });
    await letters.getByRole("button").last().click();
    await letters
      .locator(".bar-list")
      .first()
      .waitFor({ timeout: 2 * minutes });
    await page.locator(".spread-chart svg").first().waitFor();
    await expectSound(page);
    await page.context().close();
  });
});
