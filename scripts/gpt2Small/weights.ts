/**
 * A checkpoint of GPT-2 small's size (124,439,808 parameters) without a file: every value is a hash of its tensor's name
 * and its place, so that `expected.py` makes the same ones and PyTorch can say what the model gives. Bytes are computed
 * when they are read: the 498 MB are never in memory as a whole.
 */
import type { Bytes } from "../../src/model/checkpoints/bytes";

/** As in the config.json of GPT-2 small. */
export const gpt2SmallConfig = {
  model_type: "gpt2",
  vocab_size: 50_257,
  n_positions: 1024,
  n_embd: 768,
  n_layer: 12,
  n_head: 12,
  activation_function: "gelu_new",
  layer_norm_epsilon: 1e-5,
};

interface Made {
  readonly name: string;
  readonly shape: readonly number[];
  /** Values are `centre` + k · 2^`exponent` with k a whole number from −32768 to 32767, and so exact in float32. */
  readonly centre: number;
  readonly exponent: number;
}

/** Scales near those that GPT-2 starts training from: 0.02, and 0.02 / √24 for what is added to the residual stream. */
function tensors(): readonly Made[] {
  const { n_embd: width, n_layer: layers, vocab_size: vocabulary, n_positions: positions } = gpt2SmallConfig;
  const made = (name: string, shape: readonly number[], exponent: number, centre = 0): Made => {
    return { name, shape, exponent, centre };
  };
  const norm = (name: string) => [made(`${name}.weight`, [width], -18, 1), made(`${name}.bias`, [width], -20)];
  const linear = (name: string, rows: number, columns: number, exponent: number) => [
    made(`${name}.weight`, [rows, columns], exponent),
    made(`${name}.bias`, [columns], -20),
  ];
  const blocks = Array.from({ length: layers }, (_, layer) => [
    ...norm(`h.${layer}.ln_1`),
    ...linear(`h.${layer}.attn.c_attn`, width, 3 * width, -20),
    ...linear(`h.${layer}.attn.c_proj`, width, width, -22),
    ...norm(`h.${layer}.ln_2`),
    ...linear(`h.${layer}.mlp.c_fc`, width, 4 * width, -20),
    ...linear(`h.${layer}.mlp.c_proj`, 4 * width, width, -22),
  ]);
  return [
    made("wte.weight", [vocabulary, width], -20),
    made("wpe.weight", [positions, width], -21),
    ...blocks.flat(),
    ...norm("ln_f"),
  ];
}

/** FNV-1a, 32 bits. */
function seedOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}

/** Values `from` to `to`, not included, of a tensor: the top 16 bits of MurmurHash3's finaliser, times a power of two. */
function valuesOf({ name, centre, exponent }: Made, from: number, to: number): Float32Array<ArrayBuffer> {
  const seed = seedOf(name);
  const step = 2 ** exponent;
  const values = new Float32Array(to - from);
  for (let place = from; place < to; place++) {
    let hash = (Math.imul(place, 0x9e3779b1) + seed) | 0;
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
    values[place - from] = centre + (hash >> 16) * step;
  }
  return values;
}

const count = (shape: readonly number[]) => shape.reduce((product, length) => product * length, 1);

/** model.safetensors: the header, and the tensors that are read. */
export function gpt2SmallFile(): Bytes {
  let end = 0;
  const placed = tensors().map((tensor) => {
    const from = end;
    end += 4 * count(tensor.shape);
    return { tensor, from, to: end };
  });
  const entries = placed.map(({ tensor: { name, shape }, from, to }) => {
    return [name, { dtype: "F32", shape, data_offsets: [from, to] }] as const;
  });
  const header = new TextEncoder().encode(JSON.stringify(Object.fromEntries(entries)));
  const start = new Uint8Array(8 + header.length);
  new DataView(start.buffer).setBigUint64(0, BigInt(header.length), true);
  start.set(header, 8);
  return {
    size: start.length + end,
    read(from, to) {
      if (to <= start.length) return start.slice(from, to);
      const found = placed.find((one) => start.length + one.from <= from && to <= start.length + one.to);
      if (!found) throw new Error(`Bytes ${from} to ${to} are not of one tensor.`);
      const first = from - start.length - found.from;
      return new Uint8Array(valuesOf(found.tensor, first / 4, (to - from + first) / 4).buffer);
    },
  };
}
