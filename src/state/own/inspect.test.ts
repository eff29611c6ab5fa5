import { describe, expect, it } from "vitest";
import { localFolder } from "./folder";
import { inspect } from "./inspect";

const config = JSON.stringify({
  ...{ model_type: "gpt2", n_embd: 8, n_head: 2, n_layer: 1, n_positions: 16, vocab_size: 10 },
});
const look = (
  files: Readonly<Record<string, string>>,
  problem: Awaited<ReturnType<Parameters<typeof inspect>[1]>> = null,
) =>
  inspect(
    localFolder(new Map(Object.entries(files).map(([name, text]) => [name, new Blob([text])]))),
    async () => problem,
  );
const whole = { "config.json": config, "model.safetensors": "12345", "tokenizer.json": "{}" };

describe("a look at a folder", () => {
  it("finds what a model is made of, with sizes", async () => {
    const found = await look({ ...whole, "about.json": "{}", "notes.txt": "not the model's" });
    expect(found.missing).toEqual([]);
    expect(found.problem).toBeNull();
    expect(found.files.map(({ name }) => name)).toEqual([
      "config.json",
      "model.safetensors",
      "tokenizer.json",
      "about.json",
    ]);
    expect(found.files[1]?.bytes).toBe(5);
    expect(found.summary).toMatchObject({ architecture: "decoderOnly" });
  });

  it("takes any form of a tokenizer, but none by half", async () => {
    const { "tokenizer.json": _, ...bare } = whole;
    expect((await look(bare)).missing).toEqual(["tokenizer.json"]);
    expect((await look({ ...bare, "vocab.json": "{}" })).missing).toEqual(["tokenizer.json"]);
    const pair = await look({ ...bare, "vocab.json": "{}", "merges.txt": "" });
    expect(pair.missing).toEqual([]);
    const words = await look({ ...bare, "vocab.txt": "a", "tokenizer_config.json": "{}" });
    expect(words.files.map(({ name }) => name)).toContain("tokenizer_config.json");
  });

  it("follows an index to its shards and names the one that is not there", async () => {
    const { "model.safetensors": _, ...bare } = whole;
    const index = JSON.stringify({ weight_map: { a: "one.safetensors", b: "two.safetensors" } });
    const found = await look({ ...bare, "model.safetensors.index.json": index, "one.safetensors": "x" });
    expect(found.missing).toEqual(["two.safetensors"]);
    const broken = await look({ ...bare, "model.safetensors.index.json": "{" });
    expect(broken.problem).toMatchObject({ kind: "checkpoint", key: "fault.notJson" });
  });

  it("names weights that can run programs as what cannot be opened, only where no others are there", async () => {
    const { "model.safetensors": _, ...bare } = whole;
    const pickled = await look({ ...bare, "pytorch_model.bin": "x" });
    expect([pickled.missing, pickled.unreadable]).toEqual([["model.safetensors"], "pytorch_model.bin"]);
    expect((await look({ ...whole, "pytorch_model.bin": "x" })).unreadable).toBeNull();
  });

  it("says what the check of config.json said, and what is wrong in it", async () => {
    const problem = { kind: "checkpoint", key: "fault.notJson", values: {} } as const;
    expect((await look(whole, problem)).problem).toEqual(problem);
    const broken = await look({ ...whole, "config.json": "{" });
    expect(broken.summary).toBeNull();
    expect(broken.problem).toMatchObject({ key: "fault.notJson" });
  });
});
