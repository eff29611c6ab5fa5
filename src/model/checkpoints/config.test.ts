import { describe, expect, it } from "vitest";
import { readConfig } from "./config";
import { bertConfig, gpt2Config } from "./tinyConfigs";

describe("a config.json", () => {
  it.each<[string, unknown, object]>([
    [
      "of distilgpt2, with keys of its training",
      { ...gpt2Config, n_ctx: 1024, n_positions: 1024, attn_pdrop: 0.1, n_inner: null, task_specific_params: {} },
      { maximumLength: 1024, feedForward: 8, activation: "geluTanh", tiedOutput: true },
    ],
    ["of a first GPT-2, which calls the length n_ctx", { ...gpt2Config, n_ctx: 512 }, { maximumLength: 512 }],
    [
      "without a type, by its class",
      { ...bertConfig, model_type: undefined, architectures: ["BertForMaskedLM"] },
      { architecture: "encoderOnly", segments: 2 },
    ],
  ])("%s is read", (_, json, expected) => {
    expect(readConfig(json)).toMatchObject(expected);
  });

  it.each<[string, unknown, RegExp]>([
    [
      "of a class that is not known",
      { ...bertConfig, model_type: undefined, architectures: ["T5Model"] },
      /model_type/,
    ],
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
