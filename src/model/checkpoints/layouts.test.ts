import { describe, expect, it } from "vitest";
import { parameterShapes } from "../parameters";
import { readConfig } from "./config";
import { readParameters } from "./layouts";
import type { StoredTensor } from "./safetensors";

const tiny = readConfig({
  model_type: "gpt2",
  n_embd: 2,
  n_head: 1,
  n_layer: 1,
  n_positions: 3,
  vocab_size: 4,
});

/** Zeros of that shape, counted up from 0 so that places can be told apart. */
function stored(shape: readonly number[]): StoredTensor {
  const size = shape.reduce((product, length) => product * length, 1);
  return { dtype: "F32", shape, read: () => Float32Array.from({ length: size }, (_, i) => i) };
}

/** A GPT-2 checkpoint of the tiny model, in the names of Hugging Face. */
function checkpoint(): Map<string, StoredTensor> {
  const block = "h.0";
  return new Map<string, StoredTensor>([
    ["wte.weight", stored([4, 2])],
    ["wpe.weight", stored([3, 2])],
    [`${block}.ln_1.weight`, stored([2])],
    [`${block}.ln_1.bias`, stored([2])],
    [`${block}.attn.c_attn.weight`, stored([2, 6])],
    [`${block}.attn.c_attn.bias`, stored([6])],
    [`${block}.attn.c_proj.weight`, stored([2, 2])],
    [`${block}.attn.c_proj.bias`, stored([2])],
    [`${block}.ln_2.weight`, stored([2])],
    [`${block}.ln_2.bias`, stored([2])],
    [`${block}.mlp.c_fc.weight`, stored([2, 8])],
    [`${block}.mlp.c_fc.bias`, stored([8])],
    [`${block}.mlp.c_proj.weight`, stored([8, 2])],
    [`${block}.mlp.c_proj.bias`, stored([2])],
    ["ln_f.weight", stored([2])],
    ["ln_f.bias", stored([2])],
  ]);
}

describe("a GPT-2 checkpoint", () => {
  it("gives every weight of the model in its shape", () => {
    const parameters = readParameters(tiny, checkpoint());
    for (const [name, shape] of parameterShapes(tiny)) {
      expect(parameters.get(name)?.data.length, name).toBe(shape.reduce((product, length) => product * length, 1));
    }
  });

  it("packs query, key and value side by side in the output", () => {
    const parameters = readParameters(tiny, checkpoint());
    expect([...(parameters.get("decoder.0.selfAttention.query.weight")?.data ?? [])]).toEqual([0, 1, 6, 7]);
    expect([...(parameters.get("decoder.0.selfAttention.key.weight")?.data ?? [])]).toEqual([2, 3, 8, 9]);
    expect([...(parameters.get("decoder.0.selfAttention.value.bias")?.data ?? [])]).toEqual([4, 5]);
  });

  it("is refused with the tensor's name and both shapes when one has another shape", () => {
    const broken = checkpoint().set("wpe.weight", stored([5, 2]));
    expect(() => readParameters(tiny, broken)).toThrow("wpe.weight: its shape is [5, 2]; [3, 2] is needed.");
  });

  it("is refused with the tensor's name and the needed shape when one is missing", () => {
    const broken = checkpoint();
    broken.delete("h.0.attn.c_attn.weight");
    expect(() => readParameters(tiny, broken)).toThrow("h.0.attn.c_attn.weight: it is missing; [2, 6] is needed.");
  });

  it("is refused when it has more blocks than the config names", () => {
    const broken = checkpoint().set("h.1.ln_1.weight", stored([2]));
    expect(() => readParameters(tiny, broken)).toThrow("h.1.ln_1.weight: it is of block 1; the config has 1");
  });

  it("is refused when a weight is not a number", () => {
    const bias: StoredTensor = { dtype: "F16", shape: [2], read: () => Float32Array.of(0, Number.NaN) };
    expect(() => readParameters(tiny, checkpoint().set("ln_f.bias", bias))).toThrow(
      "ln_f.bias: its value 1 is NaN; finite numbers are needed.",
    );
  });

  it("is refused when a weight is stored as integers", () => {
    const bias: StoredTensor = { ...stored([2]), dtype: "I32" };
    expect(() => readParameters(tiny, checkpoint().set("ln_f.bias", bias))).toThrow("ln_f.bias: its dtype is I32");
  });

  it("may carry masks under the name of a bias, and a copy of the tied output", () => {
    const old = checkpoint().set("h.0.attn.bias", { ...stored([1, 1, 3, 3]), dtype: "BOOL" });
    expect(readParameters(tiny, old.set("lm_head.weight", stored([4, 2]))).has("output.weight")).toBe(false);
  });

  it("turns an untied output from [out, in] to [in, out]", () => {
    const untied = { ...tiny, tiedOutput: false };
    const output = readParameters(untied, checkpoint().set("lm_head.weight", stored([4, 2]))).get("output.weight");
    expect(output?.shape).toEqual([2, 4]);
    expect([...(output?.data ?? [])]).toEqual([0, 2, 4, 6, 1, 3, 5, 7]);
  });
});

const bertConfig = {
  model_type: "bert",
  hidden_size: 2,
  num_attention_heads: 1,
  num_hidden_layers: 1,
  intermediate_size: 3,
  max_position_embeddings: 4,
  vocab_size: 5,
};

describe("a BERT checkpoint", () => {
  it("may call gain and bias of its layer norms gamma and beta, as those from TensorFlow do", () => {
    const config = readConfig(bertConfig);
    const wanted: string[] = [];
    // Asks for everything, and remembers the names.
    const all = new Map<string, StoredTensor>();
    for (;;) {
      try {
        readParameters(config, all);
        break;
      } catch (error) {
        const [, name = "", shape = ""] =
          /^(\S+): it is missing; \[(.*)\] is needed/.exec(String(error).slice(17)) ?? [];
        expect(name).not.toBe("");
        wanted.push(name);
        const old = name.replace("LayerNorm.weight", "LayerNorm.gamma").replace("LayerNorm.bias", "LayerNorm.beta");
        all.set(old, stored(shape.split(", ").map(Number)));
      }
    }
    expect(wanted).toContain("bert.encoder.layer.0.attention.output.LayerNorm.weight");
    expect([...all.keys()]).toContain("cls.predictions.transform.LayerNorm.beta");
    expect(readParameters(config, all).size).toBe(parameterShapes(config).size);
  });
});

describe("a config.json", () => {
  it.each<[string, unknown, RegExp]>([
    ["of an unknown kind", { model_type: "t5" }, /config\.json: model_type/],
    ["without a width", { model_type: "gpt2", n_head: 1, n_layer: 1, n_positions: 3, vocab_size: 4 }, /n_embd/],
    ["that is no object", "gpt2", /config\.json/],
    [
      "whose width cannot be cut into its heads",
      { model_type: "gpt2", n_embd: 10, n_head: 4, n_layer: 1, n_positions: 3, vocab_size: 4 },
      /the width is 10; it needs to be a multiple of 4 heads/,
    ],
    ["with a text for a number", { ...bertConfig, hidden_size: "768" }, /hidden_size is "768"; .*number/],
    ["with more layers than any model", { ...bertConfig, num_hidden_layers: 1e9 }, /num_hidden_layers is 1000000000/],
    ["with an unknown activation", { ...bertConfig, hidden_act: "mish" }, /hidden_act is "mish"; .*"relu"/],
    [
      "of a variant that is not this model",
      { ...bertConfig, position_embedding_type: "relative_key" },
      /position_embedding_type is "relative_key"; .*"absolute"/,
    ],
  ])("%s is refused with words", (_, json, message) => {
    expect(() => readConfig(json)).toThrow(message);
  });
});
