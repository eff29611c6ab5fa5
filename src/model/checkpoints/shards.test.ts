import { describe, expect, it } from "vitest";
import { inMemory } from "./bytes";
import { readShards, shardsOf } from "./shards";

/** A file of tensors of one zero each. */
function file(...names: readonly string[]) {
  const header = names.map((name, at) => [name, { dtype: "F32", shape: [1], data_offsets: [4 * at, 4 * at + 4] }]);
  const text = new TextEncoder().encode(JSON.stringify(Object.fromEntries(header)));
  const bytes = new Uint8Array(8 + text.length + 4 * names.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, 8);
  return inMemory(bytes);
}

const [first, second] = ["model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"] as const;
const index = { metadata: { total_size: 12 }, weight_map: { b: second, a: first, c: second } };

describe("a checkpoint in several files", () => {
  it("names each file once", () => {
    expect(shardsOf(index)).toEqual([first, second]);
  });

  it("has the tensors of all files", () => {
    const tensors = readShards(
      index,
      new Map([
        [first, file("a")],
        [second, file("b", "c")],
      ]),
    );
    expect([...tensors.keys()]).toEqual(["b", "a", "c"]);
    expect([...(tensors.get("c")?.read() ?? [])]).toEqual([0]);
  });

  it("is refused with the file's name when one is missing or lacks what the index says", () => {
    expect(() => readShards(index, new Map([[second, file("b", "c")]]))).toThrow(`${first} is missing`);
    const swapped = new Map([
      [first, file("a")],
      [second, file("b")],
    ]);
    expect(() => readShards(index, swapped)).toThrow(`c: model.safetensors.index.json says that it is in ${second}`);
  });

  it.each([
    ["that is a list", [], /holds \[\]; object is needed/],
    ["without a map", {}, /weight_map is missing/],
    ["with a path for a file", { weight_map: { a: "../secret.safetensors" } }, /weight_map\.a is "\.\.\/secret/],
  ])("is refused by an index %s", (_, json, message) => {
    expect(() => shardsOf(json)).toThrow(message);
  });
});
