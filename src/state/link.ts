/** A scene as the part of an address after "#", and back. What comes from a link is checked before it is used. */
import { z } from "zod";
import { type Change, changeSchema } from "../model/changes";
import { attentionPath, type HeadId } from "../model/names";
import { readChoosing, readImage, writeChoosing, writeImage } from "./linkParts";
import { readLook, usualLook, writeLook } from "./look";
import { defaultScene, type Scene, views } from "./scene";

const count = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number);
/** The pieces of a text between its dots. */
const dotted = (text: unknown) => (typeof text === "string" ? text.split(".") : text);
const head = z
  .preprocess(
    dotted,
    z.tuple([z.enum(["encoder", "decoder"]), count, z.enum(["selfAttention", "crossAttention"]), count]),
  )
  .transform(([stack, layer, part, number]): HeadId => ({ stack, layer, part, head: number }));
const cell = z.preprocess(dotted, z.tuple([count, count]));
const counts = z.preprocess(dotted, z.array(count).max(1_000));
/** More changes than anyone makes by hand. */
const greatest = 1_000;

const schema = z.object({
  model: z
    .string()
    .regex(/^[\w.-]{1,100}$/)
    .optional(),
  text: z.string().max(100_000).optional(),
  to: z.string().max(20).optional(),
  hidden: counts.optional(),
  image: z.string().max(100_000).transform(checked(readImage)).optional(),
  head: head.optional(),
  cell: cell.optional(),
  look: z.string().transform(checked(readLook)).optional(),
  at: count.optional(),
  off: z.array(z.string().max(100_000).transform(checked(readChange))).max(greatest),
  choose: z.string().transform(checked(readChoosing)).optional(),
  seed: z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number)
    .optional(),
  steps: z.union([z.literal("all"), count]).optional(),
  view: z.enum(views).optional(),
  step: z.string().max(200).optional(),
  index: counts.optional(),
});

/** A reader that returns null for what it cannot read, as a step of a schema. */
function checked<T>(read: (text: string) => T | null) {
  return (text: string, context: { addIssue(message: string): void }): T => {
    const found = read(text);
    if (found !== null) return found;
    context.addIssue("not readable");
    return z.NEVER;
  };
}

const nameOf = (id: HeadId) => `${attentionPath(id)}.${id.head}`;

/** A change in a few letters: a head alone is switched off. */
function writeChange(change: Change): string {
  if (change.kind === "skip") return `${change.path}~pass~${change.keep}`;
  const at = nameOf(change.at);
  if (change.kind === "pattern") return `${at}~row~${change.query}~${change.weights.map(short).join("~")}`;
  if (change.to === "zero") return at;
  return change.to === "mean" ? `${at}~mean` : `${at}~text~${change.to.text}`;
}

/** Weights in a link have six digits. */
const short = (weight: number) => String(Number(weight.toPrecision(6)));

function readChange(text: string): Change | null {
  const [place = "", how, first = "", ...rest] = text.split("~");
  if (how === "pass") return valid({ kind: "skip", path: place, keep: Number(first) });
  const found = head.safeParse(place);
  if (!found.success) return null;
  const at = found.data;
  if (how === undefined) return valid({ kind: "head", at, to: "zero" });
  if (how === "mean") return valid({ kind: "head", at, to: "mean" });
  if (how === "text") return valid({ kind: "head", at, to: { text: [first, ...rest].join("~") } });
  if (how === "row") return valid({ kind: "pattern", at, query: Number(first), weights: rest.map(Number) });
  return null;
}

function valid(change: unknown): Change | null {
  const parsed = changeSchema.safeParse(change);
  return parsed.success ? parsed.data : null;
}

export function writeLink(scene: Scene): string {
  const { model, input, selection, look, changes, generation, view, step, cell } = scene;
  const parameters = new URLSearchParams({ model });
  if (input?.kind === "text") {
    parameters.set("text", input.text);
    if (input.language !== undefined) parameters.set("to", input.language);
    if (input.masked && input.masked.length > 0) parameters.set("hidden", input.masked.join("."));
  }
  if (input?.kind === "image") parameters.set("image", writeImage(input));
  parameters.set("head", nameOf(selection));
  if (selection.query !== null && selection.key !== null) parameters.set("cell", `${selection.query}.${selection.key}`);
  if (selection.position !== null) parameters.set("at", String(selection.position));
  if (writeLook(look) !== writeLook(usualLook)) parameters.set("look", writeLook(look));
  for (const change of changes) parameters.append("off", writeChange(change));
  const { choosing, seed, steps } = generation;
  const usual = defaultScene.generation;
  if (choosing.kind !== usual.choosing.kind) parameters.set("choose", writeChoosing(choosing));
  if (seed !== usual.seed) parameters.set("seed", String(seed));
  if (steps !== usual.steps || parameters.has("choose")) parameters.set("steps", String(steps ?? "all"));
  if (view !== defaultScene.view) parameters.set("view", view);
  if (step !== null) parameters.set("step", step);
  if (step !== null && cell !== null) parameters.set("index", cell.join("."));
  return `#${parameters}`;
}

/** What a link asks for, everything else being as usual; null for one that cannot be read. */
export function readLink(hash: string): Partial<Scene> | null {
  const text = hash.replace(/^#/, "");
  if (text === "") return {};
  const parameters = new URLSearchParams(text);
  const parsed = schema.safeParse({ ...Object.fromEntries(parameters), off: parameters.getAll("off") });
  if (!parsed.success) return null;
  const { model, head: at, cell: place, at: position = null, look, off, view, step, index, ...rest } = parsed.data;
  const [query = null, key = null] = place ?? [];
  const selection = { query, key, position };
  return {
    ...(model !== undefined && { model }),
    ...inputOf(parsed.data, model),
    ...(off.length > 0 && { changes: off }),
    ...generationOf(rest),
    ...((at || place || position !== null) && { selection: { ...(at ?? defaultScene.selection), ...selection } }),
    ...(look !== undefined && { look }),
    ...(view !== undefined && { view }),
    ...(step !== undefined && { step, cell: index ?? null }),
  };
}

type Link = z.infer<typeof schema>;

function inputOf({ text, to, hidden, image }: Link, model = defaultScene.model): Pick<Partial<Scene>, "input"> {
  if (image) return { input: image };
  if (text === undefined && to === undefined) return {};
  const usual = model === defaultScene.model && defaultScene.input?.kind === "text" ? defaultScene.input : { text: "" };
  return {
    input: {
      kind: "text",
      ...usual,
      ...(text !== undefined && { text }),
      ...(to !== undefined && { language: to }),
      ...(hidden !== undefined && { masked: hidden }),
    },
  };
}

function generationOf({ choose, seed, steps }: Pick<Link, "choose" | "seed" | "steps">): Partial<Scene> {
  if (choose === undefined && seed === undefined && steps === undefined) return {};
  const { generation: usual } = defaultScene;
  return {
    generation: {
      choosing: choose ?? usual.choosing,
      seed: seed ?? usual.seed,
      steps: steps === undefined || steps === "all" ? null : steps,
    },
  };
}
