/** Where a model is that is not on this device: a name on the model hub, or the address of a folder. */
import { z } from "zod";

const hub = "https://huggingface.co/";
const part = /^[\w.-]{1,100}$/;

export interface Place {
  /** Of the folder, ending in "/". */
  readonly url: string;
  /** What the model may be called. */
  readonly title: string;
}

/** Plain HTTP is for this machine alone: elsewhere anyone on the way could read and change what is fetched. */
const address = z.url({ protocol: /^https?$/ }).transform((text, context): URL => {
  const url = new URL(text);
  const here = ["localhost", "127.0.0.1"].includes(url.hostname);
  if (url.protocol === "https:" || here) return url;
  context.addIssue("https: is needed");
  return z.NEVER;
});

/**
 * "openai-community/gpt2", "https://huggingface.co/openai-community/gpt2" or "https://example.org/models/mine/"; null for
 * what is none of these.
 */
export function placeOf(typed: string): Place | null {
  const text = typed.trim();
  const names = text.split("/");
  if (names.length <= 2 && names.every((name) => part.test(name))) return ofHub(names, "main");
  const parsed = address.safeParse(text);
  if (!parsed.success) return null;
  const { origin, pathname } = parsed.data;
  const path = pathname.split("/").filter((name) => name !== "");
  if (`${origin}/` === hub) {
    const at = path.findIndex((name) => ["tree", "blob", "resolve"].includes(name));
    return ofHub(at < 0 ? path : path.slice(0, at), at < 0 ? "main" : (path[at + 1] ?? "main"));
  }
  // The address of one of its files stands for the folder.
  const folder = /\.(json|safetensors|txt)$/.test(path.at(-1) ?? "") ? path.slice(0, -1) : path;
  const url = [origin, ...folder, ""].join("/");
  return { url, title: spelledOut(folder.at(-1) ?? parsed.data.hostname) };
}

/** "my%20model" as "my model"; what is no such spelling stays as it is. */
function spelledOut(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function ofHub(names: readonly string[], revision: string): Place | null {
  const title = names.at(-1);
  if (title === undefined || names.length > 2 || !names.every((name) => part.test(name))) return null;
  return { url: `${hub}${names.join("/")}/resolve/${revision}/`, title };
}
