/** The models that come with the page, as the build found them in public/models. */
import type { ModelSource, ServedModel } from "../engine/protocol";
import type { About } from "../model/about";
import type { TaskKind } from "../model/checkpoints/task";
import type { Architecture } from "../model/config";

/** One model of the menu. */
export interface ModelEntry extends Pick<About, "title" | "does" | "order"> {
  /** Its folder. */
  readonly name: string;
  readonly architecture: Architecture;
  readonly task: TaskKind;
  /** Number of weights. */
  readonly parameters: number;
  /** Bytes of each file that is fetched to run it. */
  readonly files: ServedModel["files"];
  /** As its card has them. */
  readonly scores: readonly ModelScore[];
  /** The files themselves, of a model of the visitor's own; absent for those that come with the page. */
  readonly blobs?: Readonly<Record<string, Blob>>;
}

export interface ModelScore {
  /** The card's name of the metric, in English. */
  readonly name: string;
  /** Machine-readable kind, such as `accuracy`. */
  readonly type: string;
  readonly value: number;
}

/** Bytes to fetch in all. */
export function bytesOf({ files }: Pick<ModelEntry, "files">): number {
  return Object.values(files).reduce((sum, bytes) => sum + bytes, 0);
}

/** Where an entry's files are; `url` gives the folder of a model that comes with the page, ending in "/". */
export function sourceOf({ name, files, blobs }: ModelEntry, url: (name: string) => string): ModelSource {
  return blobs ? { kind: "own", name, files: blobs } : { kind: "served", name, url: url(name), files };
}
