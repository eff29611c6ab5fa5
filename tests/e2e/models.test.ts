/** Every model that comes with the page: chosen from the menu and used as its task is used. On WASM. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listModels } from "../../scripts/build/listModels";
import type { ModelEntry } from "../../src/state/models";
import { App, answered, pickBackend, runOf, type, violations } from "./app";

const models = listModels("public/models");
const ofTask = (task: ModelEntry["task"]) => models.filter((model) => model.task === task);
const slow = { timeout: 60_000 };

let app: App;
beforeAll(async () => {
  app = await App.start("none");
});
afterAll(() => app.close());

/** A model in the open menu. */
const option = (page: Page, title: string) =>
  page.getByRole("option").filter({ has: page.getByText(title, { exact: true }) });

/** Picks a model from the menu and waits for its first answer. */
async function choose(page: Page, { title }: ModelEntry): Promise<void> {
  if ((await page.locator(".model-button b").textContent()) === title.en) return;
  await page.locator(".model-button").click();
  await option(page, title.en).click();
  await expect.poll(() => page.locator(".model-button b").textContent(), slow).toBe(title.en);
  await expect.poll(() => runOf(page), slow).not.toBe("");
}

const open = async (model: ModelEntry) => {
  const opened = await app.open();
  await choose(opened.page, model);
  return opened;
};

/** What `act` leads to has been answered. */
async function answering(page: Page, act: () => Promise<unknown>): Promise<void> {
  const before = await runOf(page);
  await act();
  await expect.poll(() => runOf(page), slow).not.toBe(before);
}

describe.each(models)("$name", (model) => {
  it("is chosen from the menu, answers each of its examples, and is accessible in both languages", async () => {
    const { page, complaints } = await open(model);
    const examples = page.locator(".example");
    await page.getByRole("button", { name: /^Examples/ }).click();
    const count = await examples.count();
    expect(count).toBeGreaterThan(0);
    await page.keyboard.press("Escape");
    for (let index = 0; index < count; index++) {
      await page.getByRole("button", { name: /^Examples/ }).click();
      await answering(page, () => examples.nth(index).click());
      expect(await page.locator(".problem:not(:empty)").count()).toBe(0);
      expect(await page.locator(".tokens .token").count()).toBeGreaterThan(0);
    }
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "中文" }).click();
    await expect.poll(() => page.locator(".model-button b").textContent()).toBe(model.title["zh-Hans"]);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe.each(ofTask("nextToken"))("$name goes on with a text", (model) => {
  it("one token at a time, to the end, and from the start again, with what is drawn and cut", async () => {
    const { page, complaints } = await open(model);
    const written = page.locator(".token.out:not(.coming)");
    const button = (name: string) => page.getByRole("button", { name, exact: true });
    expect(await written.count()).toBe(0);
    await answering(page, () => button("One token").click());
    await expect.poll(() => written.count()).toBe(1);
    await expect.poll(() => page.locator(".cache").count()).toBe(1);
    await answering(page, () => button("Write on").click());
    await expect.poll(() => button("Write on").isDisabled(), slow).toBe(true);
    expect(await written.count()).toBeGreaterThan(1);
    await answering(page, () => page.locator(".segment", { hasText: "Sampled" }).click());
    expect(await page.getByRole("radio", { name: "Beam search" }).count()).toBe(0);
    await answering(page, () => page.getByRole("slider", { name: "Top-k" }).press("Home"));
    expect(await page.locator(".bar-list .cut").count()).toBeGreaterThan(0);
    await answering(page, () => button("New seed").click());
    await answering(page, () => button("Start over").click());
    expect(await written.count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe("writing", () => {
  const longest = ofTask("nextToken").toSorted((a, b) => b.parameters - a.parameters)[0];
  it.runIf(longest)("stops where it is told to", async () => {
    const { page } = await open(longest as ModelEntry);
    // Slow enough to be stopped on any machine.
    await pickBackend(page, "Plain JavaScript");
    await expect.poll(() => page.locator(".run-info").getAttribute("data-backend"), slow).toBe("cpu");
    const text = page.locator(".outcome-text");
    const given = await text.textContent();
    await page.getByRole("button", { name: "Write on", exact: true }).click();
    // Before the first token is there, stopping leaves nothing written.
    await expect.poll(() => text.textContent(), slow).not.toBe(given);
    await answering(page, () => page.getByRole("button", { name: "Stop", exact: true }).click());
    await expect.poll(() => page.getByRole("button", { name: "Stop", exact: true }).count(), slow).toBe(0);
    // The address follows after a pause.
    const steps = () => Number(new URLSearchParams(page.url().split("#")[1]).get("steps"));
    await expect.poll(steps).toBeGreaterThan(0);
    await page.context().close();
  });
});

describe.each(ofTask("sequenceToSequence"))("$name searches with beams", (model) => {
  it("and shows the tree", async () => {
    const { page, complaints } = await open(model);
    await answering(page, () => page.locator(".segment", { hasText: "Beam search" }).click());
    expect(await page.locator(".beams li").count()).toBeGreaterThan(0);
    await page.getByRole("button", { name: /^Show the tree/ }).click();
    await expect.poll(() => page.locator(".beam-tree [role=button]").count(), slow).toBeGreaterThan(3);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Close" }).click();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe.each(ofTask("maskedToken"))("$name fills in", (model) => {
  it("what a click hides", async () => {
    const { page, complaints } = await open(model);
    const hidden = page.locator(".token.masked-token");
    const before = await hidden.count();
    await answering(page, () => page.getByRole("button", { name: /^Hide/ }).first().click());
    expect(await hidden.count()).toBe(before + 1);
    expect(await page.getByRole("heading", { name: /^Hidden token at place/ }).count()).toBe(before + 1);
    await answering(page, () => page.getByRole("button", { name: /^Show/ }).first().click());
    expect(await hidden.count()).toBe(before);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe.each(ofTask("imageClass"))("$name reads what is drawn", (model) => {
  it("with every stroke, and shows the patches as tokens", async () => {
    const { page, complaints } = await open(model);
    expect(await page.locator(".token.patch").count()).toBeGreaterThan(10);
    const best = () => page.locator(".outcome-text").textContent();
    await page.locator(".image-field").click();
    await answering(page, () => page.getByRole("button", { name: "Clear", exact: true }).click());
    const pad = (await page.locator(".drawing-pad").boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const [x, top, bottom] = [pad.x + pad.width / 2, pad.y + pad.height * 0.15, pad.y + pad.height * 0.85];
    await page.mouse.move(x, top);
    await page.mouse.down();
    await answering(page, () => page.mouse.move(x, bottom, { steps: 12 }));
    await page.mouse.up();
    await expect.poll(best, slow).toBe("1");
    await page.keyboard.press("Escape");
    await page.locator(".token.patch").nth(3).click();
    expect(await page.locator(".token.patch.chosen").count()).toBe(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe("a model that cannot be fetched", () => {
  const other = models.find(({ name }) => name !== "translate");
  it.runIf(other)("leaves the one at hand running", async () => {
    const { page } = await app.open({
      prepare: (context) => context.route(`**/models/${other?.name}/model.safetensors`, (route) => route.abort()),
    });
    await page.locator(".model-button").click();
    await option(page, other?.title.en ?? "").click();
    await expect.poll(() => page.locator(".problem").textContent(), slow).toMatch(/could not be fetched/);
    expect(await page.locator(".model-button b").textContent()).toBe("Translate");
    await type(page, "we like apples");
    await answered(page, "nous aimons les pommes");
    await page.context().close();
  });
});
