/** Small random checkpoints as their libraries write them, made here so that no file is needed. */
import { uniforms } from "../../src/model/sampling/uniforms";

/** Files by name. */
export type Checkpoint = Readonly<Record<string, Buffer>>;

type Shapes = Readonly<Record<string, readonly number[]>>;

const [width, inner, length] = [16, 32, 24];

/** model.safetensors of random numbers around 0; gains of layer norms around 1. */
function safetensors(shapes: Shapes): Buffer {
  const uniform = uniforms(7);
  let [end, drawn] = [0, 0];
  const values: number[] = [];
  const header: Record<string, unknown> = {};
  for (const [name, shape] of Object.entries(shapes)) {
    const count = shape.reduce((product, size) => product * size, 1);
    const centre = shape.length === 1 && /(norm\w*|ln_\w+|LayerNorm)\.weight$/i.test(name) ? 1 : 0;
    for (let place = 0; place < count; place++) {
      values.push(centre + uniform(drawn) - 0.5);
      drawn += 1;
    }
    header[name] = { dtype: "F32", shape, data_offsets: [end, end + 4 * count] };
    end += 4 * count;
  }
  const text = Buffer.from(JSON.stringify(header));
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([size, text, Buffer.from(Float32Array.from(values).buffer)]);
}

const json = (value: unknown) => Buffer.from(JSON.stringify(value));
const norm = (name: string): Shapes => ({ [`${name}.weight`]: [width], [`${name}.bias`]: [width] });
/** As `torch.nn.Linear` stores it: [out, in]. */
const linear = (name: string, from: number, to: number): Shapes => ({
  [`${name}.weight`]: [to, from],
  [`${name}.bias`]: [to],
});
const layers = (block: (layer: number) => Shapes): Shapes => ({ ...block(0), ...block(1) });

/** A GPT-2 over bytes, with vocab.json and merges.txt. */
export function gpt2(config: Readonly<Record<string, unknown>> = {}): Checkpoint {
  // The bytes that are no printable character stand for themselves from 256 on, as GPT-2 has it.
  const printable = (byte: number) => (byte > 32 && byte < 127) || (byte > 160 && byte !== 173);
  let others = 0;
  const letters = Array.from({ length: 256 }, (_, byte) =>
    String.fromCharCode(printable(byte) ? byte : 256 + others++),
  );
  const tokens = [...letters, "th", "the"];
  const conv = (name: string, from: number, to: number): Shapes => ({
    [`${name}.weight`]: [from, to],
    [`${name}.bias`]: [to],
  });
  const block = (layer: number): Shapes => ({
    ...norm(`transformer.h.${layer}.ln_1`),
    ...conv(`transformer.h.${layer}.attn.c_attn`, width, 3 * width),
    ...conv(`transformer.h.${layer}.attn.c_proj`, width, width),
    ...norm(`transformer.h.${layer}.ln_2`),
    ...conv(`transformer.h.${layer}.mlp.c_fc`, width, inner),
    ...conv(`transformer.h.${layer}.mlp.c_proj`, inner, width),
  });
  return {
    "config.json": json({
      model_type: "gpt2",
      n_embd: width,
      n_head: 2,
      n_layer: 2,
      n_inner: inner,
      n_positions: 64,
      vocab_size: tokens.length,
      ...config,
    }),
    "model.safetensors": safetensors({
      "transformer.wte.weight": [tokens.length, width],
      "transformer.wpe.weight": [64, width],
      ...layers(block),
      ...norm("transformer.ln_f"),
    }),
    "vocab.json": json(Object.fromEntries(tokens.map((token, id) => [token, id]))),
    "merges.txt": Buffer.from("#version: 0.2\nt h\nth e\n"),
  };
}

/** A BERT with vocab.txt: for masked words, or with two classes. */
export function bert(classifies: boolean): Checkpoint {
  const words = "[PAD] [UNK] [CLS] [SEP] [MASK] paris is the of france . capital city cat mat on and sleeps".split(" ");
  const block = (layer: number): Shapes => ({
    ...linear(`bert.encoder.layer.${layer}.attention.self.query`, width, width),
    ...linear(`bert.encoder.layer.${layer}.attention.self.key`, width, width),
    ...linear(`bert.encoder.layer.${layer}.attention.self.value`, width, width),
    ...linear(`bert.encoder.layer.${layer}.attention.output.dense`, width, width),
    ...norm(`bert.encoder.layer.${layer}.attention.output.LayerNorm`),
    ...linear(`bert.encoder.layer.${layer}.intermediate.dense`, width, inner),
    ...linear(`bert.encoder.layer.${layer}.output.dense`, inner, width),
    ...norm(`bert.encoder.layer.${layer}.output.LayerNorm`),
  });
  const head = classifies
    ? { ...linear("bert.pooler.dense", width, width), ...linear("classifier", width, 2) }
    : {
        ...linear("cls.predictions.transform.dense", width, width),
        ...norm("cls.predictions.transform.LayerNorm"),
        "cls.predictions.bias": [words.length],
      };
  return {
    "config.json": json({
      model_type: "bert",
      architectures: [classifies ? "BertForSequenceClassification" : "BertForMaskedLM"],
      hidden_size: width,
      num_attention_heads: 2,
      num_hidden_layers: 2,
      intermediate_size: inner,
      max_position_embeddings: length,
      vocab_size: words.length,
      ...(classifies && { id2label: { 0: "sour", 1: "sweet" } }),
    }),
    "model.safetensors": safetensors({
      "bert.embeddings.word_embeddings.weight": [words.length, width],
      "bert.embeddings.position_embeddings.weight": [length, width],
      "bert.embeddings.token_type_embeddings.weight": [2, width],
      ...norm("bert.embeddings.LayerNorm"),
      ...layers(block),
      ...head,
    }),
    "vocab.txt": Buffer.from(words.join("\n")),
  };
}

/** A `torch.nn.Transformer` over words, with tokenizer.json. */
export function torch(): Checkpoint {
  const words = "<pad> <start> <end> <unk> one two three four un deux trois quatre".split(" ");
  const attention = (name: string): Shapes => ({
    [`${name}.in_proj_weight`]: [3 * width, width],
    [`${name}.in_proj_bias`]: [3 * width],
    ...linear(`${name}.out_proj`, width, width),
  });
  const block = (stack: "encoder" | "decoder") => (layer: number) => {
    const name = `transformer.${stack}.layers.${layer}`;
    return {
      ...attention(`${name}.self_attn`),
      ...(stack === "decoder" && { ...attention(`${name}.multihead_attn`), ...norm(`${name}.norm3`) }),
      ...linear(`${name}.linear1`, width, inner),
      ...linear(`${name}.linear2`, inner, width),
      ...norm(`${name}.norm1`),
      ...norm(`${name}.norm2`),
    };
  };
  const special = { special: true, single_word: false, lstrip: false, rstrip: false, normalized: false };
  return {
    "config.json": json({
      model_type: "torch_transformer",
      d_model: width,
      nhead: 2,
      num_encoder_layers: 2,
      num_decoder_layers: 2,
      dim_feedforward: inner,
      src_vocab_size: words.length,
      tgt_vocab_size: words.length,
      max_position_embeddings: length,
      decoder_start_token_id: 1,
      eos_token_id: 2,
    }),
    "model.safetensors": safetensors({
      "src_embedding.weight": [words.length, width],
      "tgt_embedding.weight": [words.length, width],
      ...layers(block("encoder")),
      ...norm("transformer.encoder.norm"),
      ...layers(block("decoder")),
      ...norm("transformer.decoder.norm"),
      ...linear("generator", width, words.length),
    }),
    "tokenizer.json": json({
      added_tokens: words.slice(0, 4).map((content, id) => ({ id, content, ...special })),
      pre_tokenizer: { type: "WhitespaceSplit" },
      model: {
        type: "WordLevel",
        unk_token: "<unk>",
        vocab: Object.fromEntries(words.map((word, id) => [word, id])),
      },
    }),
  };
}
