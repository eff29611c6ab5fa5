/** Where each canonical weight stands in a checkpoint of GPT-2, BERT, ViT or `torch.nn.Transformer`. */
import { type EncoderOnlyConfig, type ImageEncoderConfig, type ModelConfig, patchCounts } from "../config";
import { clip, Fault } from "../fault";
import { type Parameter, type Parameters, parameterShapes } from "../parameters";
import { type Naming, namingOf } from "./naming";
import type { StoredTensor } from "./safetensors";
import { isTrained } from "./trained";

interface Place {
  /** As the layout calls it. */
  readonly tensor: string;
  /** Other names that files have for it, tried in this order. */
  readonly or?: readonly string[];
  /** Rows at the start that are not read. */
  readonly skip?: number;
  /** Stored [out, in], as `torch.nn.Linear` does; ours is [in, out]. */
  readonly transposed?: boolean;
  /** Query, key or value of a packed projection: which third of the output. */
  readonly third?: number;
  /** The stored shape where it has other dimensions than ours, with the same values in the same order. */
  readonly shape?: readonly number[];
}

const thirds = { query: 0, key: 1, value: 2 } as const;

function thirdOf(of: string | undefined): number | undefined {
  return Object.entries(thirds).find(([name]) => name === of)?.[1];
}

type Tensors = ReadonlyMap<string, StoredTensor>;

/** Reads every weight that a model of this shape needs; throws a Fault naming the tensor and both shapes. */
export function readParameters(config: ModelConfig, tensors: Tensors): Parameters {
  return new Map(eachParameter(config, tensors));
}

/**
 * The same one by one, each read when it is asked for, so that no more than one is in memory. What can be refused by the
 * names and shapes alone is refused before the first is read.
 */
export function* eachParameter(
  config: ModelConfig,
  tensors: Tensors,
): Generator<readonly [string, Parameter], void, undefined> {
  const naming = namingOf(config.architecture, tensors.keys());
  checkDepths(config, naming, tensors);
  const planned = Array.from(parameterShapes(config), ([name, shape]) => {
    const place: Place = isTrained(tensors) ? { tensor: name } : placeOf(config, name, naming);
    return { name, shape, place, stored: find(place, shape, naming, tensors) };
  });
  /** Tensors of query, key and value together, kept from the first to the last of them. */
  const packed = new Map<string, Float32Array>();
  for (const { name, shape, place, stored } of planned) {
    const data = packed.get(stored.name) ?? readFinite(stored);
    if (place.third === thirds.query) packed.set(stored.name, data);
    if (place.third === thirds.value) packed.delete(stored.name);
    yield [name, { shape, data: arrange(place, shape, data) }];
  }
}

function placeOf(config: ModelConfig, name: string, naming: Naming): Place {
  switch (config.architecture) {
    case "decoderOnly":
      return gpt2Place(name, naming);
    case "encoderOnly":
      return bertPlace(config, name, naming);
    case "imageEncoder":
      return vitPlace(config, name, naming);
    case "encoderDecoder":
      return torchPlace(config, name, naming);
  }
}

/** A file with more blocks than the config names would run, but as another model than it is. */
function checkDepths(config: ModelConfig, { prefix }: Naming, tensors: Tensors): void {
  const layers = config.architecture === "encoderDecoder" ? config.encoderLayers : config.layers;
  const block = /^(?:h|(?:encoder|transformer)\.layer|transformer\.(encoder|decoder)\.layers)\.(\d+)\./;
  for (const name of tensors.keys()) {
    const found = name.startsWith(prefix) ? block.exec(name.slice(prefix.length)) : null;
    const needed = found?.[1] === "decoder" && config.architecture === "encoderDecoder" ? config.decoderLayers : layers;
    if (Number(found?.[2] ?? 0) >= needed && found) {
      throw new Fault("fault.tensor.block", { name: clip(name), found: found[2] ?? "", needed });
    }
  }
}

function suffix(of: string | undefined): string {
  return of === "gain" ? "weight" : (of ?? "");
}

function gpt2Place(name: string, { prefix, outer }: Naming): Place {
  const [, layer, part, of, what] = name.split(".");
  if (name === "decoder.embedding") return { tensor: `${prefix}wte.weight` };
  if (name === "decoder.position") return { tensor: `${prefix}wpe.weight` };
  if (name === "output.weight") return { tensor: `${outer}lm_head.weight`, transposed: true };
  if (layer === "norm") return { tensor: `${prefix}ln_f.${suffix(part)}` };
  const block = `${prefix}h.${layer}`;
  if (of === "norm") return { tensor: `${block}.${part === "feedForward" ? "ln_2" : "ln_1"}.${suffix(what)}` };
  if (part === "feedForward") return { tensor: `${block}.mlp.${of === "up" ? "c_fc" : "c_proj"}.${what}` };
  const third = thirdOf(of);
  return third === undefined
    ? { tensor: `${block}.attn.c_proj.${what}` }
    : { tensor: `${block}.attn.c_attn.${what}`, third };
}

function bertPlace(config: EncoderOnlyConfig, name: string, { prefix, outer, unusedPositions }: Naming): Place {
  const { padding, classes } = config;
  const [first, layer, part, of, what] = name.split(".");
  const embeddings = `${prefix}embeddings`;
  const predictions = `${outer}cls.predictions`;
  if (name === "encoder.embedding") return { tensor: `${embeddings}.word_embeddings.weight` };
  if (name === "encoder.position") {
    return { tensor: `${embeddings}.position_embeddings.weight`, skip: unusedPositions(padding) };
  }
  if (name === "encoder.segment") return { tensor: `${embeddings}.token_type_embeddings.weight` };
  if (layer === "embeddingNorm") return { tensor: `${embeddings}.LayerNorm.${suffix(part)}` };
  if (classes !== null && first === "output") {
    return { tensor: `${outer}classifier.${layer}`, transposed: layer === "weight" };
  }
  if (classes !== null && first === "head") {
    return { tensor: `${prefix}pooler.dense.${layer}`, transposed: layer === "weight" };
  }
  if (name === "output.bias") {
    return { tensor: `${predictions}.bias`, or: [`${predictions}.decoder.bias`] };
  }
  if (name === "output.weight") return { tensor: `${predictions}.decoder.weight`, transposed: true };
  if (first === "head") {
    const head = `${predictions}.transform`;
    if (layer === "norm") return { tensor: `${head}.LayerNorm.${suffix(part)}` };
    return { tensor: `${head}.dense.${layer}`, transposed: layer === "weight" };
  }
  const block = `${prefix}encoder.layer.${layer}`;
  if (of === "norm") {
    return { tensor: `${block}.${part === "feedForward" ? "output" : "attention.output"}.LayerNorm.${suffix(what)}` };
  }
  const modules: Readonly<Record<string, string>> = {
    up: "intermediate.dense",
    down: "output.dense",
    output: "attention.output.dense",
  };
  const module = modules[of ?? ""] ?? `attention.self.${of}`;
  return { tensor: `${block}.${module}.${what}`, transposed: what === "weight" };
}

function vitPlace(config: ImageEncoderConfig, name: string, { prefix, outer }: Naming): Place {
  const [first, layer, part, of, what] = name.split(".");
  const { width, channels, patchSize } = config;
  const embeddings = `${prefix}embeddings`;
  if (name === "encoder.classToken") return { tensor: `${embeddings}.cls_token`, shape: [1, 1, width] };
  if (name === "encoder.position") {
    return { tensor: `${embeddings}.position_embeddings`, shape: [1, patchCounts(config).patches + 1, width] };
  }
  if (layer === "patch") {
    // A convolution whose steps are as wide as its window: each patch times one matrix.
    const tensor = `${embeddings}.patch_embeddings.projection.${part}`;
    const shape = [width, channels, patchSize, patchSize];
    return part === "weight" ? { tensor, transposed: true, shape } : { tensor };
  }
  if (layer === "norm") return { tensor: `${prefix}layernorm.${suffix(part)}` };
  if (first === "output") return { tensor: `${outer}classifier.${layer}`, transposed: layer === "weight" };
  const block = `${prefix}encoder.layer.${layer}`;
  if (of === "norm") {
    return { tensor: `${block}.layernorm_${part === "feedForward" ? "after" : "before"}.${suffix(what)}` };
  }
  const modules: Readonly<Record<string, string>> = {
    up: "intermediate.dense",
    down: "output.dense",
    output: "attention.output.dense",
  };
  const module = modules[of ?? ""] ?? `attention.attention.${of}`;
  return { tensor: `${block}.${module}.${what}`, transposed: what === "weight" };
}

function torchPlace(config: ModelConfig, name: string, { prefix }: Naming): Place {
  const [stack, layer, part, of, what] = name.split(".");
  if (name === "encoder.embedding") return { tensor: `${prefix}src_embedding.weight` };
  if (name === "decoder.embedding") return { tensor: `${prefix}tgt_embedding.weight` };
  if (stack === "output") return { tensor: `${prefix}generator.${layer}`, transposed: layer === "weight" };
  if (layer === "norm") return { tensor: `${prefix}transformer.${stack}.norm.${suffix(part)}` };
  const block = `${prefix}transformer.${stack}.layers.${layer}`;
  const last = config.architecture === "encoderDecoder" && stack === "decoder" ? 3 : 2;
  if (of === "norm") {
    const number = part === "selfAttention" ? 1 : part === "crossAttention" ? 2 : last;
    return { tensor: `${block}.norm${number}.${suffix(what)}` };
  }
  const transposed = what === "weight";
  if (part === "feedForward") return { tensor: `${block}.${of === "up" ? "linear1" : "linear2"}.${what}`, transposed };
  const attention = `${block}.${part === "crossAttention" ? "multihead_attn" : "self_attn"}`;
  const third = thirdOf(of);
  if (third === undefined) return { tensor: `${attention}.out_proj.${what}`, transposed };
  return { tensor: `${attention}.in_proj_${what}`, transposed, third };
}

interface Found extends StoredTensor {
  readonly name: string;
}

/** The tensor at that place, its shape checked. */
function find(place: Place, shape: readonly number[], { own }: Naming, tensors: Tensors): Found {
  const { transposed = false, third, skip = 0 } = place;
  const [rows, columns] = columnsLast(shape);
  const stored = [rows + skip, third === undefined ? columns : columns * 3];
  const plain = shape.length === 1 ? stored.slice(1) : transposed ? [...stored].reverse() : stored;
  const needed = place.shape ?? plain;
  const names = [place.tensor, ...(place.or ?? [])].map(own);
  const name = [...names, ...names.map(oldName)].find((candidate) => tensors.has(candidate));
  const found = name === undefined ? undefined : tensors.get(name);
  if (name === undefined || found === undefined) {
    throw new Fault("fault.tensor.missing", { name: own(place.tensor), needed: needed.join(", ") });
  }
  if (found.shape.join() !== needed.join()) {
    throw new Fault("fault.tensor.shape", { name, found: found.shape.join(", "), needed: needed.join(", ") });
  }
  if (found.dtype === "I32" || found.dtype === "I64") {
    throw new Fault("fault.tensor.dtype", { name, found: found.dtype, needed: "F32, F16, BF16" });
  }
  return { ...found, name };
}

function readFinite(stored: Found): Float32Array {
  const data = stored.read();
  for (let place = 0; place < data.length; place++) {
    const value = data[place] ?? Number.NaN;
    if (!Number.isFinite(value)) {
      throw new Fault("fault.tensor.notFinite", { name: stored.name, place, found: String(value) });
    }
  }
  return data;
}

/** A stored tensor's values in the order of ours. */
function arrange({ transposed = false, third, skip = 0 }: Place, shape: readonly number[], data: Float32Array) {
  const [rows, columns] = columnsLast(shape);
  if (skip > 0) return data.slice(skip * columns);
  if (!transposed && third === undefined) return data;
  const width = third === undefined ? columns : columns * 3;
  const from = (third ?? 0) * columns;
  const result = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const offset = transposed && shape.length === 2 ? (from + column) * rows + row : row * width + from + column;
      result[row * columns + column] = data[offset] ?? Number.NaN;
    }
  }
  return result;
}

/** What files converted from TensorFlow, Google's BERT among them, call gain and bias of a layer norm. */
function oldName(name: string): string {
  return name.replace(/LayerNorm\.weight$/, "LayerNorm.gamma").replace(/LayerNorm\.bias$/, "LayerNorm.beta");
}

/** A vector as one row. */
function columnsLast(shape: readonly number[]): readonly [number, number] {
  const [first = 1, second] = shape;
  return second === undefined ? [1, first] : [first, second];
}
