/** Where each canonical weight stands in a checkpoint of GPT-2, BERT or `torch.nn.Transformer`. */
import type { ModelConfig } from "../config";
import { type Parameter, type Parameters, parameterShapes } from "../parameters";
import { CheckpointError, type StoredTensor } from "./safetensors";

interface Place {
  readonly tensor: string;
  /** Stored [out, in], as `torch.nn.Linear` does; ours is [in, out]. */
  readonly transposed?: boolean;
  /** Query, key or value of a packed projection: which third of the output. */
  readonly third?: number;
}

const thirds: Readonly<Record<string, number>> = { query: 0, key: 1, value: 2 };

/** Reads every weight that a model of this shape needs; throws CheckpointError naming the tensor and both shapes. */
export function readParameters(config: ModelConfig, tensors: ReadonlyMap<string, StoredTensor>): Parameters {
  const prefixed = [...tensors.keys()].some((name) => name.startsWith("transformer."));
  checkDepths(config, tensors);
  const parameters = new Map<string, Parameter>();
  for (const [name, shape] of parameterShapes(config)) {
    const place = placeOf(config, name, prefixed ? "transformer." : "");
    parameters.set(name, { shape, data: readPlace(place, shape, tensors) });
  }
  return parameters;
}

function placeOf(config: ModelConfig, name: string, prefix: string): Place {
  if (config.architecture === "decoderOnly") return gpt2Place(name, prefix);
  return config.architecture === "encoderOnly" ? bertPlace(name) : torchPlace(config, name);
}

/** A file with more blocks than the config names would run, but as another model than it is. */
function checkDepths(config: ModelConfig, tensors: ReadonlyMap<string, StoredTensor>): void {
  const layers = config.architecture === "encoderDecoder" ? config.encoderLayers : config.layers;
  for (const name of tensors.keys()) {
    const found = /^(?:transformer\.)?(?:h|(?:bert\.)?encoder\.layer|(encoder|decoder)\.layers)\.(\d+)\./.exec(name);
    const needed = found?.[1] === "decoder" && config.architecture === "encoderDecoder" ? config.decoderLayers : layers;
    if (found && Number(found[2]) >= needed) {
      throw new CheckpointError(`${name}: it is of block ${found[2]}; the config has ${needed}, counted from 0.`);
    }
  }
}

function suffix(of: string | undefined): string {
  return of === "gain" ? "weight" : (of ?? "");
}

function gpt2Place(name: string, prefix: string): Place {
  const [, layer, part, of, what] = name.split(".");
  if (name === "decoder.embedding") return { tensor: `${prefix}wte.weight` };
  if (name === "decoder.position") return { tensor: `${prefix}wpe.weight` };
  if (name === "output.weight") return { tensor: "lm_head.weight", transposed: true };
  if (layer === "norm") return { tensor: `${prefix}ln_f.${suffix(part)}` };
  const block = `${prefix}h.${layer}`;
  if (of === "norm") return { tensor: `${block}.${part === "feedForward" ? "ln_2" : "ln_1"}.${suffix(what)}` };
  if (part === "feedForward") return { tensor: `${block}.mlp.${of === "up" ? "c_fc" : "c_proj"}.${what}` };
  const third = thirds[of ?? ""];
  return third === undefined
    ? { tensor: `${block}.attn.c_proj.${what}` }
    : { tensor: `${block}.attn.c_attn.${what}`, third };
}

function bertPlace(name: string): Place {
  const [first, layer, part, of, what] = name.split(".");
  const embeddings = "bert.embeddings";
  if (name === "encoder.embedding") return { tensor: `${embeddings}.word_embeddings.weight` };
  if (name === "encoder.position") return { tensor: `${embeddings}.position_embeddings.weight` };
  if (name === "encoder.segment") return { tensor: `${embeddings}.token_type_embeddings.weight` };
  if (layer === "embeddingNorm") return { tensor: `${embeddings}.LayerNorm.${suffix(part)}` };
  if (name === "output.bias") return { tensor: "cls.predictions.bias" };
  if (name === "output.weight") return { tensor: "cls.predictions.decoder.weight", transposed: true };
  if (first === "head") {
    const head = "cls.predictions.transform";
    if (layer === "norm") return { tensor: `${head}.LayerNorm.${suffix(part)}` };
    return { tensor: `${head}.dense.${layer}`, transposed: layer === "weight" };
  }
  const block = `bert.encoder.layer.${layer}`;
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

function torchPlace(config: ModelConfig, name: string): Place {
  const [stack, layer, part, of, what] = name.split(".");
  if (name === "encoder.embedding") return { tensor: "src_embedding.weight" };
  if (name === "decoder.embedding") return { tensor: "tgt_embedding.weight" };
  if (stack === "output") return { tensor: `generator.${layer}`, transposed: layer === "weight" };
  if (layer === "norm") return { tensor: `transformer.${stack}.norm.${suffix(part)}` };
  const block = `transformer.${stack}.layers.${layer}`;
  const last = config.architecture === "encoderDecoder" && stack === "decoder" ? 3 : 2;
  if (of === "norm") {
    const number = part === "selfAttention" ? 1 : part === "crossAttention" ? 2 : last;
    return { tensor: `${block}.norm${number}.${suffix(what)}` };
  }
  const transposed = what === "weight";
  if (part === "feedForward") return { tensor: `${block}.${of === "up" ? "linear1" : "linear2"}.${what}`, transposed };
  const attention = `${block}.${part === "crossAttention" ? "multihead_attn" : "self_attn"}`;
  const third = thirds[of ?? ""];
  if (third === undefined) return { tensor: `${attention}.out_proj.${what}`, transposed };
  return { tensor: `${attention}.in_proj_${what}`, transposed, third };
}

function readPlace(place: Place, shape: readonly number[], tensors: ReadonlyMap<string, StoredTensor>): Float32Array {
  const { tensor: name, transposed = false, third } = place;
  const [rows = 1, columns] = columnsLast(shape);
  const stored = third === undefined ? [rows, columns] : [rows, columns * 3];
  const full = transposed ? [...stored].reverse() : stored;
  const needed = shape.length === 1 ? [stored[1] ?? 1] : full;
  const found = tensors.get(name) ?? tensors.get(oldName(name));
  if (!found) throw new CheckpointError(`${name}: it is missing; [${needed.join(", ")}] is needed.`);
  if (found.shape.join() !== needed.join()) {
    throw new CheckpointError(`${name}: its shape is [${found.shape.join(", ")}]; [${needed.join(", ")}] is needed.`);
  }
  if (found.dtype === "I32" || found.dtype === "I64") {
    throw new CheckpointError(`${name}: its dtype is ${found.dtype}; F32, F16 or BF16 is needed.`);
  }
  const data = found.read();
  const broken = data.findIndex((value) => !Number.isFinite(value));
  if (broken >= 0) {
    throw new CheckpointError(`${name}: its value ${broken} is ${data[broken]}; finite numbers are needed.`);
  }
  if (!transposed && third === undefined) return data;
  const width = stored[1] ?? columns;
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
