/** Runs a decoder-only model over whole rows at once: what it says at each place, given what really stands before it. */
import { forward } from "../../src/engine/forward";
import type { Edits } from "../../src/engine/runner";
import { surprise } from "../../src/model/distribution";
import type { OpenModel } from "./open";

/** Rows of a batch; more of them are no faster on WASM and need more memory. */
const batch = 32;

/**
 * Calls `visit` with the logits [V] after every token of every row; the array is only lent. Rows of like length go
 * together; no token sees the padding, which comes after it.
 */
export async function everyPlace(
  { runner, config }: OpenModel,
  rows: readonly (readonly number[])[],
  visit: (row: number, place: number, logits: Float32Array) => void,
  edits?: Edits,
): Promise<void> {
  const order = rows.map((_, row) => row).sort((a, b) => (rows[a]?.length ?? 0) - (rows[b]?.length ?? 0));
  for (let start = 0; start < order.length; start += batch) {
    const part = order.slice(start, start + batch);
    const longest = Math.max(...part.map((row) => rows[row]?.length ?? 0));
    const ids = part.map((row) => Array.from({ length: longest }, (_, place) => rows[row]?.[place] ?? 0));
    forward(runner, config, { ids }, edits);
    const logits = await runner.read("logits");
    if (!logits) throw new Error("The model gave no logits.");
    for (const [index, row] of part.entries()) {
      for (let place = 0; place < (rows[row]?.length ?? 0); place++) {
        const from = (index * longest + place) * config.vocabulary;
        visit(row, place, logits.data.subarray(from, from + config.vocabulary));
      }
    }
    runner.forget();
  }
}

/** The likeliest token. */
export function likeliest(logits: Float32Array): number {
  let best = 0;
  for (const [id, logit] of logits.entries()) if (logit > (logits[best] ?? 0)) best = id;
  return best;
}

/** −ln of the probability of all tokens after the first `given` of each row, summed. */
export async function nats(model: OpenModel, rows: readonly (readonly number[])[], given: number): Promise<number> {
  let sum = 0;
  await everyPlace(model, rows, (row, place, logits) => {
    const next = rows[row]?.[place + 1];
    if (next !== undefined && place + 1 >= given) sum += surprise(logits, next);
  });
  return sum;
}

/** `count` of the items, spread evenly over all of them; all where there are no more. */
export function sample<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items;
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)] as T);
}

/** The id of a token that the vocabulary must have. */
export function idOf({ tokenizer, name }: OpenModel, token: string): number {
  const id = tokenizer.id(token);
  if (id === null) throw new Error(`The vocabulary of ${name} lacks ${token}.`);
  return id;
}

/** The ids of a text. */
export function idsOf({ tokenizer }: OpenModel, text: string): readonly number[] {
  return tokenizer.encode(text).map(({ id }) => id);
}
