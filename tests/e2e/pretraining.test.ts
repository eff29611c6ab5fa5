/** The chapter on pretraining in a real browser: from the menu through its stages, on WASM, with the shipped models asked. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { App, answered, expectSound, looks, lookTitle, runOf } from "./app";

let app: App;
beforeAll(async () => {
  app = await App.start("none");
});
afterAll(() => app.close());

const minutes = 60_000;
const stage = (page: Page, name: string) => page.getByRole("region", { name });
/** As a hand on a slider sets it. */
const slide = (page: Page, label: RegExp, value: number) => page.getByLabel(label).fill(String(value));

describe("the chapter on pretraining", () => {
  it("is reached by the menu, and goes from raw text to a model in training", async () => {
    const { page, complaints } = await app.open();
    const run = await runOf(page);
    await page.getByRole("button", { name: "Learn" }).click();
    await page.getByRole("link", { name: /^Pretraining/ }).click();
    await expect.poll(() => page.url()).toMatch(/#pretraining$/);

    const collecting = stage(page, "1 Collecting");
    const row = async (name: string) => {
      const cells = await collecting
        .getByRole("row", { name: new RegExp(`^${name}`) })
        .getByRole("cell")
        .allTextContents();
      return cells.map(Number);
    };
    await page
      .getByLabel("Your own text, a document a line")
      .fill("The  CAFE\u0301 is shut.\nthe cat sat.\nthe cat sat.\nthe cat sat!");
    await slide(page, /^Near duplicate/, 60);
    await expect.poll(() => row("your text")).toEqual([4, 1, 1, 2]);

    const cleaning = stage(page, "2 Cleaning");
    await cleaning.getByRole("button", { name: "small letters only" }).click();
    await cleaning.getByLabel("Document").selectOption({ label: "The  CAFE\u0301 is shut." });
    await expect.poll(() => cleaning.locator(".pre-text").last().textContent()).toBe("the café is shut.");

    const stop = stage(page, "3 Stop words");
    await stop.getByLabel("A sentence of your own").fill("They are not for us");
    expect(await stop.getByRole("cell").last().textContent()).toBe("us");

    const tokens = stage(page, "4 Tokens");
    await page.getByLabel("Your own text, a document a line").fill("abab abab abab xyz");
    for (const source of ["WordNet entries", "made-up sentences", "Chinese quatrains"]) {
      await collecting.getByRole("button", { name: source }).click();
    }
    await tokens.getByRole("button", { name: "Merge", exact: true }).click();
    await tokens.getByText("“a” and “b” stood side by side 6 times").waitFor();
    await tokens.getByRole("button", { name: "Merge", exact: true }).click();
    await tokens.getByText("“ab” and “ab” stood side by side 3 times").waitFor();
    await tokens.getByText("The text as it is cut now, the beginning: 9 tokens").waitFor();
    await tokens.getByRole("button", { name: "Back" }).click();
    await tokens.getByText("“a” and “b” stood side by side 6 times").waitFor();
    await tokens.getByLabel("Sentence").fill("abab 猫");
    await tokens.getByText("byte-level BPE as in GPT-2").waitFor();
    await tokens.getByRole("button", { name: /^As GPT-2 and GPT-4o cut it/ }).click();
    await tokens.getByText("GPT-4o (o200k_base)").waitFor({ timeout: minutes });
    await tokens.getByText("⟨E7 8C⟩").first().waitFor();

    const objectives = stage(page, "5 Objectives");
    for (const model of ["Dictionary", "Fill in the blank"]) {
      await objectives.getByRole("button", { name: `Compute the loss of “${model}”` }).click();
    }
    const losses = objectives.getByText(/nats a token: the mean/);
    await expect.poll(() => losses.count(), { timeout: 2 * minutes }).toBe(2);
    for (const loss of await losses.allTextContents()) {
      const nats = Number.parseFloat(loss);
      expect(nats).toBeGreaterThan(0);
      // Below that of guessing among all 2,000 tokens.
      expect(nats).toBeLessThan(Math.log(2000));
    }

    const choosing = stage(page, "6 Choosing the model");
    await slide(page, /^a text of/, 16);
    const recurrent = choosing.locator(".pre-family").last();
    await expect.poll(() => recurrent.locator("dd").allTextContents()).toEqual([expect.any(String), "15", "16"]);

    const training = stage(page, "7 Training");
    await training.getByText("There is too little text").waitFor();
    await collecting.getByRole("button", { name: "WordNet entries" }).click();
    await training.getByRole("button", { name: "Start training" }).click();
    await training.getByRole("button", { name: "Pause" }).click({ timeout: minutes });
    await training.getByRole("button", { name: "Stop" }).click();
    await training.getByText(/^Step [\d,]+: [\d.]+ nats a token on 300/).waitFor({ timeout: minutes });
    const loss = async (at: number) => {
      await slide(page, /^Step [\d,]+: /, at);
      return Number.parseFloat(
        /: ([\d.]+) nats/.exec((await training.getByText(/^Step [\d,]+: /).textContent()) ?? "")?.[1] ?? "",
      );
    };
    expect(await loss(0)).toBeGreaterThan(2 * (await loss(7)));

    await page.getByRole("button", { name: "Explorer" }).click();
    await answered(page, "la voiture rouge est rapide");
    expect(await runOf(page)).toBe(run);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each(looks)(`has nothing for axe to find and fits, ${lookTitle}`, async (look) => {
    const { page } = await app.open({ link: "pretraining", eager: true, ...look });
    await page.locator(".pre-places").waitFor({ timeout: minutes });
    await page.locator(".pre-objective").last().waitFor({ timeout: minutes });
    await page.locator(".pages .tool").last().click();
    await page.locator(".chapter-link").first().waitFor();
    await expectSound(page);
    await page.keyboard.press("Escape");
    await page.getByRole("slider").first().focus();
    await expectSound(page);
    expect(await page.locator(".header").evaluate((header) => header.getBoundingClientRect().height)).toBeLessThan(60);
    await page.context().close();
  });
});
