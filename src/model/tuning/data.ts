/** The texts of fine-tuning as batches. Which examples a run has, and a step of it, depends on its seed and the step alone. */
import { randomNumbers } from "../parameters";
import type { Tokenizer } from "../tokenizers/tokenizer";
import type { TokenBatch } from "../training/batch";
import type { TuningPlan } from "./plan";
import type { TuningTexts } from "./texts";

/** A text that is laid out: token ids, and what is to be said at which of their places. */
interface Row {
  readonly ids: readonly number[];
  readonly targets: readonly number[];
  readonly counted: readonly number[];
}

/** What is left out of a text where it has more tokens than a model reads. */
const longest = 64;

export class TuningData {
  readonly heldOut: TokenBatch;
  /** The old task of the base. */
  readonly old: TokenBatch;
  /** Kinds that the held-out texts are of, for their picture: classes, or 0 for the new style. */
  readonly kinds: readonly number[];
  private readonly rows: readonly Row[];
  private readonly plan: TuningPlan;

  constructor(plan: TuningPlan, texts: TuningTexts, tokenizer: Tokenizer) {
    this.plan = plan;
    const random = randomNumbers(plan.seed * 7919 + 17);
    const { classes, style } = texts;
    if (plan.goal === "classes") {
      const row = ({ text, label }: { text: string; label: number }) => classRow(tokenizer, text, label);
      this.rows = balanced(classes.train, plan.examples, random).map(row);
      this.heldOut = padded(classes.heldOut.map(row), true);
      this.kinds = classes.heldOut.map(({ label }) => label);
      this.old = padded(
        texts.masked.map(({ text, places }) => maskedRow(tokenizer, text, places)),
        true,
      );
    } else {
      const row = (text: string) => writtenRow(tokenizer, text);
      this.rows = shuffled(style.train, random).slice(0, plan.examples).map(row);
      this.heldOut = padded(style.heldOut.map(row), false);
      this.kinds = style.heldOut.map(() => 0);
      this.old = padded(texts.entries.map(row), false);
    }
  }

  /** Examples that there are to learn from: as many as the plan asks for, or all. */
  get examples(): number {
    return this.rows.length;
  }

  /** What step `step` learns from: epoch after epoch, each in an order of its own. */
  batch(step: number): TokenBatch {
    const { batch, goal } = this.plan;
    const rows = Array.from({ length: Math.min(batch, this.rows.length) }, (_, place) => {
      const at = step * Math.min(batch, this.rows.length) + place;
      const row = this.rows[this.orderOf(Math.floor(at / this.rows.length))[at % this.rows.length] ?? 0];
      if (!row) throw new Error("There is nothing to learn from.");
      return row;
    });
    return padded(rows, goal === "classes");
  }

  private order: { readonly epoch: number; readonly places: readonly number[] } | null = null;

  private orderOf(epoch: number): readonly number[] {
    if (this.order?.epoch !== epoch) {
      const places = this.rows.map((_, place) => place);
      this.order = { epoch, places: shuffled(places, randomNumbers(this.plan.seed * 1_000_003 + epoch)) };
    }
    return this.order.places;
  }
}

/** A text alone, as the model reads it. */
export function readRow(plan: TuningPlan, tokenizer: Tokenizer, text: string): TokenBatch {
  return padded([plan.goal === "classes" ? classRow(tokenizer, text, 0) : startedRow(tokenizer, text)], false);
}

function idsOf(tokenizer: Tokenizer, text: string): number[] {
  return tokenizer.encode(text).map(({ id }) => id);
}

function idOf(tokenizer: Tokenizer, token: string): number {
  const id = tokenizer.id(token);
  if (id === null) throw new Error(`The vocabulary lacks ${token}.`);
  return id;
}

/** The tokenizer itself puts [CLS] before a text and [SEP] after it. */
function classRow(tokenizer: Tokenizer, text: string, label: number): Row {
  return { ids: idsOf(tokenizer, text).slice(0, longest), targets: [label], counted: [1] };
}

/** `places` are counted without [CLS]. */
function maskedRow(tokenizer: Tokenizer, text: string, places: readonly number[]): Row {
  const ids = idsOf(tokenizer, text).slice(0, longest);
  const mask = idOf(tokenizer, "[MASK]");
  const hidden = new Set(places.map((place) => place + 1));
  return {
    ids: ids.map((id, place) => (hidden.has(place) ? mask : id)),
    targets: ids,
    counted: ids.map((_, place) => (hidden.has(place) ? 1 : 0)),
  };
}

/** As `dictionary` was taught: <end> text <end>. */
function writtenRow(tokenizer: Tokenizer, text: string): Row {
  const [end, ids] = [idOf(tokenizer, "<end>"), idsOf(tokenizer, text).slice(0, longest - 1)];
  const targets = [...ids, end];
  return { ids: [end, ...ids], targets, counted: targets.map(() => 1) };
}

function startedRow(tokenizer: Tokenizer, text: string): Row {
  const ids = [idOf(tokenizer, "<end>"), ...idsOf(tokenizer, text)].slice(0, longest);
  return { ids, targets: ids, counted: ids.map(() => 0) };
}

/** `hides` where padding must be hidden from what stands before it: in an encoder. */
function padded(rows: readonly Row[], hides: boolean): TokenBatch {
  const padTo = (part: keyof Row) => {
    const length = Math.max(...rows.map((row) => row[part].length));
    return rows.map((row) => Array.from({ length }, (_, place) => row[part][place] ?? 0));
  };
  const ids = padTo("ids");
  const keep = hides
    ? ids.map((row, at) => row.map((_, place) => (place < (rows[at]?.ids.length ?? 0) ? 1 : 0)))
    : null;
  return { ids, source: null, keep, targets: padTo("targets"), counted: padTo("counted") };
}

/** As many of each label as can be, in an order of the seed's. */
function balanced<T extends { readonly label: number }>(items: readonly T[], count: number, random: () => number): T[] {
  const labels = [...new Set(items.map(({ label }) => label))];
  const of = labels.map((label) =>
    shuffled(
      items.filter((item) => item.label === label),
      random,
    ),
  );
  const turns = Array.from({ length: items.length }, (_, turn) => of.flatMap((some) => some[turn] ?? []));
  return turns.flat().slice(0, count);
}

/** Fisher and Yates. */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [order[last], order[other]];
    if (a !== undefined && b !== undefined) [order[last], order[other]] = [b, a];
  }
  return order;
}
