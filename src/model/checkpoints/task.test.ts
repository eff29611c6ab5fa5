import { describe, expect, it } from "vitest";
import { readConfig } from "./config";
import { readTask } from "./task";

const torch = {
  model_type: "torch_transformer",
  d_model: 4,
  nhead: 2,
  num_encoder_layers: 1,
  num_decoder_layers: 1,
  dim_feedforward: 4,
  src_vocab_size: 9,
  tgt_vocab_size: 9,
};
const gpt2 = { model_type: "gpt2", n_embd: 4, n_head: 2, n_layer: 1, n_positions: 8, vocab_size: 9 };
const bert = {
  model_type: "bert",
  hidden_size: 4,
  num_attention_heads: 2,
  num_hidden_layers: 1,
  intermediate_size: 4,
  max_position_embeddings: 8,
  vocab_size: 9,
};
const tokens: Readonly<Record<string, number>> = { "<end>": 2, "<fr>": 3, "<start>": 1, "[MASK]": 4 };
const read = (json: object) => readTask(json, readConfig(json), (token) => tokens[token] ?? null);

describe("a task", () => {
  it("is read with the ids of its tokens", () => {
    const languages = { fr: { start_token: "<fr>", separator: " " } };
    expect(read({ ...torch, end_token: "<end>", languages, source_token_limit: 5 })).toEqual({
      kind: "sequenceToSequence",
      languages: [{ code: "fr", startToken: 3, separator: " " }],
      endToken: 2,
      sourceTokenLimit: 5,
    });
    expect(read({ ...gpt2, task: { kind: "nextToken", startToken: "<start>", endToken: "<end>" } })).toEqual({
      kind: "nextToken",
      startToken: 1,
      endToken: 2,
    });
    expect(read({ ...bert, task: { kind: "maskedToken", maskToken: "[MASK]" } })).toEqual({
      kind: "maskedToken",
      maskToken: 4,
    });
  });

  it("is the usual one of an architecture where a checkpoint from elsewhere names none", () => {
    expect(read({ ...torch, decoder_start_token_id: 0, eos_token_id: 1 })).toEqual({
      kind: "sequenceToSequence",
      languages: [{ code: "und", startToken: 0, separator: null }],
      endToken: 1,
      sourceTokenLimit: null,
    });
    expect(read({ ...gpt2, eos_token_id: 7 })).toEqual({ kind: "nextToken", startToken: null, endToken: 7 });
    expect(read(gpt2)).toEqual({ kind: "nextToken", startToken: null, endToken: null });
    expect(read(bert)).toEqual({ kind: "maskedToken", maskToken: 4 });
  });

  it.each([
    [{ ...gpt2, task: { kind: "maskedToken" } }, /task\.kind is "maskedToken"; "nextToken" is needed/],
    [{ ...gpt2, task: { kind: "nextToken", startToken: "<missing>" } }, /names the token <missing>/],
    [{ ...gpt2, task: { kind: "unheard" } }, /task/],
    [torch, /end_token is missing/],
    [{ ...torch, eos_token_id: 1 }, /languages is missing/],
  ])("that does not fit is refused with what was found and needed: %#", (json, message) => {
    expect(() => read(json)).toThrow(message);
  });
});
