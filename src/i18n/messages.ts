import type { en } from "./en";

/** A key of every language's messages; the same key in each. */
export type MessageKey = keyof typeof en;
export type Messages = Readonly<Record<MessageKey, string>>;
export type Locale = "en" | "zh-Hans";
