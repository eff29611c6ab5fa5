/** For tests: the config.json of tiny models. */

export const gpt2Config = { model_type: "gpt2", n_embd: 2, n_head: 1, n_layer: 1, vocab_size: 4 };
export const bertConfig = {
  model_type: "bert",
  hidden_size: 2,
  num_attention_heads: 1,
  num_hidden_layers: 1,
  intermediate_size: 3,
  max_position_embeddings: 4,
  vocab_size: 5,
};
