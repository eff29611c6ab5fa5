/**
 * What a student, a teacher and a learner come for, each from the first look to the end, on the processor (WASM) and on
 * the graphics card (WebGL, by a software renderer).
 */
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { App, answered, machines, openOn, runOf } from "./app";
import { currentCell } from "./attention";

/** WebGL in software compiles every new shape for seconds, on a busy machine for minutes. */
const slow = { timeout: 250_000 };
const longest = 1_200_000;

const stepOf = (page: Page) => page.locator(".step").getAttribute("data-step");
/** The step that is shown: others are drawn already, and hidden. */
const now = (page: Page) => page.locator(".step-now");
/** Where the shown derivation stands in its value. */
const derivedOf = (page: Page) => now(page).locator(".step-parts").getAttribute("data-derived");
const result = (page: Page) => now(page).locator(".value.result [role=grid]");
/** Operands that a step made. */
const followed = (page: Page) => now(page).locator(".derivation .operand[aria-label$='Show where it comes from']");
/** The number that a cell in words ends with. */
const numberOf = (words: string) => Number(words.split(": ").at(-1));

/** Waits for the matrices of a step, and for the arithmetic of one of its cells. */
async function shown(page: Page, step: string): Promise<void> {
  await expect.poll(() => stepOf(page), slow).toBe(step);
  await expect.poll(() => now(page).locator(".value-waiting").count(), slow).toBe(0);
  await expect.poll(() => derivedOf(page), slow).not.toBeNull();
}

/** Leads a grid's keyboard to the cell whose words begin so. */
async function moveTo(grid: Locator, beginning: string): Promise<string> {
  const [rows, columns] = [
    Number(await grid.getAttribute("aria-rowcount")),
    Number(await grid.getAttribute("aria-colcount")),
  ];
  await grid.press("Control+Home");
  for (let cell = 0; cell < rows * columns; cell++) {
    const words = await currentCell(grid);
    if (words.startsWith(beginning)) return words;
    await grid.press((cell + 1) % columns === 0 ? "ArrowDown" : "ArrowRight");
    if ((cell + 1) % columns === 0) await grid.press("Home");
  }
  throw new Error(`No cell begins with ${beginning}.`);
}

describe.each(machines)("on $backend", (machine) => {
  let app: App;
  beforeAll(async () => {
    app = await App.start(machine.graphics);
  });
  afterAll(() => app.close());

  it(
    "a student steps through a translation and follows one attention weight back to the words, by keyboard",
    async () => {
      const near = "text=the+red+car+is+fast&to=fr&step=decoder.1.crossAttention.scores";
      const { page, complaints } = await openOn(app, machine, machine.backend === "wasm" ? {} : { link: near });
      await answered(page, "la voiture rouge est rapide");
      await page.getByRole("tab", { name: "Attention" }).focus();
      await page.keyboard.press("ArrowRight");
      await expect
        .poll(() => page.getByRole("tab", { name: "Step by step" }).getAttribute("aria-selected"))
        .toBe("true");
      await expect.poll(() => page.locator(".step").count(), slow).toBe(1);

      // Every operation in order, from the first token to the weights of the last attention. WebGL in software reads each
      // of a hundred matrices for seconds: there the walk starts shortly before.
      const line = page.getByRole("slider", { name: "Steps of the forward pass" });
      if (machine.backend === "wasm") await line.press("Home");
      const last = Number(await line.getAttribute("aria-valuemax"));
      const first = Number(await line.getAttribute("aria-valuenow"));
      const seen = [await stepOf(page)];
      while (seen.at(-1) !== "decoder.1.crossAttention.pattern" && seen.length < last) {
        await line.press("ArrowRight");
        const place = first + seen.length;
        await expect.poll(() => line.getAttribute("aria-valuenow")).toBe(String(place));
        await expect.poll(() => stepOf(page), slow).not.toBe(seen.at(-1));
        expect(await now(page).locator(".where").textContent()).toContain(`step ${place} of ${last}`);
        seen.push(await stepOf(page));
      }
      expect(seen.at(-1)).toBe("decoder.1.crossAttention.pattern");
      expect(new Set(seen).size).toBe(seen.length);
      await shown(page, "decoder.1.crossAttention.pattern");

      // How much “voiture” reads from “car”: a softmax whose parts are on the page.
      const words = await moveTo(result(page), "row “voiture”, column “car”");
      await page.keyboard.press("Enter");
      await expect.poll(() => derivedOf(page), slow).toBe("0,0,2,2");
      const shares = await now(page).locator(".derivation-steps .figure").allTextContents();
      expect(Number(shares.at(-1))).toBeCloseTo(numberOf(words), 4);
      expect(Number(shares.at(-3)) / Number(shares.at(-2))).toBeCloseTo(numberOf(words), 3);

      // Each operand leads to the step that made it, and there the same number is taken apart.
      let stops = 0;
      for (; (await followed(page).count()) > 0 && stops < 80; stops++) {
        // Of a query and a key the key's side: it comes from the sentence that was read.
        const operand = followed(page).nth((await stepOf(page))?.endsWith("scores") ? 1 : 0);
        const value = Number(await operand.textContent());
        const before = await stepOf(page);
        await operand.focus();
        await page.keyboard.press("Enter");
        await expect.poll(() => stepOf(page), slow).not.toBe(before);
        await shown(page, (await stepOf(page)) ?? "");
        const focused = await page.evaluate(() => document.activeElement?.id);
        expect(focused).toBe(`title-${await stepOf(page)}`);
        expect(numberOf(await currentCell(result(page)))).toBeCloseTo(value, 3);
      }
      expect(await stepOf(page)).toBe("encoder.tokenEmbedding");
      const trail = now(page).locator(".trail");
      expect(await trail.locator(".trail-stop").count()).toBe(stops);
      expect(await trail.locator("[aria-current]").textContent()).toMatch(/\[(the|red|car|is|fast), \d+\]$/);
      await trail.locator(".trail-stop").first().press("Enter");
      await shown(page, "decoder.1.crossAttention.pattern");
      expect(await currentCell(result(page))).toBe(words);
      expect(await trail.locator(".trail-stop").count()).toBe(0);

      // The way that was followed belongs to the step that it led to: away and back by other means there is none.
      await followed(page).first().press("Enter");
      await expect.poll(() => trail.locator(".trail-stop").count(), slow).toBe(1);
      const there = await stepOf(page);
      await page.keyboard.press("ArrowLeft");
      await expect.poll(() => stepOf(page), slow).not.toBe(there);
      await page.keyboard.press("ArrowRight");
      await shown(page, there ?? "");
      expect(await trail.locator(".trail-stop").count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(`title-${there}`);

      // The steps that are a key away are drawn already, and nobody meets them.
      await expect.poll(() => page.locator(".step-ahead .matrix").count(), slow).toBeGreaterThanOrEqual(4);
      expect(await page.getByRole("article").getByRole("heading", { level: 2 }).count()).toBe(1);
      for (let stop = 0; stop < 20; stop++) {
        await page.keyboard.press("Tab");
        expect(await page.evaluate(() => document.activeElement?.closest(".step-ahead") ?? null)).toBeNull();
      }
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    longest,
  );
});

describe.each(machines)("on $backend", (machine) => {
  let app: App;
  beforeAll(async () => {
    app = await App.start(machine.graphics);
  });
  afterAll(() => app.close());

  it(
    "a teacher’s link opens the same number of the same step on another machine, in its language",
    async () => {
      const step = "decoder.0.crossAttention.scores";
      const { page } = await openOn(app, machine, {
        link: `text=the+red+car+is+fast&to=fr&view=step&step=${step}`,
        permissions: ["clipboard-read", "clipboard-write"],
      });
      await shown(page, step);
      await now(page).locator(".segment", { hasText: /^3$/ }).click();
      await shown(page, step);
      const words = await moveTo(result(page), "row “rouge”, column “red”");
      await page.keyboard.press("Enter");
      await expect.poll(() => derivedOf(page), slow).toBe("0,2,3,1");
      await page.getByRole("button", { name: "Copy link" }).click();
      const link = await page.evaluate(() => navigator.clipboard.readText());

      const other = await openOn(app, machine, {
        link: new URL(link).hash.slice(1),
        locale: "zh-CN",
        viewport: { width: 390, height: 844 },
      });
      await shown(other.page, step);
      await expect.poll(() => derivedOf(other.page), slow).toBe(await derivedOf(page));
      expect(await other.page.getByRole("tab", { name: "逐步计算" }).getAttribute("aria-selected")).toBe("true");
      const there = await currentCell(result(other.page));
      expect(there).toContain("rouge");
      expect(numberOf(there.replaceAll("：", ": "))).toBeCloseTo(numberOf(words), 4);
      expect(other.complaints).toEqual([]);
      await other.page.context().close();
      await page.context().close();
    },
    longest,
  );

  it(
    "a learner switches heads off until the translation breaks, reads the difference, and undoes it",
    async () => {
      const { page, complaints } = await openOn(app, machine);
      await answered(page, "la voiture rouge est rapide");
      await page.getByRole("tab", { name: "Without it" }).click();
      const effect = page.getByRole("region", { name: "What changes" });
      await expect.poll(() => effect.textContent(), slow).toContain("Nothing is changed yet");
      const [before, now] = [effect.locator("dd").first(), effect.locator("dd").last()];
      const heads = page.getByRole("switch", { name: /^decoder block \d, cross-attention, head \d/ });
      let off = 0;
      do {
        const run = await runOf(page);
        await heads.nth(off).click();
        off += 1;
        await expect.poll(() => runOf(page), slow).not.toBe(run);
        await expect.poll(() => page.locator(".off-list li").count(), slow).toBe(off);
        await expect.poll(() => effect.textContent(), slow).toContain("computed again");
        expect(await before.textContent()).toBe("la voiture rouge est rapide");
      } while ((await now.textContent()) === (await before.textContent()) && off < 8);
      expect(await now.locator(".changed").count()).toBeGreaterThan(0);
      const difference = (await effect.textContent()) ?? "";
      expect(Number(/KL divergence ([\d.]+) nats/.exec(difference)?.[1] ?? 0)).toBeGreaterThan(0);

      for (; off > 0; off--) {
        await page.getByRole("button", { name: "Undo", exact: true }).click();
        await expect.poll(() => page.locator(".off-list li").count(), slow).toBe(off - 1);
      }
      await expect.poll(() => effect.textContent(), slow).toContain("Nothing is changed yet");
      await answered(page, "la voiture rouge est rapide");
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    longest,
  );
});
