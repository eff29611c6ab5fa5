/** Chinese quatrains from the package `chinese-poetry`, in simplified characters. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Converter } from "opencc-js/t2cn";
import { z } from "zod";
import { Tokenizer } from "../../src/model/tokenizers/tokenizer";
import { writeData, writtenBy } from "./files";
import { type Side, sideOf } from "./split";
import { wordLevelFile } from "./wordLevel";

const require = createRequire(import.meta.url);

/** A poem of four lines, each of five or of seven characters. */
export interface Quatrain {
  readonly lines: readonly string[];
  readonly side: Side;
}

const volume = z.array(z.object({ paragraphs: z.array(z.string()) }));
/** 全唐诗 as the court of 1705 had it, and the collection that continues it into the Song dynasty. */
const folders = [
  ["yudingquantangshi/json", /^\d+\.json$/],
  ["quantangshi", /^poet\..*\.json$/],
] as const;
/** A character that fewer poems use is too rare to be learned; the poems with it are left out. */
const leastPoems = 20;

/** Four lines of equal length, five or seven characters each and nothing else; null for any other poem. */
export function quatrainLines(paragraphs: readonly string[]): readonly string[] | null {
  const text = paragraphs.join("").replace(/\s/g, "");
  const lines = text.split(/[，。？！；、：]/).filter((line) => line !== "");
  const length = lines[0]?.length;
  if (lines.length !== 4 || (length !== 5 && length !== 7)) return null;
  return lines.every((line) => line.length === length && /^[\u4e00-\u9fff]+$/.test(line)) ? lines : null;
}

/** Every quatrain of the files once, in simplified characters, those with a rare character left out. */
export function quatrains(files = volumes()): readonly Quatrain[] {
  const simplified = Converter({ from: "t", to: "cn" });
  const found = new Set<string>();
  for (const file of files) {
    for (const { paragraphs } of volume.parse(JSON.parse(readFileSync(file, "utf8")))) {
      const lines = quatrainLines(paragraphs);
      if (lines) found.add(simplified(lines.join("\n")));
    }
  }
  const uses = new Map<string, number>();
  for (const text of found) for (const character of new Set(text)) uses.set(character, (uses.get(character) ?? 0) + 1);
  return withoutVariants(
    [...found]
      .filter((text) => [...text].every((character) => (uses.get(character) ?? 0) >= leastPoems))
      .map((text) => ({ lines: text.split("\n"), side: sideOf(text) })),
  );
}

/** The two collections spell many a poem differently: no poem to train on has a line of a held-out one. */
export function withoutVariants(all: readonly Quatrain[]): readonly Quatrain[] {
  const held = new Set(all.filter(({ side }) => side !== "train").flatMap(({ lines }) => lines));
  return all.filter(({ lines, side }) => side !== "train" || !lines.some((line) => held.has(line)));
}

/** All files of both collections. */
export function volumes(): readonly string[] {
  const dist = join(dirname(require.resolve("chinese-poetry/package.json")), "dist");
  return folders.flatMap(([folder, pattern]) =>
    readdirSync(join(dist, folder))
      .filter((file) => pattern.test(file))
      .sort()
      .map((file) => join(dist, folder, file)),
  );
}

/** The first is padding; `<5>` and `<7>` tell the form. */
const specials = ["<pad>", "<unk>", "<end>", "<5>", "<7>"];

/** `春眠不觉晓，处处闻啼鸟。夜来风雨声，花落知多少。` */
export function poemText({ lines: [first, second, third, fourth] }: Quatrain): string {
  return `${first}，${second}。${third}，${fourth}。`;
}

/** One token a character. */
export function poemTokenizer(all: readonly Quatrain[]): object {
  const characters = [...new Set(all.flatMap(({ lines }) => [...lines.join("")]))].sort();
  const normalizers = [
    { type: "NFC" },
    { type: "Replace", pattern: { String: "," }, content: "，" },
    { type: "Replace", pattern: { String: "." }, content: "。" },
  ];
  return wordLevelFile({ specials, words: ["，", "。", ...characters], word: "\\S", normalizers, fused: true });
}

/** Every poem with its form before it; the baseline is a 4-gram model of the same characters. */
export function poems(folder: string): object {
  const all = quatrains();
  const file = poemTokenizer(all);
  const tokenizer = new Tokenizer(file);
  const items = all.map((poem) => {
    const text = `<${poem.lines[0]?.length}>${poemText(poem)}`;
    return { text, side: poem.side, ids: tokenizer.encode(text).map(({ id }) => id) };
  });
  const baseline = writtenBy(4, tokenizer, items, 1);
  const forms = (length: number) => all.filter(({ lines }) => lines[0]?.length === length).length;
  const facts = { five: forms(5), seven: forms(7), baseline: baseline.nats / baseline.tokens };
  return writeData(folder, file, items, facts);
}
