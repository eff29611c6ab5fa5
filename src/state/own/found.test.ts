import { describe, expect, it } from "vitest";
import { filesOfDrop, filesOfList, folderIn } from "./found";

const file = (path: string) => {
  const made = new File(["x"], path.split("/").at(-1) ?? "");
  Object.defineProperty(made, "webkitRelativePath", { value: path.includes("/") ? path : "" });
  return made;
};

describe("the folder of a model among chosen files", () => {
  it("is the one nearest to the top that has a config.json", () => {
    const paths = ["all/readme.md", "all/gpt2/config.json", "all/gpt2/model.safetensors", "all/gpt2/old/config.json"];
    const { name, files } = folderIn(filesOfList(paths.map(file)));
    expect(name).toBe("gpt2");
    expect([...files.keys()]).toEqual(["config.json", "model.safetensors"]);
  });

  it("is that of the weights where no config.json is among them, so that it can be said what is missing", () => {
    const { name, files } = folderIn(filesOfList(["m/notes.txt", "m/w/model.safetensors", "m/w/vocab.txt"].map(file)));
    expect(name).toBe("w");
    expect([...files.keys()]).toEqual(["model.safetensors", "vocab.txt"]);
  });

  it("has no name where files were chosen, and nothing in it where none were", () => {
    expect(folderIn(filesOfList([file("config.json")])).name).toBe("");
    expect(folderIn([])).toEqual({ name: "", files: new Map() });
  });
});

/** Entries of a dropped folder as the browser gives them, two at a time. */
type Tree = { readonly [name: string]: Tree | null };
function entryOf(name: string, tree: Tree | null, path = `/${name}`): unknown {
  if (tree === null) {
    const given = (done: (file: File) => void) => done(new File(["x"], name));
    return { isFile: true, isDirectory: false, fullPath: path, file: given };
  }
  const children = Object.entries(tree).map(([child, below]) => entryOf(child, below, `${path}/${child}`));
  const createReader = () => {
    const waiting = [...children];
    return { readEntries: (done: (some: unknown[]) => void) => done(waiting.splice(0, 2)) };
  };
  return { isFile: false, isDirectory: true, fullPath: path, createReader };
}
const dropped = (entries: readonly unknown[], files: readonly File[] = []) =>
  ({ items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })), files }) as unknown as DataTransfer;

describe("what is dropped", () => {
  it("is read with all folders in it, however many files the browser gives at a time", async () => {
    const weights = { "a.safetensors": null, "b.safetensors": null, "c.safetensors": null };
    const found = await filesOfDrop(dropped([entryOf("gpt2", { "config.json": null, deep: { weights } })]));
    expect(found.map(({ path }) => path).sort()).toEqual([
      "gpt2/config.json",
      "gpt2/deep/weights/a.safetensors",
      "gpt2/deep/weights/b.safetensors",
      "gpt2/deep/weights/c.safetensors",
    ]);
  });

  it("is the files themselves where there is no folder among them", async () => {
    const files = [file("config.json"), file("model.safetensors")];
    const found = await filesOfDrop(dropped([entryOf("config.json", null), entryOf("model.safetensors", null)], files));
    expect(found.map(({ file }) => file)).toEqual(files);
  });
});
