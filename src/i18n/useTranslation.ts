/**
 * Messages in components. i18next works a message out anew at every call, and a page has a hundred of them after every
 * key: one is worked out once for its values.
 */
import i18next from "i18next";
import { useSyncExternalStore } from "react";
import type { MessageKey } from "./messages";

/** The message in the language of the page, with values put where it names them. */
export type Translate = (key: MessageKey, values?: Readonly<Record<string, unknown>>) => string;

interface Spoken {
  readonly t: Translate;
  readonly i18n: typeof i18next;
}

/** By key and values. */
const known = new Map<string, string>();
/** Numbers make ever new messages. */
const most = 2000;
const listeners = new Set<() => void>();
let spoken = speak();

/** A new one for each language, so that what is made of messages is made anew. */
function speak(): Spoken {
  const t: Translate = (key, values) => {
    const asked = values ? [key, ...Object.entries(values).flat()].join("\0") : key;
    const found = known.get(asked) ?? i18next.t(key, values ?? {});
    if (known.size >= most) known.clear();
    known.set(asked, found);
    return found;
  };
  return { t, i18n: i18next };
}

/** To be called once i18next has started. */
export function watchWords(): void {
  i18next.on("languageChanged", () => {
    known.clear();
    spoken = speak();
    for (const listener of listeners) listener();
  });
  i18next.store.on("added", () => known.clear());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** `t` in the language of the page, again after each change of it. */
export function useTranslation(): Spoken {
  return useSyncExternalStore(subscribe, () => spoken);
}
