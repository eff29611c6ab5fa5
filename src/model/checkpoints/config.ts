/** config.json in the layouts of GPT-2, BERT and its relatives, ViT, `torch.nn.Transformer` and of models trained here → ModelConfig. */
import { z } from "zod";
import type { ModelConfig } from "../config";
import { Fault, refusal } from "../fault";
import { labelsSchema } from "./labels";
import { trainedSchema } from "./trained";

/** Sizes above these are a broken file; without a bound, its reader would list weights for ever. */
const size = z.number().int().positive().max(10_000_000);
const depth = z.number().int().positive().max(1_000);
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
  n_layer: depth,
  /** 0: attention only. */
  n_inner: z.int().nonnegative().max(10_000_000).nullish(),
  n_positions: size.optional(),
  // What old files call it.
  n_ctx: size.optional(),
  vocab_size: size,
  activation_function: activation.default("gelu_new"),
  layer_norm_epsilon: z.number().positive().default(1e-5),
  tie_word_embeddings: z.boolean().default(true),
  // Variants that would run, but as another model than the file's.
  scale_attn_weights: z.literal(true).optional(),
  scale_attn_by_inverse_layer_idx: z.literal(false).optional(),
  add_cross_attention: z.literal(false).optional(),
});
const bert = z.object({
  model_type: z.literal("bert"),
  hidden_size: size,
  num_attention_heads: size,
  num_hidden_layers: depth,
  intermediate_size: size,
  max_position_embeddings: size,
  type_vocab_size: size.default(2),
  vocab_size: size,
  hidden_act: activation.default("gelu"),
  layer_norm_eps: z.number().positive().default(1e-12),
  pad_token_id: z.number().int().nonnegative().nullish(),
  tie_word_embeddings: z.boolean().default(true),
  position_embedding_type: z.literal("absolute").optional(),
  is_decoder: z.literal(false).optional(),
  architectures: z.array(z.string()).default([]),
  id2label: labelsSchema.default(["LABEL_0", "LABEL_1"]),
});
const vit = z.object({
  model_type: z.literal("vit"),
  hidden_size: size,
  num_attention_heads: size,
  num_hidden_layers: depth,
  intermediate_size: size,
  hidden_act: activation.default("gelu"),
  layer_norm_eps: z.number().positive().default(1e-12),
  image_size: size.max(10_000).default(224),
  patch_size: size.max(10_000).default(16),
  num_channels: size.max(1_000).default(3),
  qkv_bias: z.literal(true).optional(),
  id2label: labelsSchema.default(["LABEL_0", "LABEL_1"]),
});
/** BERT with a longer training, without segments in practice, and positions counted from padding + 1 on (Liu et al. 2019). */
const roberta = bert.extend({
  model_type: z.literal("roberta"),
  layer_norm_eps: z.number().positive().default(1e-5),
  type_vocab_size: size.default(1),
  pad_token_id: z.number().int().nonnegative().default(1),
});
/** Half of BERT's blocks, and no segments (Sanh et al. 2019). */
const distilbert = z.object({
  model_type: z.literal("distilbert"),
  dim: size,
  n_heads: size,
  n_layers: depth,
  hidden_dim: size,
  max_position_embeddings: size,
  vocab_size: size,
  activation: activation.default("gelu"),
  pad_token_id: z.number().int().nonnegative().nullish(),
  tie_word_embeddings: z.boolean().default(true),
});
const torch = z.object({
  model_type: z.literal("torch_transformer"),
  d_model: size,
  nhead: size,
  num_encoder_layers: depth,
  num_decoder_layers: depth,
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
const schema = z.discriminatedUnion("model_type", [gpt2, bert, roberta, distilbert, vit, torch, trainedSchema]);

/** The model's shape; throws a Fault naming key, what was found and what is needed. */
export function readConfig(json: unknown): ModelConfig {
  const named = withType(json);
  const parsed = schema.safeParse(named);
  if (!parsed.success) throw refusal("config.json", named, parsed.error);
  const config = convert(parsed.data);
  const { width, heads } = config;
  if (width % heads !== 0) throw new Fault("fault.config.heads", { width, heads });
  if (config.architecture === "imageEncoder") {
    const { imageSize: image, patchSize: patch } = config;
    if (image % patch !== 0) throw new Fault("fault.config.patches", { image, patch });
    return config;
  }
  const { maximumLength } = config;
  if (maximumLength < 1) {
    const found = String(Reflect.get(parsed.data, "max_position_embeddings"));
    throw new Fault("fault.value", {
      file: "config.json",
      key: "max_position_embeddings",
      found,
      needed: `> ${Number(found) - maximumLength}`,
    });
  }
  if (config.architecture === "encoderDecoder" && config.sharedEmbedding) {
    const { vocabulary: target, sourceVocabulary: source } = config;
    if (target !== source) throw new Fault("fault.config.tied", { source, target });
  }
  return config;
}

/** Old files lack the type, but name the class that they were written from. */
function withType(json: unknown): unknown {
  const old = z.looseObject({ model_type: z.undefined(), architectures: z.array(z.string()).min(1) }).safeParse(json);
  if (!old.success) return json;
  const [, name] = /^(GPT2|Bert|Roberta|DistilBert)(?:LM|Model|For|$)/.exec(old.data.architectures[0] ?? "") ?? [];
  return name === undefined ? json : { ...old.data, model_type: name.toLowerCase() };
}

function convert(raw: z.infer<typeof schema>): ModelConfig {
  switch (raw.model_type) {
    case "glassformer":
      return raw.model;
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
        maximumLength: raw.n_positions ?? raw.n_ctx ?? 1024,
        padding: null,
        positions: "learned",
        tiedOutput: raw.tie_word_embeddings,
        outputBias: false,
        finalNorm: true,
      };
    case "bert":
    case "roberta": {
      const classifies = raw.architectures.includes("BertForSequenceClassification");
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
        maximumLength: raw.max_position_embeddings - (raw.model_type === "roberta" ? raw.pad_token_id + 1 : 0),
        padding: raw.pad_token_id ?? null,
        positions: "learned",
        segments: raw.type_vocab_size,
        classes: classifies ? raw.id2label.length : null,
        tiedOutput: raw.tie_word_embeddings && !classifies,
        outputBias: true,
      };
    }
    case "distilbert":
      return {
        architecture: "encoderOnly",
        width: raw.dim,
        heads: raw.n_heads,
        layers: raw.n_layers,
        feedForward: raw.hidden_dim,
        activation: activations[raw.activation],
        norm: "post",
        epsilon: 1e-12,
        vocabulary: raw.vocab_size,
        maximumLength: raw.max_position_embeddings,
        padding: raw.pad_token_id ?? null,
        positions: "learned",
        segments: 0,
        classes: null,
        tiedOutput: raw.tie_word_embeddings,
        outputBias: true,
      };
    case "vit":
      return {
        architecture: "imageEncoder",
        width: raw.hidden_size,
        heads: raw.num_attention_heads,
        layers: raw.num_hidden_layers,
        feedForward: raw.intermediate_size,
        activation: activations[raw.hidden_act],
        norm: "pre",
        epsilon: raw.layer_norm_eps,
        imageSize: raw.image_size,
        patchSize: raw.patch_size,
        channels: raw.num_channels,
        classes: raw.id2label.length,
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
