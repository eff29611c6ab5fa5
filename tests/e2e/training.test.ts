/** The training page in a real browser: a run learns, is paused, survives a closed tab, and goes on. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { App, expectSound, runOf, violations } from "./app";

let app: App;
beforeAll(async () => {
  app = await App.start("none");
});
afterAll(() => app.close());

const minutes = 60_000;
const standing = async (page: Page) => (await page.locator(".train-controls p").textContent()) ?? "";
const number = async (page: Page, name: string) => {
  const shown = page.locator(".train-numbers div", { hasText: name }).locator("dd");
  return Number.parseFloat((await shown.textContent()) ?? "");
};

describe("the training page", () => {
  it("teaches sorting on WASM, is paused, and goes on after the tab was closed", async () => {
    const { page, complaints } = await app.open({ link: "train", eager: true });
    await page.getByRole("button", { name: "Start training" }).click();
    await expect.poll(() => standing(page), { timeout: minutes }).toMatch(/^Training: step/);
    const exact = () => number(page, "Whole answers right, held out");
    await expect.poll(exact, { timeout: 4 * minutes, interval: 200 }).toBeGreaterThanOrEqual(75);
    await page.getByRole("button", { name: "Pause" }).click();
    await expect.poll(() => standing(page)).toMatch(/^Paused at step/);
    let paused = Number(/\d+/.exec(await standing(page))?.[0]);
    const saved = page.getByRole("button", { name: `Go on with Sort seven digits, ${paused} of 2000 steps` });
    await saved.waitFor();
    expect(await page.locator(".train-predictions tbody tr").count()).toBe(5);

    await page.reload();
    await saved.click();
    await expect.poll(() => standing(page), { timeout: minutes }).toBe(`Paused at step ${paused} of 2000.`);
    expect(await exact()).toBeGreaterThan(50);
    const timeline = page.getByRole("slider", { name: "Timeline" });
    await timeline.focus();
    await page.keyboard.press("Home");
    await page.getByRole("heading", { name: "At step 0" }).waitFor();
    expect(await exact()).toBeLessThan(10);
    expect(await page.locator(".train-predictions mark").count()).toBeGreaterThan(5);
    expect(await timeline.getAttribute("max")).toMatch(/^\d+$/);
    await page.getByRole("button", { name: "Open this moment in the explorer" }).click();
    await page.getByRole("button", { name: "Sort, own, step 0" }).waitFor({ timeout: minutes });
    await page.getByRole("button", { name: "Train", exact: true }).click();
    await page.getByRole("button", { name: "Back to now" }).click();
    await page.getByRole("heading", { name: "Now" }).waitFor();
    expect(await exact()).toBeGreaterThan(50);
    await page.getByRole("button", { name: "Take the next step apart" }).click();
    const update = page.locator(".train-update tr");
    await update.last().waitFor({ timeout: minutes });
    const result = async (words: RegExp) =>
      Number(await update.filter({ hasText: words }).locator("td").last().textContent());
    const [sum, model] = [await result(/^the weight after/), await result(/^the weight in the model/)];
    expect(Math.abs(sum - model)).toBeLessThan(1e-5);
    const tried = page.locator(".train-tried");
    await tried.waitFor({ timeout: minutes });
    const [, chain, measured] =
      /its slope (-?[\d.e-]+)\..*slope of (-?[\d.e-]+)\./.exec((await tried.textContent()) ?? "") ?? [];
    // Of the whole loss only the digits that 32 bits have of it change.
    expect(Math.abs(Number(chain) - Number(measured))).toBeLessThan(1e-3);
    expect(await page.locator(".train-sum").textContent()).toMatch(/= (\d+\.\d{3}).*The step said \1/);
    expect(await violations(page)).toEqual([]);
    paused += 1;
    await expect.poll(() => standing(page)).toBe(`Paused at step ${paused} of 2000.`);
    await page.getByRole("button", { name: "One step" }).click();
    await expect.poll(() => standing(page)).toBe(`Paused at step ${paused + 1} of 2000.`);
    await page.getByRole("button", { name: "Open in the explorer" }).click();
    await expect.poll(() => runOf(page), { timeout: minutes }).not.toBe("");
    await page.getByRole("button", { name: `Sort, own, step ${paused + 1}` }).waitFor({ timeout: minutes });
    await page.getByRole("button", { name: "Train", exact: true }).click();
    await expect.poll(() => standing(page)).toBe(`Paused at step ${paused + 1} of 2000.`);
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByRole("button", { name: "Start training" }).waitFor();
    await page.getByRole("button", { name: /^Rename Sort/ }).click();
    await page.getByLabel("Name of the run").fill("First try");
    await page.keyboard.press("Enter");
    const mine = page.getByRole("button", { name: `Go on with First try, ${paused + 1} of 2000 steps` });
    await mine.waitFor();
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: /^Export First try/ }).click();
    const file = await (await downloading).path();
    await page.getByRole("button", { name: /^Delete First try/ }).click();
    await page.getByText("Runs are saved here").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await mine.waitFor();
    await page.getByRole("button", { name: /^Delete First try/ }).click();
    const importing = page.getByLabel("Bring back a run that was exported (.zip)");
    await importing.setInputFiles({ name: "a.zip", mimeType: "application/zip", buffer: Buffer.from("none") });
    await page.getByText("This file of 4 bytes is no archive of a run").waitFor();
    await importing.setInputFiles({ name: "b.zip", mimeType: "application/zip", buffer: readFileSync(file) });
    await mine.click();
    await expect.poll(() => standing(page), { timeout: minutes }).toBe(`Paused at step ${paused + 1} of 2000.`);
    expect(await exact()).toBeGreaterThan(50);
    await timeline.waitFor();
    // A model that was opened in the explorer is still there.
    await page.getByRole("button", { name: "Open in the explorer" }).click();
    await expect.poll(() => page.url(), { timeout: minutes }).toContain("model=own.trained");
    const chosen = page.getByRole("button", { name: `Sort, own, step ${paused + 1}` });
    await chosen.waitFor({ timeout: minutes });
    await page.waitForTimeout(1000);
    await page.reload();
    await chosen.waitFor({ timeout: minutes });
    await expect.poll(() => runOf(page), { timeout: minutes }).not.toBe("");
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("trains two runs that differ in one thing, and several seeds, and shows them beside each other", async () => {
    const { page, complaints } = await app.open({ link: "train", eager: true });
    await page.getByLabel("Steps", { exact: true }).fill("40");
    await page.getByLabel("Warm-up, steps").fill("5");
    await page.getByLabel("One change to the plan").selectOption({ label: "The other place of the layer norm" });
    await page.getByRole("button", { name: "Train with and without this change" }).click();
    const legend = page.locator(".train-legend li");
    await expect.poll(() => legend.count(), { timeout: minutes }).toBe(2);
    expect(await legend.last().textContent()).toContain("Layer norm: After the sum, not Before a sublayer");
    await expect.poll(() => standing(page), { timeout: minutes }).toBe("Finished after 40 steps.");
    expect(await page.locator(".line-chart").count()).toBe(3);
    await page.getByLabel("Seeds of an ensemble").selectOption("2");
    await page.getByRole("button", { name: "Train an ensemble" }).click();
    const rows = page.locator(".train-groups tbody tr", { hasText: "%" });
    await expect.poll(() => rows.count(), { timeout: minutes }).toBe(3);
    expect(await rows.last().textContent()).toMatch(/^together/);
    await page.getByRole("button", { name: "New run" }).click();
    const ticks = page.locator(".train-saved input");
    await expect.poll(() => ticks.count()).toBe(4);
    await ticks.last().check();
    await expect.poll(() => legend.count()).toBe(2);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("says what cannot run before it starts, and why a run diverged", async () => {
    const { page } = await app.open({ link: "train", eager: true });
    await page.getByLabel("Heads").fill("5");
    await page.getByText("The width (32) must be a multiple of the heads (5).").waitFor();
    expect(await page.getByRole("button", { name: "Start training" }).isDisabled()).toBe(true);
    await page.getByLabel("Heads").fill("4");
    await page.getByLabel("Optimiser").selectOption({ label: "SGD" });
    await page.getByLabel("Clip the gradient at").fill("");
    await page.getByLabel("Scale of the first weights").fill("10");
    await page.getByLabel("Learning rate").fill("100");
    await page.getByLabel("Warm-up, steps").fill("0");
    await page.getByRole("button", { name: "Start training" }).click();
    await page.getByRole("alert").waitFor({ timeout: minutes });
    expect(await page.getByRole("alert").textContent()).toMatch(/^Stopped at step \d+: .*clip the gradient/);
    await page.context().close();
  });

  it.each([
    ["light", "en-US", 1440],
    ["dark", "zh-CN", 390],
  ] as const)("has nothing for axe to find and fits, %s, %s, %i pixels", async (colorScheme, locale, width) => {
    const { page } = await app.open({
      link: "train",
      eager: true,
      colorScheme,
      locale,
      viewport: { width, height: 844 },
    });
    await page.locator(".train-go").click();
    await page.locator(".train-numbers").waitFor({ timeout: minutes });
    await page.locator(".line-chart").first().waitFor({ timeout: minutes });
    await page.locator(".train-controls .tool").first().click();
    await page.locator(".train-groups summary").click();
    await expectSound(page);
    await page.context().close();
  });
});
