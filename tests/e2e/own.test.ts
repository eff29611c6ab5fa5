/** Models of the visitor's own: brought along, kept, deleted, refused. On WASM. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { App, answered, runOf, type, violations } from "./app";
import { bert, type Checkpoint, gpt2, torch } from "./checkpoints";

const slow = { timeout: 60_000 };
const files = (checkpoint: Checkpoint) =>
  Object.entries(checkpoint).map(([name, buffer]) => ({ name, mimeType: "application/octet-stream", buffer }));

let app: App;
beforeAll(async () => {
  app = await App.start("none");
});
afterAll(() => app.close());

const dialog = (page: Page) => page.getByRole("dialog", { name: "Bring your own model" });

async function openDialog(page: Page): Promise<void> {
  await page.locator(".model-button").click();
  await page.getByRole("button", { name: "Bring your own" }).click();
  await dialog(page).waitFor();
}

/** By the second file input: the first is for folders. */
async function pick(page: Page, checkpoint: Checkpoint): Promise<void> {
  await openDialog(page);
  await dialog(page).locator("input[type=file]").nth(1).setInputFiles(files(checkpoint));
}

/** As the browser gives it when files are let go over the page. */
async function drop(page: Page, checkpoint: Checkpoint): Promise<void> {
  const given = Object.entries(checkpoint).map(([name, buffer]) => [name, buffer.toString("base64")] as const);
  await page.evaluate((list) => {
    const data = new DataTransfer();
    for (const [name, base64] of list) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([bytes], name));
    }
    for (const kind of ["dragover", "drop"]) {
      document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    }
  }, given);
  await dialog(page).waitFor();
}

/** Names the model that was looked at and opens it. */
async function openAs(page: Page, title: string): Promise<void> {
  await page.getByLabel("Name", { exact: true }).fill(title);
  await page.getByRole("button", { name: "Open and keep" }).click();
  await expect.poll(() => page.locator(".model-button b").textContent(), slow).toBe(title);
  await expect.poll(() => runOf(page), slow).not.toBe("");
  await expect.poll(() => dialog(page).count(), slow).toBe(0);
  // The address follows in a moment: what is reloaded before that is the scene before.
  await expect.poll(() => new URLSearchParams(page.url().split("#")[1]).get("model"), slow).toMatch(/^own\./);
}

const views = ["Attention", "Step by step", "Layer by layer", "Thoughts", "Without it"];

describe.each([
  ["GPT-2", pick, gpt2(), "When Mary and John went to the store, John gave a drink to"],
  ["BERT for masked words", drop, bert(false), "Paris is the [MASK] of France."],
  ["BERT for classes", pick, bert(true), "This film was a delight from the first minute to the last."],
  ["torch.nn.Transformer", drop, torch(), "one two three four un"],
] as const)("a %s", (title, bring, checkpoint, text) => {
  it("is opened from its files, works in every view, is kept, and is deleted when asked", async () => {
    const { page, complaints } = await app.open();
    await page.locator(".model-button").waitFor();
    // Dropping is listened for when the page has settled.
    await page.waitForTimeout(1000);
    await bring(page, checkpoint);
    expect(await dialog(page).textContent()).toContain("Nothing is uploaded");
    expect(await violations(page)).toEqual([]);
    await openAs(page, title);
    if (title !== "BERT for classes") expect(await page.getByRole("textbox").first().inputValue()).toBe(text);
    for (const view of await page.getByRole("tab").all()) {
      await view.click();
      await page.waitForTimeout(300);
      expect(await page.locator(".failure").count()).toBe(0);
    }
    expect(await page.getByRole("tab").count()).toBe(views.length);
    await page.getByRole("tab").first().click();
    expect(await page.locator(".problem:not(:empty)").count()).toBe(0);

    await page.reload();
    await expect.poll(() => page.locator(".model-button b").textContent(), slow).toBe(title);
    await expect.poll(() => runOf(page), slow).not.toBe("");
    await page.locator(".model-button").click();
    await page.getByRole("button", { name: `Rename ${title}` }).click();
    await page.getByLabel("Name", { exact: true }).fill("Renamed");
    await page.keyboard.press("Enter");
    await page.getByRole("option", { name: /^Renamed / }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Delete Renamed" }).click();
    await page.locator(".own-menu").getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "Delete Renamed" }).click();
    await expect.poll(() => page.getByRole("option", { name: /^Renamed / }).count()).toBe(0);
    expect(complaints).toEqual([]);

    await page.reload();
    await answered(page);
    expect(await page.locator(".notice").textContent()).toContain("not kept in this browser");
    await page.context().close();
  });
});

describe("what cannot be opened", () => {
  const whole = gpt2();
  const { "model.safetensors": _, ...weightless } = whole;
  const short = { ...whole, "model.safetensors": (whole["model.safetensors"] as Buffer).subarray(0, 9000) };
  const huge = gpt2({ n_embd: 20_480, n_head: 32, n_layer: 100, n_inner: 81_920, vocab_size: 50_257 });

  it.each([
    ["lacks its weights", weightless, /✗ model\.safetensors.*Not found: model\.safetensors/],
    ["is of another family", { ...whole, ...gpt2({ model_type: "mamba" }) }, /"mamba".*"gpt2", "bert", "roberta"/],
    ["needs more memory than there is", huge, /it needs [\d,]+ MB of memory, and WebAssembly can give [\d,]+ MB/],
    [
      "is saved in a format that can run programs",
      { ...weightless, "pytorch_model.bin": Buffer.from("x") },
      /safetensors\.torch\.save_file/,
    ],
  ] as const)("is refused before it is read where it %s", async (_, checkpoint, message) => {
    const { page, complaints } = await app.open();
    await pick(page, checkpoint);
    await expect.poll(() => dialog(page).textContent()).toMatch(message);
    expect(await page.getByRole("button", { name: "Open and keep" }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Close" }).click();
    await type(page, "the cat sleeps");
    await answered(page, "le chat dort");
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("is refused with both figures where it is cut short, and neither kept nor listed; the model at hand goes on", async () => {
    const { page, complaints } = await app.open();
    await pick(page, short);
    await page.getByRole("button", { name: "Open and keep" }).click();
    await expect.poll(() => dialog(page).textContent(), slow).toMatch(/the file has \d+ bytes of data.*goes on/);
    await page.getByRole("button", { name: "Close" }).click();
    await type(page, "the cat sleeps");
    await answered(page, "le chat dort");
    await page.locator(".model-button").click();
    await page.getByRole("button", { name: "Bring your own" }).waitFor();
    expect(await page.getByRole("button", { name: /^Delete/ }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("is told from what can: two of one name are told apart", async () => {
    const { page } = await app.open();
    for (const title of ["twin", "twin (2)"]) {
      await pick(page, gpt2());
      await page.getByLabel("Name", { exact: true }).fill("twin");
      const open = page.getByRole("button", { name: "Open and keep" });
      if (title !== "twin") {
        expect(await dialog(page).textContent()).toContain("Another model has this name");
        expect(await open.isDisabled()).toBe(true);
      }
      await openAs(page, title);
    }
    await page.context().close();
  });
});

describe("a model of the hub", () => {
  const hub = "https://huggingface.co/someone/tiny/resolve/main/";

  /** Serves a checkpoint as the hub does; `slowly` never ends the weights. */
  async function withHub(checkpoint: Checkpoint, more: { readonly slowly?: boolean; readonly status?: number } = {}) {
    const asked: string[] = [];
    const opened = await app.open();
    await opened.page.route(
      ({ protocol }) => protocol === "https:",
      async (route) => {
        const request = route.request();
        const file = request.url().slice(hub.length);
        asked.push(`${request.method()} ${file}`);
        expect(request.headers()).not.toHaveProperty("cookie");
        expect(request.headers()).not.toHaveProperty("referer");
        const body = checkpoint[file];
        const headers = { "access-control-allow-origin": "*" };
        if (more.status !== undefined) return route.fulfill({ status: more.status, headers });
        if (!body) return route.fulfill({ status: 404, headers });
        if (more.slowly && request.method() === "GET" && file === "model.safetensors") return;
        const length = { "content-length": String(body.length) };
        return request.method() === "HEAD"
          ? route.fulfill({ headers: { ...headers, ...length }, body: "" })
          : route.fulfill({ headers, body });
      },
    );
    await openDialog(opened.page);
    await opened.page.getByLabel(/^Name on huggingface/).fill("someone/tiny");
    await opened.page.keyboard.press("Enter");
    return { ...opened, asked };
  }

  it("is listed with sizes, fetched when wanted, opened and kept, and asks for nothing more on the next visit", async () => {
    const { page, asked } = await withHub(torch());
    await page.getByRole("button", { name: "Open and keep" }).waitFor();
    expect(await dialog(page).textContent()).toMatch(/✓ model\.safetensors\d+\.\d kB/);
    expect(asked).not.toContain("GET model.safetensors");
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("tiny");
    await openAs(page, "tiny");
    expect(asked).toContain("GET model.safetensors");
    const count = asked.length;
    await page.reload();
    await expect.poll(() => page.locator(".model-button b").textContent(), slow).toBe("tiny");
    await expect.poll(() => runOf(page), slow).not.toBe("");
    expect(asked.length).toBe(count);
    await page.context().close();
  });

  it("can be given up while it comes", async () => {
    const { page } = await withHub(torch(), { slowly: true });
    await page.getByRole("button", { name: "Open and keep" }).click();
    await dialog(page).getByRole("progressbar").waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: "Choose a folder" }).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => dialog(page).count()).toBe(0);
    await type(page, "the cat sleeps");
    await answered(page, "le chat dort");
    await page.context().close();
  });

  it("too large for the memory is refused before its weights are asked for", async () => {
    const { page, asked } = await withHub(gpt2({ n_embd: 20_480, n_head: 32, n_layer: 100, vocab_size: 50_257 }));
    await expect.poll(() => dialog(page).textContent()).toMatch(/it needs [\d,]+ MB of memory/);
    expect(asked).not.toContain("GET model.safetensors");
    await page.context().close();
  });

  it.each([
    [404, /does not exist \(status 404\)/],
    [401, /needs an account/],
    [503, /answered with status 503/],
  ])("that is not given (status %i) is explained", async (status, message) => {
    const { page } = await withHub(torch(), { status });
    await expect.poll(() => dialog(page).getByRole("alert").first().textContent()).toMatch(message);
    await page.context().close();
  });
});
