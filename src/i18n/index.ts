/** The page's languages. English comes with the page and stands in for the others; they are fetched when they are wanted. */
import i18next from "i18next";
import { en } from "./en";
import type { Locale, MessageKey, Messages } from "./messages";
import { watchWords } from "./useTranslation";

export type { Locale, MessageKey } from "./messages";
export { type Translate, useTranslation } from "./useTranslation";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: Messages };
    keySeparator: false;
    nsSeparator: false;
    returnNull: false;
  }
}

/** What the page calls itself in each language, and the tag that goes into `<html lang>`. */
export const locales: readonly { readonly code: Locale; readonly name: string }[] = [
  { code: "en", name: "English" },
  { code: "zh-Hans", name: "中文" },
];

/** The reader's language as the browser says it; English where it is neither. */
export function detectLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    if (/^zh\b/i.test(language)) return "zh-Hans";
    if (/^en\b/i.test(language)) return "en";
  }
  return "en";
}

/** Whether a key that arrived as data (of a notice) is one that there are words for. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(resources.en.translation, key);
}

type Words = Readonly<Record<string, string>>;

/** What has come of each language. */
const resources: Record<Locale, { translation: Words }> = {
  en: { translation: en },
  "zh-Hans": { translation: {} },
};

const fetched: Readonly<Record<Exclude<Locale, "en">, () => Promise<Words>>> = {
  "zh-Hans": async () => (await import("./zh-Hans")).zhHans,
};

/** Adds the words of a part of the page that came later, whether the page has started or not. */
export function addMessages(words: Readonly<Partial<Record<Locale, Words>>>): void {
  for (const { code } of locales) {
    const more = words[code];
    if (!more) continue;
    resources[code] = { translation: { ...resources[code].translation, ...more } };
    if (i18next.isInitialized) i18next.addResourceBundle(code, "translation", more, true);
  }
}

/** Starts in English, ready when this returns. */
export function startI18n(): typeof i18next {
  void i18next.init({
    lng: "en",
    fallbackLng: "en",
    resources: { ...resources },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  watchWords();
  return i18next;
}

let wanted: Locale = "en";

/** Fetches the words of a language and speaks it. Rejects, with the language as it was, where they cannot be fetched. */
export async function setLanguage(locale: Locale): Promise<void> {
  wanted = locale;
  if (locale !== "en") addMessages({ [locale]: await fetched[locale]() });
  // Another may have been wanted meanwhile.
  if (wanted === locale) await i18next.changeLanguage(locale);
}
