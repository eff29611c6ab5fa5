/** Pieces of a link that are more than a name or a number: an image, a way of choosing tokens. */
import type { Generation, Input } from "../engine/protocol";

type Image = Extract<Input, { readonly kind: "image" }>;
type Choosing = Generation["choosing"];

/** Width, height and one byte a pixel in the letters that an address may hold. */
export function writeImage({ width, height, pixels }: Image): string {
  const bytes = String.fromCharCode(...pixels.map((grey) => Math.round(grey * 255)));
  const letters = btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return `${width}.${height}.${letters}`;
}

export function readImage(text: string): Image | null {
  const [, across = "", down = "", letters = ""] = /^(\d{1,3})\.(\d{1,3})\.([\w-]+)$/.exec(text) ?? [];
  const [width, height] = [Number(across), Number(down)];
  try {
    const bytes = atob(letters.replaceAll("-", "+").replaceAll("_", "/"));
    if (bytes.length !== width * height || bytes.length === 0) return null;
    return { kind: "image", width, height, pixels: Array.from(bytes, (byte) => byte.charCodeAt(0) / 255) };
  } catch {
    return null;
  }
}

/** "sample~0.8~40~0.9", with "all" where nothing is cut; "beam~4". */
export function writeChoosing(choosing: Choosing): string {
  if (choosing.kind === "greedy") return "greedy";
  if (choosing.kind === "beam") return `beam~${choosing.width}`;
  return `sample~${choosing.temperature}~${choosing.topK ?? "all"}~${choosing.topP ?? "all"}`;
}

export function readChoosing(text: string): Choosing | null {
  if (text === "greedy") return { kind: "greedy" };
  const beam = /^beam~(\d{1,2})$/.exec(text);
  if (beam) return Number(beam[1]) > 0 ? { kind: "beam", width: Number(beam[1]) } : null;
  const [, hot, k = "", p = ""] = /^sample~(\d*\.?\d+)~(\d{1,6}|all)~(\d*\.?\d+|all)$/.exec(text) ?? [];
  const [temperature, topK, topP] = [Number(hot), k === "all" ? null : Number(k), p === "all" ? null : Number(p)];
  const possible = temperature > 0 && topK !== 0 && (topP === null || (topP > 0 && topP <= 1));
  return possible ? { kind: "sample", temperature, topK, topP } : null;
}
