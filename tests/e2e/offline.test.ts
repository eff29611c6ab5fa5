/** The app without a network, after one visit with it. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { App, answered, type } from "./app";

let app: App;
beforeAll(async () => {
  app = await App.start("none");
});
afterAll(() => app.close());

/** Opened, kept by its service worker, and then without a network. */
async function visited(): Promise<Page> {
  const { page } = await app.open({ serviceWorkers: "allow" });
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state === "activated") return;
    await new Promise((done) => active?.addEventListener("statechange", done, { once: true }));
  });
  await page.context().setOffline(true);
  return page;
}

it("opens and translates without a network after the first visit", async () => {
  const page = await visited();
  await page.reload();
  await answered(page, "la voiture rouge est rapide");
  await type(page, "the blue car is fast");
  await answered(page, "la voiture bleue est rapide");
  await page.context().close();
});

it("teaches digits without a network, though nobody has looked at the lab before", async () => {
  const page = await visited();
  await page.goto(`${app.address}#train`);
  await page.reload();
  await page.getByLabel("Task").selectOption({ label: "Handwritten digits" });
  await page.getByRole("button", { name: "Start training" }).click();
  const standing = () => page.locator(".train-controls p").textContent();
  await expect.poll(standing, { timeout: 60_000 }).toMatch(/^Training: step/);
  await page.locator(".train-pictures li").first().waitFor();
  await page.context().close();
});

it("shows the lesson of pretraining without a network, though nobody has read it before", async () => {
  const page = await visited();
  await page.goto(`${app.address}#pretraining`);
  await page.reload();
  await page.locator(".pre-places").waitFor({ timeout: 60_000 });
  await page.locator(".pre-ways > div").nth(3).waitFor();
  expect(await page.locator(".chapter .problem").count()).toBe(0);
  await page.context().close();
});
