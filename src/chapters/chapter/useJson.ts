/** JSON of this site's own files, fetched when it is first looked at and checked. */
import { useEffect, useState } from "react";
import type { z } from "zod";

export type Fetched<T> =
  | { readonly kind: "waiting" }
  | { readonly kind: "failed"; readonly again: () => void }
  | { readonly kind: "ready"; readonly value: T };

const asked = new Map<string, Promise<unknown>>();

/** Fetched once for the visit; what failed is asked for anew the next time. */
function json(path: string): Promise<unknown> {
  const found = asked.get(path);
  if (found) return found;
  const fresh = fetch(new URL(path, document.baseURI)).then((response): Promise<unknown> => {
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json();
  });
  asked.set(path, fresh);
  fresh.catch(() => asked.delete(path));
  return fresh;
}

/** `path` is below the page’s folder; `schema` must be the same at each render. */
export function useJson<T>(path: string, schema: z.ZodType<T>): Fetched<T> {
  const [tries, setTries] = useState(0);
  const [found, setFound] = useState<{ readonly path: string; readonly fetched: Fetched<T> } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is another fetch.
  useEffect(() => {
    let late = false;
    const again = () => {
      setFound(null);
      setTries((count) => count + 1);
    };
    json(path)
      .then((value): Fetched<T> => ({ kind: "ready", value: schema.parse(value) }))
      .catch((): Fetched<T> => ({ kind: "failed", again }))
      .then((fetched) => {
        if (!late) setFound({ path, fetched });
      });
    return () => {
      late = true;
    };
  }, [path, schema, tries]);
  return found?.path === path ? found.fetched : { kind: "waiting" };
}
