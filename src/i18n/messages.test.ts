import { describe, expect, it } from "vitest";
import { chapterEn } from "./chapter/en";
import { chapterZhHans } from "./chapter/zh-Hans";
import { en as firstEn } from "./en";
import { finetuningEn } from "./finetuning/en";
import { finetuningZhHans } from "./finetuning/zh-Hans";
import { detectLocale } from "./index";
import type { MessageKey } from "./messages";
import { panelsEn } from "./panels/en";
import { panelsZhHans } from "./panels/zh-Hans";
import { pretrainingEn } from "./pretraining/en";
import { pretrainingZhHans } from "./pretraining/zh-Hans";
import { zhHans as firstZhHans } from "./zh-Hans";

const en = { ...firstEn, ...panelsEn, ...chapterEn, ...pretrainingEn, ...finetuningEn };
const zhHans = { ...firstZhHans, ...panelsZhHans, ...chapterZhHans, ...pretrainingZhHans, ...finetuningZhHans };

const keys = Object.keys(en) as MessageKey[];
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}|<\/?\w+>/g)].map((match) => match[0]).sort();

/** Names that are the same in both languages, and messages that hold nothing but a placeholder. */
const sameInBoth: readonly MessageKey[] = [
  "app.brand",
  "backend.webgl",
  "backend.webgpu",
  "backend.wasm",
  "map.softmax",
  "outcome.probability",
  "figure.part",
  "figure.chart.point",
  "figure.named",
  "tune.method.detail",
  "train.activation.relu",
  "train.activation.geluTanh",
  "train.activation.silu",
  "train.optimiser.sgd",
  "train.optimiser.adam",
  "train.optimiser.adamW",
];

describe("messages", () => {
  it("has the same keys in both languages", () => {
    expect(Object.keys(zhHans).sort()).toEqual([...keys].sort());
  });

  it.each(keys)("has the same placeholders in both languages for %s", (key) => {
    expect(holes(zhHans[key])).toEqual(holes(en[key]));
  });

  it.each(keys)("leaves no English where Chinese should stand for %s", (key) => {
    expect(en[key].trim()).not.toBe("");
    if (sameInBoth.includes(key)) return;
    expect(zhHans[key]).not.toBe(en[key]);
    expect(zhHans[key]).toMatch(/\p{Script=Han}/u);
  });

  it("takes the first of the browser's languages that the page speaks", () => {
    expect(detectLocale(["de-DE", "zh-CN", "en"])).toBe("zh-Hans");
    expect(detectLocale(["en-GB", "zh"])).toBe("en");
    expect(detectLocale(["de"])).toBe("en");
    expect(detectLocale([])).toBe("en");
  });
});
