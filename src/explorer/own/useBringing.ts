/** The way of a model from where it is into the page: looked at, fetched, opened, kept; each can fail and says how. */
import { useEffect, useRef, useState } from "react";
import type { Problem } from "../../engine/protocol";
import { FetchError } from "../../model/checkpoints/fetchError";
import { placeOf } from "../../state/own/address";
import { type Folder, localFolder, remoteFolder } from "../../state/own/folder";
import { type FoundFile, folderIn } from "../../state/own/found";
import { type Inspection, inspect } from "../../state/own/inspect";
import { keepModel, openOwn } from "../../state/own/library";
import { freeTitle } from "../../state/own/names";
import type { Unkept } from "../../state/own/storage";
import type { App } from "../../state/store";

/** What went wrong, as far as it can be said. */
export type Trouble =
  | { readonly kind: "problem"; readonly problem: Problem }
  | { readonly kind: "fetch"; readonly url: string; readonly status: number | null }
  | { readonly kind: "address" | "notices" }
  | { readonly kind: "unexpected"; readonly message: string };

/** A folder that was looked at. */
export interface Reviewed {
  /** Its files, until the signal ends what is asked of it. */
  readonly folder: (signal: AbortSignal) => Folder;
  /** What the model may be called; no other is. */
  readonly title: string;
  readonly inspection: Inspection;
}

export type Phase =
  | { readonly kind: "choosing" | "looking" }
  | { readonly kind: "reviewing"; readonly reviewed: Reviewed }
  | { readonly kind: "fetching"; readonly title: string; readonly received: number; readonly total: number | null }
  | { readonly kind: "opening" | "keeping"; readonly title: string }
  | { readonly kind: "unkept"; readonly title: string; readonly reason: Unkept };

export interface Bringing {
  readonly phase: Phase;
  readonly trouble: Trouble | null;
  lookAtFiles(found: readonly FoundFile[]): void;
  lookAtAddress(typed: string): void;
  /** Fetches what is elsewhere, opens it under that title and keeps it; `done` is called when all of it went well. */
  open(reviewed: Reviewed, title: string, done: () => void): void;
  /** Ends what is under way and goes back to choosing. */
  back(): void;
}

/** Starts with looking at `found`, where there is something. */
export function useBringing(app: App, found: readonly FoundFile[]): Bringing {
  const [phase, setPhase] = useState<Phase>({ kind: "choosing" });
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const running = useRef<AbortController | null>(null);

  /** Does something that can be ended; what fails goes back to `before`, with what went wrong. */
  const attempt = (before: Phase, act: (signal: AbortSignal) => Promise<void>) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setTrouble(null);
    act(controller.signal).catch((error: unknown) => {
      if (controller.signal.aborted) return;
      setTrouble(troubleOf(error));
      setPhase(before);
    });
  };
  const look = (folder: (signal: AbortSignal) => Folder, title: string) =>
    attempt({ kind: "choosing" }, async (signal) => {
      setPhase({ kind: "looking" });
      const inspection = await inspect(folder(signal), app.getState().checkModel);
      signal.throwIfAborted();
      setPhase({ kind: "reviewing", reviewed: { folder, title: freeTitle(title, titlesOf(app)), inspection } });
    });
  const lookAtFiles = (some: readonly FoundFile[]) => {
    const { name, files } = folderIn(some);
    look(() => localFolder(files), name);
  };
  const back = () => {
    running.current?.abort();
    setTrouble(null);
    setPhase({ kind: "choosing" });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was dropped is looked at once, when the dialog opens.
  useEffect(() => {
    if (found.length > 0) lookAtFiles(found);
    return () => running.current?.abort();
  }, []);
  return {
    phase,
    trouble,
    lookAtFiles,
    lookAtAddress(typed) {
      const place = placeOf(typed);
      if (place) look((signal) => remoteFolder(place.url, signal), place.title);
      else setTrouble({ kind: "address" });
    },
    open: (reviewed, title, done) =>
      attempt({ kind: "reviewing", reviewed }, async (signal) => {
        const files = await fetchAll(reviewed, signal, (received, total) =>
          setPhase({ kind: "fetching", title, received, total }),
        );
        setPhase({ kind: "opening", title });
        const opened = await openOwn(app, title, files, signal);
        signal.throwIfAborted();
        if (opened.kind !== "opened") {
          const problem = opened.kind === "refused" ? opened.problem : null;
          setTrouble(problem ? { kind: "problem", problem } : { kind: "notices" });
          return setPhase({ kind: "reviewing", reviewed });
        }
        setPhase({ kind: "keeping", title });
        const reason = await keepModel(app, opened.name);
        if (reason === null) done();
        else setPhase({ kind: "unkept", title, reason });
      }),
    back,
  };
}

export function titlesOf(app: App): readonly string[] {
  return app.getState().models.flatMap(({ title }) => Object.values(title));
}

/** All files of a folder. */
async function fetchAll(
  { folder, inspection }: Reviewed,
  signal: AbortSignal,
  progress: (received: number, total: number | null) => void,
): Promise<Readonly<Record<string, Blob>>> {
  const { files } = inspection;
  const total = files.reduce<number | null>(
    (sum, { bytes }) => (sum === null || bytes === null ? null : sum + bytes),
    0,
  );
  const blobs: Record<string, Blob> = {};
  const place = folder(signal);
  let [before, told] = [0, 0];
  for (const { name } of files) {
    const blob = await place.get(name, (received) => {
      const now = performance.now();
      // A bar that is drawn anew every 50 ms moves smoothly enough.
      if (now - told < 50) return;
      told = now;
      progress(before + received, total);
    });
    signal.throwIfAborted();
    blobs[name] = blob;
    before += blob.size;
  }
  return blobs;
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof FetchError) return { kind: "fetch", url: error.url, status: error.status };
  return { kind: "unexpected", message: error instanceof Error ? error.message : String(error) };
}
