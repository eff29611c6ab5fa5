/** The app without a network, after one visit with it. */
import { afterAll, beforeAll, it } from "vitest";
import { App, answered, type } from "./app";

let app: App;
beforeAll(async () => {
  app = await App.start("none");
});
afterAll(() => app.close());

it("opens and translates without a network after the first visit", async () => {
  const { page } = await app.open({ serviceWorkers: "allow" });
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state === "activated") return;
    await new Promise((done) => active?.addEventListener("statechange", done, { once: true }));
  });
  await page.context().setOffline(true);
  await page.reload();
  await answered(page, "la voiture rouge est rapide");
  await type(page, "the blue car is fast");
  await answered(page, "la voiture bleue est rapide");
  await page.context().close();
});
