/**
 * A text task's examples as batches for a model. A hash of each example decides for ever whether it is trained on; which
 * examples a step has depends on the seed and the step alone, so that a run that goes on later reads the same ones.
 */

import type { TextConfig } from "../config";
import { randomNumbers } from "../parameters";
import type { TokenBatch } from "./batch";
import { lengthOf, type Plan, textConfigOf } from "./plan";
import type { Example, TrainingTask } from "./tasks";
import { arrow, end, masked, padding, start, Vocabulary } from "./vocabulary";

/** Of all examples, one in this many is never trained on. */
const heldOutOf = 8;

/** FNV-1a (Fowler, Noll and Vo). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash ^ (hash >>> 15);
}

export function isHeldOut({ source, target }: Example): boolean {
  // By what is given, so that no question of the test was ever seen.
  return (hashOf((source.length > 0 ? source : target).join(" ")) >>> 0) % heldOutOf === 0;
}

/** An example that is laid out for a model: token ids, and where the answer stands. */
interface Row {
  readonly ids: readonly number[];
  readonly source: readonly number[];
  readonly targets: readonly number[];
  readonly counted: readonly number[];
}

export class TextData {
  readonly kind = "text";
  readonly config: TextConfig;
  readonly vocabulary: Vocabulary;
  readonly task: TrainingTask;
  readonly stack: Plan["model"]["stack"];
  private readonly seed: number;

  constructor(plan: Plan, task: TrainingTask) {
    this.task = task;
    this.config = textConfigOf(plan, task);
    this.stack = plan.model.stack;
    this.seed = plan.seed;
    this.vocabulary = new Vocabulary(task.symbols);
  }

  /** What step `step` learns from. */
  batch(step: number, size: number): TokenBatch {
    return this.layOut(this.draw(randomNumbers(this.seed * 1_000_003 + step), size, false));
  }

  /** Examples that are never trained on, the same for every seed. */
  heldOut(size: number): readonly Example[] {
    return this.draw(randomNumbers(97), size, true);
  }

  /** The first `size` of these with their answers. */
  test(size: number): TokenBatch {
    return this.layOut(this.heldOut(size));
  }

  symbol(target: number): string {
    return this.vocabulary.symbol(target);
  }

  private draw(random: () => number, size: number, heldOut: boolean): readonly Example[] {
    const found: Example[] = [];
    // A task may have few examples, and none that are held out: then any will do.
    for (let tries = 0; found.length < size; tries++) {
      const example = this.task.draw(random);
      if (isHeldOut(example) === heldOut || tries > 200 * size) found.push(example);
    }
    return found;
  }

  /** Examples with their answers, for a loss. */
  layOut(examples: readonly Example[]): TokenBatch {
    return this.pad(examples.map((example) => this.row(example)));
  }

  /** The same with the first `written` of each answer's tokens, and nothing after them. */
  layOutWritten(examples: readonly Example[], written: readonly (readonly number[])[]): TokenBatch {
    const rows = examples.map((example, index): Row => {
      const own = written[index] ?? [];
      const row = this.row({ ...example, target: [] });
      if (this.stack === "encoderOnly") return row;
      return {
        ...row,
        ids: [...row.ids, ...own],
        targets: [...row.targets, ...own],
        counted: [...row.counted, ...own],
      };
    });
    return this.pad(rows);
  }

  /** Where the answer begins in `ids`; the prediction of its first token stands there. */
  answerAt(example: Example): number {
    if (this.stack === "encoderDecoder") return 0;
    return example.source.length;
  }

  private row({ source: given, target, knowable }: Example): Row {
    const id = (symbol: string) => this.vocabulary.id(symbol);
    const source = given.map(id);
    const answer = [...target.map(id), end];
    const known = [...target.map((_, place) => ((knowable?.[place] ?? true) ? 1 : 0)), knowable ? 0 : 1];
    switch (this.stack) {
      case "encoderDecoder":
        return { source, ids: [start, ...answer.slice(0, -1)], targets: answer, counted: known };
      case "decoderOnly": {
        // The arrow ends what is given, and starts what is written.
        const ids = [...source, arrow, ...answer.slice(0, -1)];
        const before = source.map(() => 0);
        return {
          source: [],
          ids,
          targets: [...source.slice(1), ...(source.length ? [arrow] : []), ...answer],
          counted: [...before, ...known],
        };
      }
      case "encoderOnly":
        return this.maskedRow(source, answer, known);
    }
  }

  /** The whole answer is hidden after what is given; where nothing is given, every third token of it is. */
  private maskedRow(source: readonly number[], answer: readonly number[], known: readonly number[]): Row {
    if (this.task.longestSource === 0) {
      const hidden = answer.map((_, place) => (place % 3 === 1 ? (known[place] ?? 0) : 0));
      const ids = answer.map((token, place) => (hidden[place] ? masked : token));
      return { source: [], ids, targets: answer, counted: hidden };
    }
    // As many masks as the longest answer has tokens: the model must not learn the length from their number.
    const places = this.task.longestTarget + 1;
    const full = Array.from({ length: places }, (_, place) => answer[place] ?? padding);
    return {
      source: [],
      ids: [...source, arrow, ...full.map(() => masked)],
      targets: [...source, arrow, ...full],
      counted: [...source.map(() => 0), 0, ...full.map((_, place) => known[place] ?? 0)],
    };
  }

  private pad(rows: readonly Row[]): TokenBatch {
    const padded = (part: keyof Row, length: number) =>
      rows.map((row) => Array.from({ length }, (_, place) => row[part][place] ?? padding));
    const longest = Math.min(lengthOf(this.task, this.stack), Math.max(...rows.map(({ ids }) => ids.length)));
    const parts = {
      ids: padded("ids", longest),
      targets: padded("targets", longest),
      counted: padded("counted", longest),
    };
    const keepOf = (part: "ids" | "source", length: number) =>
      rows.map((row) => Array.from({ length }, (_, place) => (place < row[part].length ? 1 : 0)));
    if (this.stack === "encoderDecoder") {
      const length = Math.max(...rows.map(({ source }) => source.length));
      return { ...parts, source: padded("source", length), keep: keepOf("source", length) };
    }
    const even = rows.every(({ ids }) => ids.length === longest);
    // What a decoder reads after the end hides nothing from what stands before it.
    return { ...parts, source: null, keep: even || this.stack === "decoderOnly" ? null : keepOf("ids", longest) };
  }
}
