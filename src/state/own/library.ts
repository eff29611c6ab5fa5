/** The visitor's own models in the menu: brought along, renamed, deleted. What is done here is done to the storage too. */
import type { Problem } from "../../engine/protocol";
import { summaryOf } from "../../model/checkpoints/summary";
import type { ModelEntry } from "../models";
import type { App } from "../store";
import { freeName } from "./names";
import { dropOwn, keepOwn, type OwnRecord, readOwn, type Unkept } from "./storage";

/** Throws where config.json is none of a model here. */
async function entryOf({ name, title, added, files }: OwnRecord, kept: boolean): Promise<ModelEntry> {
  const json: unknown = JSON.parse((await files["config.json"]?.text()) ?? "null");
  return {
    ...summaryOf(json),
    name,
    title: { en: title, "zh-Hans": title },
    does: { en: "", "zh-Hans": "" },
    order: added,
    files: Object.fromEntries(Object.entries(files).map(([file, blob]) => [file, blob.size])),
    scores: [],
    blobs: files,
    kept,
  };
}

function recordOf({ name, title, order, blobs }: ModelEntry): OwnRecord {
  return { name, title: title.en, added: order, files: { ...blobs } };
}

/** Those that are kept, for the menu; what has become unreadable is left out. */
export async function storedModels(): Promise<readonly ModelEntry[]> {
  const read = (await readOwn()).map((record) => entryOf(record, true).catch(() => null));
  return (await Promise.all(read)).filter((entry) => entry !== null);
}

const ownOf = (app: App) => app.getState().models.filter(({ blobs }) => blobs !== undefined);

function put(app: App, entry: ModelEntry): void {
  const others = ownOf(app).filter(({ name }) => name !== entry.name);
  app.getState().setOwnModels([...others, entry].sort((a, b) => a.order - b.order));
}

function take(app: App, name: string): void {
  app.getState().setOwnModels(ownOf(app).filter((entry) => entry.name !== name));
}

/** Puts those that are kept into the menu; what is there already may have been renamed meanwhile. */
export async function showStored(app: App): Promise<void> {
  const stored = await storedModels();
  const there = new Set(ownOf(app).map(({ name }) => name));
  for (const entry of stored) if (!there.has(entry.name)) put(app, entry);
}

export type Opened =
  | { readonly kind: "opened"; readonly name: string }
  /** The model at hand goes on; null where the reason stands in the page's notices. */
  | { readonly kind: "refused"; readonly problem: Problem | null }
  | { readonly kind: "cancelled" };

/** Opens a model from its files, beside the one at hand. Nothing is kept yet. */
export async function openOwn(
  app: App,
  title: string,
  files: Readonly<Record<string, Blob>>,
  signal: AbortSignal,
): Promise<Opened> {
  const name = freeName(
    title,
    app.getState().models.map((entry) => entry.name),
  );
  put(app, await entryOf({ name, title, added: Date.now(), files }, false));
  const before = app.getState().problem;
  const cancelled = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
  await Promise.race([app.getState().chooseModel(name), cancelled]);
  const { model, problem } = app.getState();
  if (model?.name === name) return { kind: "opened", name };
  take(app, name);
  if (!signal.aborted) return { kind: "refused", problem: problem === before ? null : (problem?.problem ?? null) };
  app.getState().cancelLoading();
  return { kind: "cancelled" };
}

/** Keeps a model of the menu for later visits; null where it is kept, else why not. */
export async function keepModel(app: App, name: string): Promise<Unkept | null> {
  const entry = ownOf(app).find((one) => one.name === name);
  if (!entry) return null;
  const reason = await keepOwn(recordOf(entry));
  if (reason === null) {
    // The browser's copies, which do not change when the files that were chosen do.
    const copy = (await readOwn()).find((record) => record.name === name);
    if (copy) put(app, await entryOf(copy, true));
  }
  return reason;
}

export async function renameOwn(app: App, entry: ModelEntry, title: string): Promise<void> {
  const renamed = { ...entry, title: { en: title, "zh-Hans": title } };
  put(app, renamed);
  if (entry.kept) await keepOwn(recordOf(renamed));
}

/** Deletes a model; one that is open stays open. → puts it back. */
export async function deleteOwn(app: App, entry: ModelEntry): Promise<() => Promise<void>> {
  take(app, entry.name);
  if (entry.kept) await dropOwn(entry.name);
  return async () => {
    put(app, { ...entry, kept: false });
    if (entry.kept) await keepModel(app, entry.name);
  };
}
