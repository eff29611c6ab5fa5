/** A model of GPT-2 small's size (124 million parameters, random), brought to the page as a visitor would bring it. */
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { gpt2SmallConfig, gpt2SmallFile } from "../gpt2Small/weights";
import { opened } from "./opened";
import { median } from "./statistics";

const text = "The Transformer reads all of its tokens at once.";
const title = "GPT-2 small, random";
/** So many keys are pressed, each of which gives another token. */
const keys = 5;
const patience = 300_000; // ms

export interface Gpt2SmallFigures {
  readonly backend: string;
  /** From the choice to open it to the first answer. */
  readonly loadMs: number;
  /** Median of whole passes over some tokens, all attention maps read. */
  readonly passMs: number;
  readonly tokens: number;
  /** Of the process of the page, at its most; null where the system does not tell. */
  readonly peakMB: number | null;
}

/** A byte a token, and as many more as the table has rows. */
function vocabulary(): object {
  const printable = (byte: number) => (byte > 32 && byte < 127) || (byte > 160 && byte !== 173);
  let others = 0;
  const letter = (byte: number) => String.fromCharCode(printable(byte) ? byte : 256 + others++);
  const tokens = Array.from({ length: gpt2SmallConfig.vocab_size }, (_, id) => (id < 256 ? letter(id) : `token${id}`));
  return Object.fromEntries(tokens.map((token, id) => [token, id]));
}

/** Writes config.json, vocab.json, merges.txt and model.safetensors; → their paths. */
function write(folder: string): readonly string[] {
  const path = (file: string) => join(folder, file);
  writeFileSync(path("config.json"), JSON.stringify(gpt2SmallConfig));
  writeFileSync(path("vocab.json"), JSON.stringify(vocabulary()));
  writeFileSync(path("merges.txt"), "#version: 0.2\n");
  const weights = gpt2SmallFile();
  const start = 8 + Number(new DataView(weights.read(0, 8).buffer).getBigUint64(0, true));
  const header: Record<string, { readonly data_offsets: readonly [number, number] }> = JSON.parse(
    new TextDecoder().decode(weights.read(8, start)),
  );
  const file = openSync(path("model.safetensors"), "w");
  writeSync(file, weights.read(0, start));
  for (const {
    data_offsets: [from, to],
  } of Object.values(header))
    writeSync(file, weights.read(start + from, start + to));
  closeSync(file);
  return ["config.json", "vocab.json", "merges.txt", "model.safetensors"].map(path);
}

/** The most memory that any process of the browser's pages had, in MB. */
async function peak(browser: Browser): Promise<number | null> {
  try {
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    await session.detach();
    const sizes = processInfo
      .filter(({ type }) => type === "renderer")
      .map(({ id }) => Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? Number.NaN));
    return Math.round(Math.max(...sizes) / 1000);
  } catch {
    return null;
  }
}

export async function measureGpt2Small(browser: Browser): Promise<Gpt2SmallFigures> {
  const folder = mkdtempSync(join(tmpdir(), "gpt2-small-"));
  try {
    const files = write(folder);
    return await opened(browser, "", async (page) => {
      page.setDefaultTimeout(patience);
      await page.locator(".model-button").click();
      await page.getByRole("button", { name: "Bring your own" }).click();
      await page
        .locator("[role=dialog] input[type=file]")
        .nth(1)
        .setInputFiles([...files]);
      const open = page.getByRole("button", { name: "Open and keep" });
      await open.waitFor();
      await page.getByLabel("Name", { exact: true }).fill(title);
      const began = performance.now();
      await open.click();
      await page.locator(".model-button b").getByText(title).waitFor();
      await page.locator(".explorer:not([data-run=''])").waitFor();
      const loadMs = performance.now() - began;
      // It is kept for the next visit, too, which is not counted.
      await page.getByRole("dialog").waitFor({ state: "detached" });
      const field = page.getByRole("textbox");
      await field.fill(text);
      const passes: number[] = [];
      for (let key = 0; key < keys; key++) {
        const run = await page.locator(".explorer").getAttribute("data-run");
        await field.press("End");
        await page.keyboard.press("s");
        await page.locator(`.explorer:not([data-run=''], [data-run='${run}'])`).waitFor();
        const [, milliseconds = "NaN"] =
          /([\d.]+) ms/.exec((await page.locator(".run-info").textContent()) ?? "") ?? [];
        passes.push(Number(milliseconds));
      }
      const backend = (await page.locator(".run-info").getAttribute("data-backend")) ?? "none";
      return { backend, loadMs, passMs: median(passes), tokens: text.length + keys, peakMB: await peak(browser) };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
