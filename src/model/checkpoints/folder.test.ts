import { describe, expect, it } from "vitest";
import { Tokenizer } from "../tokenizers/tokenizer";
import { type Bytes, inMemory } from "./bytes";
import { type Folder, readFolder } from "./folder";

const text = (content: unknown) =>
  inMemory(new TextEncoder().encode(typeof content === "string" ? content : JSON.stringify(content)));

/** A safetensors file of one number. */
function weights(name: string): Bytes {
  const header = new TextEncoder().encode(
    JSON.stringify({ [name]: { dtype: "F32", shape: [1], data_offsets: [0, 4] } }),
  );
  const bytes = new Uint8Array(12 + header.length);
  bytes[0] = header.length;
  bytes.set(header, 8);
  return inMemory(bytes);
}

const folder = (files: Readonly<Record<string, Bytes>>): Folder => new Map(Object.entries(files));
const gpt2 = { "config.json": text({ model_type: "gpt2" }), "model.safetensors": weights("a") };
const vocabulary = { "vocab.json": text({ a: 0, b: 1, ab: 2 }), "merges.txt": text("#version: 0.2\na b\n") };

describe("a checkpoint's folder", () => {
  it("gives config, tensors and their bytes, without a tokenizer where there is none", () => {
    const { config, tokenizer, about, tensors, bytes } = readFolder(folder(gpt2));
    expect(config).toEqual({ model_type: "gpt2" });
    expect([tokenizer, about]).toEqual([null, null]);
    expect([...tensors.keys()]).toEqual(["a"]);
    expect(bytes).toBe(gpt2["model.safetensors"].size);
  });

  it("takes tokenizer.json before the older files, and those where it is missing", () => {
    const whole = { model: { type: "BPE", vocab: {}, merges: [] } };
    expect(readFolder(folder({ ...gpt2, ...vocabulary, "tokenizer.json": text(whole) })).tokenizer).toEqual(whole);
    const older = new Tokenizer(readFolder(folder({ ...gpt2, ...vocabulary })).tokenizer);
    expect(older.encode("abb").map(({ id }) => Number(id))).toEqual([2, 1]);
    const words = text("[UNK]\n[CLS]\n[SEP]\nAb");
    const cased = { ...gpt2, "vocab.txt": words, "tokenizer_config.json": text({ do_lower_case: false }) };
    expect(new Tokenizer(readFolder(folder(cased)).tokenizer).encode("Ab").map(({ id }) => Number(id))).toEqual([
      1, 3, 2,
    ]);
  });

  it("reads weights in several files", () => {
    const { "config.json": config } = gpt2;
    const [one, two] = ["model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"];
    const index = text({ weight_map: { a: one, b: two } });
    const files = {
      "config.json": config,
      "model.safetensors.index.json": index,
      [one]: weights("a"),
      [two]: weights("b"),
    };
    const { tensors, bytes } = readFolder(folder(files));
    expect([...tensors.keys()]).toEqual(["a", "b"]);
    expect(bytes).toBe(weights("a").size + weights("b").size);
  });

  it("reads nothing of the weights but their header", () => {
    const file = weights("a");
    const read: number[] = [];
    const counting: Bytes = {
      size: file.size,
      read(from, to) {
        read.push(to);
        return file.read(from, to);
      },
    };
    readFolder(folder({ ...gpt2, "model.safetensors": counting }));
    expect(Math.max(...read)).toBe(file.size - 4);
  });

  it.each<[string, Folder, RegExp]>([
    ["without a config", folder({ "model.safetensors": weights("a") }), /config\.json is missing/],
    ["without weights", folder({ "config.json": gpt2["config.json"] }), /model\.safetensors is missing/],
    ["whose config is a page", folder({ ...gpt2, "config.json": text("<html>") }), /config\.json is not JSON/],
    [
      "with more weights than a browser can run",
      folder({ ...gpt2, "model.safetensors": { ...weights("a"), size: 3e9 } }),
      /weights are 3\.00 GB; a browser can run 2\.15 GB/,
    ],
  ])("%s is refused with words", (_, files, message) => {
    expect(() => readFolder(files)).toThrow(message);
  });
});
