/** A scene as the part of an address after "#", and back. What comes from a link is checked before it is used. */
import { z } from "zod";
import type { ModelInfo } from "../engine/protocol";
import { architectureMap } from "../geometry/architecture";
import { type AttentionId, attentionPath, type HeadId } from "../model/names";
import { defaultScene, modelNames, type Scene, type Selection } from "./scene";

/** More heads than any model shown here has. */
const greatest = 1000;
const count = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number);
/** The pieces of a text between its dots. */
const dotted = (text: unknown) => (typeof text === "string" ? text.split(".") : text);
const head = z
  .preprocess(
    dotted,
    z.tuple([z.enum(["encoder", "decoder"]), count, z.enum(["selfAttention", "crossAttention"]), count]),
  )
  .transform(([stack, layer, part, number]): HeadId => ({ stack, layer, part, head: number }));
const heads = z.preprocess((text) => (typeof text === "string" ? text.split("_") : text), z.array(head).max(greatest));
const cell = z.preprocess(dotted, z.tuple([count, count]));

const schema = z.object({
  model: z.enum(modelNames).default(defaultScene.model),
  text: z.string().max(100_000).default(defaultScene.text),
  to: z.string().max(20).default(defaultScene.language),
  head: head.optional(),
  cell: cell.optional(),
  at: count.optional(),
  off: heads.default([]),
  part: z.string().max(100).optional(),
});

const nameOf = (id: HeadId) => `${attentionPath(id)}.${id.head}`;

export function writeLink({ model, text, language, selection, off, part }: Scene): string {
  const parameters = new URLSearchParams({ model, text, to: language, head: nameOf(selection) });
  if (selection.query !== null && selection.key !== null) parameters.set("cell", `${selection.query}.${selection.key}`);
  if (selection.position !== null) parameters.set("at", String(selection.position));
  if (off.length > 0) parameters.set("off", off.map(nameOf).join("_"));
  if (part !== null) parameters.set("part", part);
  return `#${parameters}`;
}

/** The usual scene for an empty link; null for one that cannot be read. */
export function readLink(hash: string): Scene | null {
  const text = hash.replace(/^#/, "");
  if (text === "") return defaultScene;
  const parsed = schema.safeParse(Object.fromEntries(new URLSearchParams(text)));
  if (!parsed.success) return null;
  const { model, text: typed, to, head: chosen, cell: place, at, off, part } = parsed.data;
  const [query = null, key = null] = place ?? [];
  const selection: Selection = { ...(chosen ?? defaultScene.selection), query, key, position: at ?? null };
  return { model, text: typed, language: to, selection, off, part: part ?? null };
}

/** Whether this model has such a head. */
function exists(model: ModelInfo, { stack, layer, part }: AttentionId, number: number): boolean {
  const layers = stack === "encoder" ? model.encoderLayers : model.decoderLayers;
  return layer < layers && number < model.heads && (part === "selfAttention" || stack === "decoder");
}

/** The scene with everything that this model lacks put back to the usual. */
export function fitScene(scene: Scene, model: ModelInfo): Scene {
  const off = scene.off.filter((id) => exists(model, id, id.head));
  const selection = exists(model, scene.selection, scene.selection.head) ? scene.selection : defaultScene.selection;
  const known = model.languages.some(({ code }) => code === scene.language);
  const language = known ? scene.language : (model.languages[0]?.code ?? defaultScene.language);
  const hasPart = architectureMap(model).parts.some(({ id }) => id === scene.part);
  const part = hasPart ? scene.part : null;
  const same =
    off.length === scene.off.length &&
    selection === scene.selection &&
    language === scene.language &&
    part === scene.part;
  return same ? scene : { ...scene, off, selection, language, part };
}
