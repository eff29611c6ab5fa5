/** Settings that stay on this device. Storage may be full, forbidden or hold what an older version wrote. */
import { z } from "zod";
import { backends } from "../engine/protocol";
import type { Settings } from "./scene";

const key = "glassformer.settings";
const schema = z.object({
  locale: z.enum(["en", "zh-Hans"]),
  theme: z.enum(["system", "light", "dark"]),
  backend: z.enum([...backends, "auto"]),
});

export function readSettings(storage: Storage | null, usual: Settings): Settings {
  try {
    const parsed = schema.safeParse(JSON.parse(storage?.getItem(key) ?? "null"));
    return parsed.success ? parsed.data : usual;
  } catch {
    return usual;
  }
}

export function writeSettings(storage: Storage | null, settings: Settings): void {
  try {
    storage?.setItem(key, JSON.stringify(settings));
  } catch {
    // Without storage the settings last for the visit.
  }
}
