/** What a visitor does, on the processor (WASM) and on the graphics card (WebGL, by a software renderer). */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { App, answered, machines, openOn, type } from "./app";
import { cellsOf, heads, heatmap } from "./attention";

describe.each(machines)("on $backend", (machine) => {
  const { graphics, label } = machine;
  let app: App;
  beforeAll(async () => {
    app = await App.start(graphics);
  });
  afterAll(() => app.close());

  const open = () => openOn(app, machine);

  it("has translated before anything is done, and shows every head of every layer", async () => {
    const { page, complaints } = await open();
    await answered(page, "la voiture rouge est rapide");
    expect(await page.locator(".group").count()).toBe(3);
    for (const kind of ["Encoder self-attention", "Decoder self-attention", "Cross-attention"]) {
      expect(await heads(page, kind).getAttribute("aria-label")).toContain("2 layers by 4 heads");
    }
    expect(await heatmap(page).getAttribute("aria-label")).toContain("6 rows by 5 columns");
    expect(await page.locator(".run-info").textContent()).toMatch(
      new RegExp(`${label} · 119 operations .* \\d+\\.\\d ms`),
    );
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("follows what is typed, into both languages", async () => {
    const { page } = await open();
    await type(page, "my aunt does not drink coffee");
    await answered(page, "ma tante ne boit pas de café");
    await page.locator(".segment", { hasText: "Chinese" }).click();
    await answered(page, "我阿姨不喝咖啡");
    await expect.poll(() => heatmap(page).getAttribute("aria-label")).toContain("6 rows by 6 columns");
    await page.context().close();
  });

  it("shows the effect of a switch beside the baseline, and takes it back", async () => {
    const { page } = await open();
    const chance = () => page.locator('[data-testid="next-word"] + ul li .hidden').first().textContent();
    const all = await chance();
    const off = page.locator(".off-list li");
    const flip = (head: number) =>
      page
        .getByRole("switch", { name: `decoder block 2, cross-attention, head ${head}: switch` })
        .last()
        .click();
    const slow = { timeout: 100_000 };
    await flip(1);
    await expect.poll(() => off.count()).toBe(1);
    await expect.poll(chance, slow).not.toBe(all);
    expect(await page.locator(".bar.was").count()).toBeGreaterThan(0);
    for (const head of [2, 3, 4]) await flip(head);
    await expect.poll(() => off.count()).toBe(4);
    await expect.poll(() => page.locator(".translation .changed").count(), slow).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await expect.poll(() => off.count()).toBe(3);
    await page.getByRole("button", { name: "Redo", exact: true }).click();
    await expect.poll(() => off.count()).toBe(4);
    await page.getByRole("button", { name: "All on" }).click();
    await expect.poll(() => off.count()).toBe(0);
    await expect.poll(chance, slow).toBe(all);
    await answered(page, "la voiture rouge est rapide");
    await page.context().close();
  });

  it("shows each value of the chosen cell in full, and rows that add up to one", async () => {
    const { page } = await open();
    const rows = await cellsOf(heatmap(page));
    for (const row of rows) {
      const sum = row.reduce((total, words) => total + Number(words.split(": ").at(-1)), 0);
      expect(sum).toBeCloseTo(1, 4);
    }
    expect(rows.flat()).toHaveLength(6 * 5);
    expect(await page.locator(".tip").textContent()).toBe(rows.at(-1)?.at(-1));
    await page.context().close();
  });
});
