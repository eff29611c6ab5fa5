/** Files that the visitor chose or dropped, and which of them make up a model. */
import { indexFile, weightsFile } from "../../model/checkpoints/folder";

export interface FoundFile {
  /** From the folder that was chosen, such as "gpt2/config.json"; the bare name where files were chosen. */
  readonly path: string;
  readonly file: File;
}

/** More files than a checkpoint has: who drops a whole disk need not wait for all of it to be listed. */
const most = 10_000;

/** What was chosen in a file dialog. */
export function filesOfList(list: Iterable<File>): readonly FoundFile[] {
  return Array.from(list, (file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** What was dropped, folders with all that is in them. Must be called while the drop is being handled. */
export async function filesOfDrop(data: DataTransfer): Promise<readonly FoundFile[]> {
  const entries = Array.from(data.items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const plain = filesOfList(data.files);
  if (entries.every((entry) => entry.isFile)) return plain;
  const found: FoundFile[] = [];
  const waiting = [...entries];
  for (let entry = waiting.shift(); entry && found.length < most; entry = waiting.shift()) {
    if (isFile(entry)) found.push({ path: entry.fullPath.replace(/^\//, ""), file: await fileOf(entry) });
    else if (isFolder(entry)) waiting.push(...(await entriesOf(entry)));
  }
  return found;
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  // A hundred at a time, until none is left.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** The folder nearest to the top that has a config.json, else weights: its own name ("" for none) and its files. */
export function folderIn(found: readonly FoundFile[]): {
  readonly name: string;
  readonly files: ReadonlyMap<string, File>;
} {
  const depth = (path: string) => path.split("/").length;
  const topmost = (wanted: readonly string[]) =>
    found
      .filter(({ path }) => wanted.includes(path.split("/").at(-1) ?? ""))
      .sort((a, b) => depth(a.path) - depth(b.path))[0];
  const anchor = topmost(["config.json"]) ?? topmost([weightsFile, indexFile]) ?? found[0];
  const folder = anchor ? anchor.path.split("/").slice(0, -1).join("/") : "";
  const inside = found.filter(({ path }) => path.split("/").slice(0, -1).join("/") === folder);
  return {
    name: folder.split("/").at(-1) ?? "",
    files: new Map(inside.map(({ path, file }) => [path.split("/").at(-1) ?? path, file])),
  };
}
