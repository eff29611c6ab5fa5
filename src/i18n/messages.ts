import type { chapterEn } from "./chapter/en";
import type { en } from "./en";
import type { finetuningEn } from "./finetuning/en";
import type { panelsEn } from "./panels/en";
import type { pretrainingEn } from "./pretraining/en";

/** A key of every language's messages; the same key in each. */
export type MessageKey =
  | keyof typeof en
  | keyof typeof panelsEn
  | keyof typeof chapterEn
  | keyof typeof pretrainingEn
  | keyof typeof finetuningEn;
export type Messages = Readonly<Record<MessageKey, string>>;
export type Locale = "en" | "zh-Hans";
