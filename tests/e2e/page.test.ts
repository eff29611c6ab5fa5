/** Links, keyboard, languages, sizes, accessibility. On WASM: none of this depends on where it is computed. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { App, answered, type, violations } from "./app";
import { chooseHead, currentCell, heads, heatmap } from "./attention";

let app: App;
beforeAll(async () => {
  app = await App.start("none");
});
afterAll(() => app.close());

describe("a link", () => {
  it("brings back text, language, head, cell and switches", async () => {
    const { page } = await app.open();
    await type(page, "we like apples");
    await answered(page, "nous aimons les pommes");
    await page.locator(".segment", { hasText: "Chinese" }).click();
    await answered(page, "我们喜欢苹果");
    await chooseHead(page, "Encoder self-attention", 2, 3);
    await heatmap(page).focus();
    for (const key of ["Control+Home", "ArrowRight", "ArrowDown", "Enter"]) await page.keyboard.press(key);
    await page.getByRole("switch", { name: "decoder block 1, self-attention, head 2: switch" }).first().focus();
    await page.keyboard.press("Space");
    await expect.poll(() => page.locator(".off-list li").count()).toBe(1);
    await page.waitForTimeout(400);
    const address = page.url();
    await page.context().close();
    const again = (await app.open({ link: address.split("#")[1] ?? "" })).page;
    expect(await again.getByRole("textbox").inputValue()).toBe("we like apples");
    expect(await again.locator(".off-list li span").first().textContent()).toBe(
      "decoder block 1, self-attention, head 2",
    );
    expect(await again.locator("#focus-title").textContent()).toBe("encoder block 2, self-attention · head 3");
    const cell = heatmap(again).getByRole("gridcell", { selected: true });
    expect(await cell.getAttribute("aria-label")).toMatch(/^query “like” to key “like”/);
    await again.context().close();
  });

  it("that is broken starts with the usual sentence and says so", async () => {
    const { page, complaints } = await app.open({ link: "head=nonsense&off=<script>alert(1)</script>" });
    await answered(page, "la voiture rouge est rapide");
    expect(await page.locator(".notice span").first().textContent()).toMatch(/could not be read/);
    await page.getByRole("button", { name: "Dismiss" }).click();
    expect(await page.locator(".notice").count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("that is opened in the same tab changes the scene", async () => {
    const { page } = await app.open();
    await page.evaluate(() => {
      location.hash = "text=the+dogs+are+black&to=fr";
    });
    await answered(page, "les chiens sont noirs");
    expect(await page.getByRole("textbox").inputValue()).toBe("the dogs are black");
    await page.context().close();
  });

  it("is copied by its button", async () => {
    const { page } = await app.open({ permissions: ["clipboard-read", "clipboard-write"] });
    await type(page, "the cats sleep");
    await answered(page, "les chats dorment");
    await page.getByRole("button", { name: "Copy link" }).click();
    await expect.poll(() => page.getByRole("button", { name: "Link copied" }).count()).toBe(1);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("text=the+cats+sleep");
    await page.context().close();
  });
});

describe("with the keyboard alone", () => {
  const focused = (page: Page) =>
    page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent);

  it("reaches the attention maps by the skip link, and moves in the grid by arrows", async () => {
    const { page } = await app.open();
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Skip to the attention maps");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Attention");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Save All heads");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatch(/^Encoder self-attention: 2 layers by 4 heads/);
    const grid = heads(page, "Encoder self-attention");
    expect(await currentCell(grid)).toBe("block 1, head 1");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    expect(await currentCell(grid)).toBe("block 2, head 2");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => page.locator("#focus-title").textContent())
      .toBe("encoder block 2, self-attention · head 2");
    await heatmap(page).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    expect(await currentCell(heatmap(page))).toMatch(/^query “red” to key “red”: 0\.\d+/);
    await expect.poll(() => page.locator(".tip").textContent()).toMatch(/^query “red” to key “red”: 0\.\d+/);
    await page.context().close();
  });

  it("switches a head where it is shown, by its switch and in the grid", async () => {
    const { page } = await app.open();
    const off = () => page.locator(".off-list li span").allTextContents();
    const all = page.locator(".group").getByRole("switch", { name: /^decoder block \d, cross-attention/ });
    await all.first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await expect.poll(() => all.nth(4).getAttribute("aria-checked")).toBe("false");
    await expect.poll(off).toEqual(["decoder block 2, cross-attention, head 1"]);
    const grid = heads(page, "Cross-attention");
    await grid.focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Space");
    await expect.poll(() => currentCell(grid)).toBe("block 1, head 1, switched off");
    await expect.poll(async () => (await off()).length).toBe(2);
    await page.context().close();
  });

  it("switches a head on the map and opens a part's first step", async () => {
    const { page } = await app.open();
    const dot = page.locator('.map [role="switch"]').first();
    await dot.focus();
    await page.keyboard.press("Space");
    await expect.poll(() => dot.getAttribute("aria-checked")).toBe("false");
    await expect.poll(() => page.locator(".off-list li").count()).toBe(1);
    await page.locator('.map [role="button"][aria-label="encoder block 1: feed-forward"]').focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".step").getAttribute("data-step")).toBe("encoder.0.feedForward.ffnPre");
    await page.getByRole("tab", { name: "Attention" }).press("Enter");
    await expect.poll(() => page.locator("#focus-title").count()).toBe(1);
    await page.context().close();
  });

  it("takes no cell apart that a shorter text lacks, and the pinned one again when it is back", async () => {
    const step = "view=step&step=decoder.0.crossAttention.scores&index=0.2.4.4";
    const { page } = await app.open({ link: `text=the+red+car+is+fast&to=fr&${step}` });
    const derived = () => page.locator(".step-now .step-parts").getAttribute("data-derived");
    await expect.poll(derived).toBe("0,2,4,4");
    await page.getByRole("textbox").fill("the car");
    await expect.poll(() => page.locator(".step-now .trail").textContent()).toContain("voiture, the");
    expect(await derived()).toBe("0,0,2,0");
    await page.getByRole("textbox").fill("the red car is fast");
    await expect.poll(derived).toBe("0,2,4,4");
    await page.context().close();
  });

  it("goes through every part of the map in the order of the forward pass", async () => {
    const { page } = await app.open();
    const parts = page.locator('.map [role="button"]');
    await parts.first().focus();
    const seen = [await focused(page)];
    for (let i = 1; i < (await parts.count()); i++) {
      await page.keyboard.press("ArrowUp");
      seen.push(await focused(page));
    }
    expect(seen[0]).toBe("encoder: embedding");
    expect(seen.at(-1)).toBe("decoder: softmax");
    expect(seen).toHaveLength(2 + 2 * 4 + 1 + 2 + 2 * 6 + 3);
    await page.context().close();
  });
});

describe("an unknown word", () => {
  it("is marked, explained, and replaced by a known one", async () => {
    const { page } = await app.open();
    await type(page, "the elephunt sleeps");
    const mark = page.getByRole("button", { name: "elephunt, a word that the model does not know" });
    await mark.click();
    await page.getByRole("button", { name: "Replace “elephunt” with “elephant”" }).click();
    await answered(page, "l'éléphant dort");
    expect(await page.getByRole("textbox").inputValue()).toBe("the elephant sleeps");
    await page.context().close();
  });
});

describe("languages and themes", () => {
  it("changes every word to Chinese and back, and remembers it", async () => {
    const { page } = await app.open();
    await page.getByRole("button", { name: "中文" }).click();
    await expect.poll(() => page.getByRole("heading", { name: "模型结构" }).count()).toBe(1);
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-Hans");
    expect(await page.title()).toContain("看得透");
    await page.reload();
    await answered(page);
    expect(await page.getByRole("heading", { name: "模型结构" }).count()).toBe(1);
    await page.getByRole("button", { name: "English" }).click();
    await expect.poll(() => page.getByRole("heading", { name: "The model", exact: true }).count()).toBe(1);
    await page.context().close();
  });

  it("starts in the browser's language and theme", async () => {
    const { page } = await app.open({ locale: "zh-CN", colorScheme: "dark" });
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-Hans");
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    await page.getByRole("button", { name: "浅色" }).click();
    await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe("light");
    await page.context().close();
  });

  it("leaves no English on the Chinese page, apart from what is the model's", async () => {
    const { page } = await app.open({ locale: "zh-CN" });
    await page.locator('.map [role="button"]').first().click();
    const english = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (walker.nextNode()) {
        const { textContent, parentElement } = walker.currentNode;
        if (
          parentElement?.closest(
            "[lang=en],[lang=fr],.token,.mark,script,style,noscript,canvas,.matrix-label,.map .strong,.bar-list,.say b,.trail,.derivation,[data-testid=next-word]",
          )
        )
          continue;
        if (
          /[a-z]{3,}/i.test(
            (textContent ?? "").replace(/WebAssembly|WebGL|WebGPU|JavaScript|softmax|Transformer/gi, ""),
          )
        )
          found.push(textContent ?? "");
      }
      return found;
    });
    expect(english).toEqual([]);
    await page.context().close();
  });
});

describe.each([
  [390, 844],
  [768, 1024],
  [1280, 800],
  [1440, 900],
  [2560, 1440],
])("%i pixels wide", (width, height) => {
  it.each(["en-US", "zh-CN"])("fits, in %s, with a long sentence", async (locale) => {
    const text = "the old doctor gives three expensive red shirts to the happy children in front of the museum today";
    const { page } = await app.open({
      viewport: { width, height },
      locale,
      link: `text=${text.replaceAll(" ", "+")}&to=fr`,
    });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    // No language to choose is cut, and there is room for the text.
    const cut = await page
      .locator(".io-given .segments")
      .evaluate((choices) => choices.scrollWidth - choices.clientWidth);
    expect(cut).toBeLessThanOrEqual(0);
    const field = await page.locator(".field-box").evaluate((box) => box.clientWidth);
    expect(field).toBeGreaterThanOrEqual(200);
    await page.context().close();
  });
});

describe.each([
  ["light", "en-US"],
  ["dark", "en-US"],
  ["light", "zh-CN"],
  ["dark", "zh-CN"],
] as const)("axe, %s, %s", (colorScheme, locale) => {
  it("finds nothing, also with a popover open, a part shown, heads off and a text that is wrong", async () => {
    const { page } = await app.open({
      colorScheme,
      locale,
      link: "text=the+xyzzy+sleeps&off=decoder.0.selfAttention.1",
    });
    expect(await violations(page)).toEqual([]);
    await page.locator(".token.unknown").click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator(".header .tool").last().click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator('.map [role="button"]').first().click();
    await type(page, "");
    await page.locator(".problem:not(:empty)").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});
