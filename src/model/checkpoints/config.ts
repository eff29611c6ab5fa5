/** config.json in the layouts of GPT-2, BERT and `torch.nn.Transformer` → ModelConfig. */
import { z } from "zod";
import type { ModelConfig } from "../config";
import { CheckpointError } from "./safetensors";

const size = z.number().int().positive();
const activation = z.enum(["relu", "gelu", "gelu_new", "gelu_pytorch_tanh", "silu", "swish"]);
const activations = {
  relu: "relu",
  gelu: "gelu",
  gelu_new: "geluTanh",
  gelu_pytorch_tanh: "geluTanh",
  silu: "silu",
  swish: "silu",
} as const;

const gpt2 = z.object({
  model_type: z.literal("gpt2"),
  n_embd: size,
  n_head: size,
  n_layer: size,
  n_positions: size,
  n_inner: size.nullish(),
  vocab_size: size,
  activation_function: activation.default("gelu_new"),
  layer_norm_epsilon: z.number().positive().default(1e-5),
  tie_word_embeddings: z.boolean().default(true),
});
const bert = z.object({
  model_type: z.literal("bert"),
  hidden_size: size,
  num_attention_heads: size,
  num_hidden_layers: size,
  intermediate_size: size,
  max_position_embeddings: size,
  type_vocab_size: size.default(2),
  vocab_size: size,
  hidden_act: activation.default("gelu"),
  layer_norm_eps: z.number().positive().default(1e-12),
  pad_token_id: z.number().int().nonnegative().nullish(),
});
const torch = z.object({
  model_type: z.literal("torch_transformer"),
  d_model: size,
  nhead: size,
  num_encoder_layers: size,
  num_decoder_layers: size,
  dim_feedforward: size,
  activation: activation.default("relu"),
  norm_first: z.boolean().default(false),
  layer_norm_eps: z.number().positive().default(1e-5),
  src_vocab_size: size,
  tgt_vocab_size: size,
  pad_token_id: z.number().int().nonnegative().nullish(),
  positional_encoding: z.literal("sinusoidal").default("sinusoidal"),
  scale_embedding: z.boolean().default(true),
  tie_word_embeddings: z.boolean().default(false),
  max_position_embeddings: size.default(512),
});
const schema = z.discriminatedUnion("model_type", [gpt2, bert, torch]);

/** The model's shape; throws CheckpointError naming key, what was found and what is needed. */
export function readConfig(json: unknown): ModelConfig {
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new CheckpointError(
      `config.json: ${issue?.path.join(".") || "the file"}: ${issue?.message ?? "not readable"}.`,
    );
  }
  const config = convert(parsed.data);
  if (config.width % config.heads !== 0) {
    throw new CheckpointError(
      `config.json: the width is ${config.width}; it needs to be a multiple of ${config.heads} heads.`,
    );
  }
  return config;
}

function convert(raw: z.infer<typeof schema>): ModelConfig {
  switch (raw.model_type) {
    case "gpt2":
      return {
        architecture: "decoderOnly",
        width: raw.n_embd,
        heads: raw.n_head,
        layers: raw.n_layer,
        feedForward: raw.n_inner ?? 4 * raw.n_embd,
        activation: activations[raw.activation_function],
        norm: "pre",
        epsilon: raw.layer_norm_epsilon,
        vocabulary: raw.vocab_size,
        maximumLength: raw.n_positions,
        padding: null,
        positions: "learned",
        tiedOutput: raw.tie_word_embeddings,
        outputBias: false,
        finalNorm: true,
      };
    case "bert":
      return {
        architecture: "encoderOnly",
        width: raw.hidden_size,
        heads: raw.num_attention_heads,
        layers: raw.num_hidden_layers,
        feedForward: raw.intermediate_size,
        activation: activations[raw.hidden_act],
        norm: "post",
        epsilon: raw.layer_norm_eps,
        vocabulary: raw.vocab_size,
        maximumLength: raw.max_position_embeddings,
        padding: raw.pad_token_id ?? null,
        positions: "learned",
        segments: raw.type_vocab_size,
        tiedOutput: true,
        outputBias: true,
      };
    case "torch_transformer":
      return {
        architecture: "encoderDecoder",
        width: raw.d_model,
        heads: raw.nhead,
        encoderLayers: raw.num_encoder_layers,
        decoderLayers: raw.num_decoder_layers,
        feedForward: raw.dim_feedforward,
        activation: activations[raw.activation],
        norm: raw.norm_first ? "pre" : "post",
        epsilon: raw.layer_norm_eps,
        vocabulary: raw.tgt_vocab_size,
        sourceVocabulary: raw.src_vocab_size,
        maximumLength: raw.max_position_embeddings,
        padding: raw.pad_token_id ?? null,
        positions: "sinusoidal",
        scaleEmbedding: raw.scale_embedding,
        sharedEmbedding: raw.tie_word_embeddings,
        tiedOutput: raw.tie_word_embeddings,
        outputBias: true,
        finalNorm: true,
      };
  }
}
