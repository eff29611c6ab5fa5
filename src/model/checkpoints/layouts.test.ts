import { describe, expect, it } from "vitest";
import type { ModelConfig } from "../config";
import { Fault } from "../fault";
import { parameterShapes } from "../parameters";
import { readConfig } from "./config";
import { eachParameter, readParameters } from "./layouts";
import type { StoredTensor } from "./safetensors";
import { bertConfig } from "./tinyConfigs";

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

/** A checkpoint with whatever the model asks for, under names of the test's choice, and the names that were asked for. */
function complete(config: ModelConfig, first: string, rename = (name: string) => name) {
  const wanted: string[] = [];
  const all = new Map<string, StoredTensor>([[first, stored([1])]]);
  for (;;) {
    try {
      return { wanted, all, parameters: readParameters(config, all) };
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const [name, shape] = [String(error.values.name), String(error.values.needed)];
      if (wanted.includes(name)) throw error;
      wanted.push(name);
      all.set(rename(name), stored(shape.split(", ").map(Number)));
    }
  }
}

describe("a BERT checkpoint", () => {
  const config = readConfig(bertConfig);
  const first = "bert.embeddings.word_embeddings.weight";

  it("may call gain and bias of its layer norms gamma and beta, as those from TensorFlow do", () => {
    const { wanted, all, parameters } = complete(config, first, (name) =>
      name.replace("LayerNorm.weight", "LayerNorm.gamma").replace("LayerNorm.bias", "LayerNorm.beta"),
    );
    expect(wanted).toContain("bert.encoder.layer.0.attention.output.LayerNorm.weight");
    expect([...all.keys()]).toContain("cls.predictions.transform.LayerNorm.beta");
    expect(parameters.size).toBe(parameterShapes(config).size);
  });

  it("may carry a pooler and a copy of the output's bias, and may stand in a module of another name", () => {
    const { all, wanted } = complete(config, `module.${first}`);
    expect(wanted).toContain("module.bert.encoder.layer.0.output.dense.weight");
    expect(wanted).toContain("module.cls.predictions.bias");
    all.set("module.bert.pooler.dense.weight", stored([2, 2]));
    all.set("module.cls.predictions.decoder.bias", stored([5])).delete("module.cls.predictions.bias");
    expect([...(readParameters(config, all).get("output.bias")?.data ?? [])]).toEqual([0, 1, 2, 3, 4]);
  });

  it("with more blocks than its config names is refused", () => {
    const { all } = complete(config, first);
    all.set("bert.encoder.layer.1.output.dense.bias", stored([2]));
    expect(() => readParameters(config, all)).toThrow("it is of block 1; the config has 1");
  });
});

describe("a BERT checkpoint that classifies", () => {
  const json = {
    ...bertConfig,
    architectures: ["BertForSequenceClassification"],
    id2label: { 1: "animal", 0: "act", 2: "artifact" },
  };

  it("has a pooler and a classifier, and as many outputs as its config has labels", () => {
    const { wanted, parameters } = complete(readConfig(json), "bert.embeddings.word_embeddings.weight");
    expect(wanted).toContain("bert.pooler.dense.weight");
    expect(wanted).toContain("classifier.weight");
    expect(wanted.filter((name) => name.startsWith("cls."))).toEqual([]);
    expect(parameters.get("output.weight")?.shape).toEqual([2, 3]);
  });

  it("is refused where a label's number is missing", () => {
    expect(() => readConfig({ ...json, id2label: { 0: "act", 2: "animal" } })).toThrow(
      'config.json: id2label holds {"0":"act","2":"animal"}; names numbered 0, 1, 2 and so on are needed.',
    );
  });
});

const vitConfig = {
  model_type: "vit",
  hidden_size: 2,
  num_attention_heads: 1,
  num_hidden_layers: 1,
  intermediate_size: 3,
  image_size: 4,
  patch_size: 2,
  num_channels: 1,
  id2label: { 0: "0", 1: "1" },
};

describe("a ViT checkpoint", () => {
  const config = readConfig(vitConfig);
  const first = "vit.embeddings.cls_token";

  it("gives every weight of the model in its shape", () => {
    const { all, wanted, parameters } = complete(config, first);
    expect(all.get("vit.embeddings.cls_token")?.shape).toEqual([1, 1, 2]);
    expect(all.get("vit.embeddings.position_embeddings")?.shape).toEqual([1, 5, 2]);
    expect(all.get("vit.embeddings.patch_embeddings.projection.weight")?.shape).toEqual([2, 1, 2, 2]);
    expect(wanted).toContain("vit.encoder.layer.0.layernorm_after.weight");
    for (const [name, shape] of parameterShapes(config)) expect(parameters.get(name)?.shape, name).toEqual(shape);
  });

  it("has the window of its convolution turned into a column for each output", () => {
    const weight = complete(config, first).parameters.get("encoder.patch.weight");
    expect([...(weight?.data ?? [])]).toEqual([0, 4, 1, 5, 2, 6, 3, 7]);
  });

  it("with more blocks than its config names is refused", () => {
    const { all } = complete(config, first);
    all.set("vit.encoder.layer.1.layernorm_after.weight", stored([2]));
    expect(() => readParameters(config, all)).toThrow("it is of block 1; the config has 1");
  });

  it("is refused where the image cannot be cut into its patches", () => {
    expect(() => readConfig({ ...vitConfig, patch_size: 3 })).toThrow(
      "config.json: image_size is 4; it needs to be a multiple of patch_size, which is 3.",
    );
  });
});

describe("a DistilBERT checkpoint", () => {
  it("is read under its own names", () => {
    const config = readConfig({
      model_type: "distilbert",
      dim: 2,
      n_heads: 1,
      n_layers: 1,
      hidden_dim: 3,
      max_position_embeddings: 4,
      vocab_size: 5,
    });
    const block = "distilbert.transformer.layer.0";
    const linear = (name: string) => [`${name}.weight`, `${name}.bias`];
    expect(complete(config, "distilbert.embeddings.word_embeddings.weight").wanted.sort()).toEqual(
      [
        "distilbert.embeddings.word_embeddings.weight",
        "distilbert.embeddings.position_embeddings.weight",
        "vocab_projector.bias",
        ...["distilbert.embeddings.LayerNorm", "vocab_transform", "vocab_layer_norm"].flatMap(linear),
        ...["q_lin", "k_lin", "v_lin", "out_lin"].flatMap((name) => linear(`${block}.attention.${name}`)),
        ...["sa_layer_norm", "ffn.lin1", "ffn.lin2", "output_layer_norm"].flatMap((name) => linear(`${block}.${name}`)),
      ].sort(),
    );
  });
});

describe("a RoBERTa checkpoint", () => {
  const json = { ...bertConfig, model_type: "roberta", max_position_embeddings: 6 };

  it("is read under its own names, without the positions that it never uses", () => {
    const config = readConfig(json);
    expect(config).toMatchObject({ maximumLength: 4 });
    const { wanted, parameters } = complete(config, "roberta.embeddings.word_embeddings.weight");
    expect(wanted).toContain("roberta.encoder.layer.0.attention.self.query.weight");
    expect(wanted).toContain("lm_head.layer_norm.bias");
    expect(wanted).toContain("lm_head.bias");
    expect([...(parameters.get("encoder.position")?.data ?? [])]).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it("is refused where no position is left", () => {
    expect(() => readConfig({ ...json, max_position_embeddings: 2 })).toThrow(
      "config.json: max_position_embeddings is 2; > 2 is needed.",
    );
  });
});

describe("a checkpoint read weight by weight", () => {
  it("reads a packed tensor once, and nothing before every name and shape is known to fit", () => {
    let reads = 0;
    const counted = ([name, tensor]: [string, StoredTensor]): [string, StoredTensor] => {
      const read = () => {
        reads += 1;
        return tensor.read();
      };
      return [name, { ...tensor, read }];
    };
    const counting = (tensors: Map<string, StoredTensor>) => new Map([...tensors].map(counted));
    for (const _ of eachParameter(tiny, counting(checkpoint()))) expect(reads).toBeLessThanOrEqual(16);
    expect(reads).toBe(16);
    reads = 0;
    const broken = checkpoint();
    broken.delete("ln_f.bias");
    expect(() => eachParameter(tiny, counting(broken)).next()).toThrow("ln_f.bias: it is missing");
    expect(reads).toBe(0);
  });
});
