/** One run of fine-tuning: a plan carried out step by step, and what it tells of itself. Knows nothing of workers or of time. */
import { tensor1d } from "@tensorflow/tfjs-core";
import { outputSize } from "../../model/config";
import type { Parameters } from "../../model/parameters";
import type { Tokenizer } from "../../model/tokenizers/tokenizer";
import type { TokenBatch } from "../../model/training/batch";
import { pack, unpack } from "../../model/training/packing";
import type { FormingPattern } from "../../model/training/progress";
import { rateAt, type Schedule } from "../../model/training/schedule";
import { likeliest, type Score, scoreOf } from "../../model/training/score";
import {
  factorNames,
  learnedOf,
  merged,
  productOf,
  startOf,
  type TunedConfig,
  tunedConfig,
} from "../../model/tuning/adaptation";
import { readRow, TuningData } from "../../model/tuning/data";
import type { TuningPlan } from "../../model/tuning/plan";
import type { LoraMatrices, Said, TuningLook, TuningScore, TuningVectors } from "../../model/tuning/progress";
import type { TuningTexts } from "../../model/tuning/texts";
import { everyWeight, type Parametrisation, type Seen, seePass } from "../training/pass";
import { patternsOf } from "../training/patterns";
import type { TrainerState } from "../training/protocol";
import { Trainer } from "../training/trainer";
import { type Adapted, adapted } from "./adapted";

/** The shipped model that is tuned. */
export interface Base {
  readonly config: TunedConfig;
  readonly parameters: Parameters;
  readonly tokenizer: Tokenizer;
}

/** Held-out texts of a pass: more at once are no faster, and need more memory. */
const together = 64;
/** Tokens that a decoder writes on when it is looked at. */
const written = 16;

type See = (batch: TokenBatch, names: readonly string[]) => Promise<Readonly<Record<string, Seen>>>;

export class Tuning {
  readonly plan: TuningPlan;
  readonly config: TunedConfig;
  readonly data: TuningData;
  private readonly base: Base;
  private readonly start: Parameters;
  private readonly first: Float32Array<ArrayBuffer>;
  private readonly learned: Parameters;
  private readonly parametrisation: Adapted;
  private readonly trainer: Trainer;
  private readonly schedule: Schedule;
  private over: "finished" | "diverged" | null = null;

  /** Begins anew, or goes on from where a run of the same plan was; throws a Fault where the state is none of its. */
  constructor(plan: TuningPlan, base: Base, texts: TuningTexts, from: TrainerState | null = null) {
    this.plan = plan;
    this.base = base;
    this.config = tunedConfig(base.config, texts.classes.labels.length);
    this.data = new TuningData(plan, texts, base.tokenizer);
    this.start = startOf(plan, this.config, base.parameters);
    this.learned = learnedOf(plan, this.config, this.start);
    this.parametrisation = adapted(plan, this.start, this.learned);
    this.first = pack(this.parametrisation.packing, this.learned);
    const { rate, steps, seed } = plan;
    this.schedule = { kind: "cosine", rate, warmUp: Math.ceil(steps / 10), steps };
    const optimiser = { kind: "adamW", beta1: 0.9, beta2: 0.98, epsilon: 1e-8, weightDecay: 0.01, clip: 1 } as const;
    const settings = { optimiser, schedule: this.schedule, dropout: 0, smoothing: 0, seed };
    try {
      this.trainer = new Trainer(this.config, settings, from ?? this.learned, this.parametrisation);
    } catch (error) {
      this.parametrisation.dispose();
      throw error;
    }
    if (this.steps >= steps) this.over = "finished";
  }

  get steps(): number {
    return this.trainer.steps;
  }

  /** Why it will not go on; null where it can. */
  get ending(): "finished" | "diverged" | null {
    return this.over;
  }

  /** Of the last step. */
  get rate(): number {
    return rateAt(this.schedule, Math.max(0, this.steps - 1));
  }

  get bytesHeld(): number {
    return this.trainer.bytesHeld;
  }

  /** One step; → the loss before it, in nats. */
  async step(): Promise<number> {
    const loss = await this.trainer.step(this.data.batch(this.steps));
    if (!Number.isFinite(loss)) this.over = "diverged";
    else if (this.steps >= this.plan.steps) this.over = "finished";
    return loss;
  }

  /** `between` is waited for after every few texts; where it throws, so does this. */
  async score(between: () => Promise<void> = async () => undefined): Promise<TuningScore> {
    const { heldOut } = this.data;
    const logits = await this.logitsOf(heldOut, this.now, between);
    const size = outputSize(this.config);
    return {
      ...scoreOf(heldOut, logits, size),
      confusion: this.plan.goal === "classes" ? confusionOf(heldOut, logits, size) : null,
      old: await this.oldScore(between),
    };
  }

  /** What the base could, with the weights as they are now: its own head on what has become of the rest. */
  private async oldScore(between: () => Promise<void>): Promise<Score> {
    const { old } = this.data;
    const { config, parameters } = this.base;
    const score = async (see: See) => scoreOf(old, await this.logitsOf(old, see, between), config.vocabulary);
    if (this.plan.goal === "style") return score(this.now);
    const weights = await this.merged();
    const whole = everyWeight(config);
    const mixed = new Map(
      Array.from(parameters, ([name, own]) => [name, (name.startsWith("encoder.") && weights.get(name)) || own]),
    );
    const packed = pack(whole.packing, mixed);
    return score((batch, names) => seeing(config, whole, packed, batch, names));
  }

  /** A text before any step and now. */
  async look(text: string): Promise<TuningLook> {
    const { tokenizer } = this.base;
    const batch = readRow(this.plan, tokenizer, text);
    return {
      tokens: (batch.ids[0] ?? []).map((id) => tokenizer.tokenText(id)),
      before: await this.patterns(batch, this.atFirst),
      after: await this.patterns(batch, this.now),
      said: { before: await this.say(batch, this.atFirst), after: await this.say(batch, this.now) },
    };
  }

  /** Where the held-out texts lie before any step and now, and for a style the old ones beside them. */
  async vectors(): Promise<TuningVectors> {
    const { heldOut, old, kinds } = this.data;
    const batches = this.plan.goal === "classes" ? [heldOut] : [heldOut, old];
    const of = async (see: See) => {
      const parts: number[] = [];
      for (const batch of batches) parts.push(...(await this.lastVectors(batch, see)));
      return Float32Array.from(parts);
    };
    return {
      width: this.config.width,
      kinds: this.plan.goal === "classes" ? kinds : [...kinds, ...old.ids.map(() => 1)],
      before: await of(this.atFirst),
      after: await of(this.now),
    };
  }

  /** LoRA's matrices beside a weight; null where there are none. */
  async lora(weight: string): Promise<LoraMatrices | null> {
    const learned = await this.learnedNow();
    const names = factorNames(weight);
    const [a, b, whole] = [learned.get(names.a), learned.get(names.b), this.start.get(weight)];
    if (!a || !b || !whole) return null;
    const [rows = 0, columns = 0] = whole.shape;
    const product = productOf(this.plan, a, b);
    return { rows, columns, rank: this.plan.lora.rank, a: a.data, b: b.data, product, weight: whole.data };
  }

  /** The whole model as it stands, with nothing beside its weights. */
  async merged(): Promise<Parameters> {
    return merged(this.plan, this.start, await this.learnedNow());
  }

  /** What another run of this plan can go on from. */
  save(): Promise<TrainerState> {
    return this.trainer.save();
  }

  dispose(): void {
    this.trainer.dispose();
    this.parametrisation.dispose();
  }

  private readonly now: See = (batch, names) => this.trainer.see(batch, names);
  private readonly atFirst: See = (batch, names) => seeing(this.config, this.parametrisation, this.first, batch, names);

  private async learnedNow(): Promise<Parameters> {
    return unpack(this.parametrisation.packing, (await this.trainer.save()).numbers);
  }

  private async logitsOf(batch: TokenBatch, see: See, between: () => Promise<void>): Promise<Float32Array> {
    const parts: Float32Array[] = [];
    for (const part of partsOf(batch)) {
      const { logits } = await see(part, ["logits"]);
      if (!logits) throw new Error("The forward pass gave no logits.");
      parts.push(logits.data);
      await between();
    }
    return joined(parts);
  }

  private patterns(batch: TokenBatch, see: See): Promise<readonly FormingPattern[]> {
    return patternsOf({ see }, this.config, batch);
  }

  private async say(batch: TokenBatch, see: See): Promise<Said> {
    const { tokenizer } = this.base;
    if (this.plan.goal === "classes") {
      const { logits } = await see(batch, ["logits"]);
      return { kind: "classes", shares: softmax(logits?.data ?? new Float32Array()) };
    }
    const end = tokenizer.id("<end>");
    const given = [...(batch.ids[0] ?? [])];
    const ids: number[] = [];
    while (ids.length < written && given.length + ids.length < this.config.maximumLength) {
      const row = [...given, ...ids];
      const { logits } = await see({ ...batch, ids: [row] }, ["logits"]);
      const next = likeliest(logits?.data ?? new Float32Array(), this.config.vocabulary).at(-1);
      if (next === undefined || next === end) break;
      ids.push(next);
    }
    return { kind: "text", text: tokenizer.decode(ids) };
  }

  /** What the answer is read off: the first token of an encoder, the last one of a decoder; [N · C]. */
  private async lastVectors(batch: TokenBatch, see: See): Promise<number[]> {
    const { architecture, width } = this.config;
    const found: number[] = [];
    for (const part of partsOf(batch)) {
      if (architecture === "encoderOnly") {
        const { firstToken } = await see(part, ["firstToken"]);
        found.push(...(firstToken?.data ?? []));
        continue;
      }
      const { "decoder.output": output } = await see(part, ["decoder.output"]);
      const [, length = 0] = output?.shape ?? [];
      for (const [row, counted] of part.counted.entries()) {
        const from = (row * length + counted.lastIndexOf(1)) * width;
        found.push(...(output?.data.subarray(from, from + width) ?? []));
      }
    }
    return found;
  }
}

async function seeing(
  config: TunedConfig,
  parametrisation: Parametrisation,
  numbers: Float32Array,
  batch: TokenBatch,
  names: readonly string[],
): Promise<Readonly<Record<string, Seen>>> {
  const packed = tensor1d(numbers);
  return await seePass(config, parametrisation, packed, batch, names).finally(() => packed.dispose());
}

function* partsOf({ ids, keep, targets, counted }: TokenBatch): Generator<TokenBatch> {
  for (let from = 0; from < ids.length; from += together) {
    const part = <T>(rows: readonly T[]) => rows.slice(from, from + together);
    yield { ids: part(ids), source: null, keep: keep && part(keep), targets: part(targets), counted: part(counted) };
  }
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function softmax(logits: Float32Array): number[] {
  const most = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = Array.from(logits, (logit) => Math.exp(logit - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** [true class][class that it was taken for] */
function confusionOf({ targets }: TokenBatch, logits: Float32Array, classes: number): number[][] {
  const table = Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0));
  for (const [index, said] of likeliest(logits, classes).entries()) {
    const row = table[targets[index]?.[0] ?? -1];
    if (row) row[said] = (row[said] ?? 0) + 1;
  }
  return table;
}
