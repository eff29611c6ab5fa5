/** The models of the menu: those that come with the page, as the build found them, and the visitor's own. */
import type { ModelSource, ServedModel } from "../engine/protocol";
import type { About } from "../model/about";
import type { Summary } from "../model/checkpoints/summary";

/** One model of the menu. */
export interface ModelEntry extends Pick<About, "title" | "does" | "order">, Summary {
  /** Its folder under public/models, or what `isOwnName` holds for. */
  readonly name: string;
  /** Bytes of each file that is fetched to run it. */
  readonly files: ServedModel["files"];
  /** As its card has them. */
  readonly scores: readonly ModelScore[];
  /** The files themselves, of a model of the visitor's own; absent for those that come with the page. */
  readonly blobs?: Readonly<Record<string, Blob>>;
  /** Of the visitor's own: whether it will be there on the next visit. */
  readonly kept?: boolean;
}

const ownPrefix = "own.";

/** The name of a model of the visitor's own: no model that comes with the page will ever have it. */
export function ownName(rest: string): string {
  return `${ownPrefix}${rest}`;
}

export function isOwnName(name: string | undefined): boolean {
  return name?.startsWith(ownPrefix) === true;
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
