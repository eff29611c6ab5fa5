/** One run of training: a plan carried out step by step, and what it tells of itself. Knows nothing of workers or of time. */
import { outputSize } from "../../model/config";
import { type Batch, tokensOf } from "../../model/training/batch";
import type { Digits } from "../../model/training/digits";
import { pooled } from "../../model/training/ensemble";
import { filesOf, type TrainedFiles } from "../../model/training/files";
import { type Group, groupsOf } from "../../model/training/groups";
import { initialParameters } from "../../model/training/initial";
import { type Lessons, lessonsOf } from "../../model/training/lessons";
import { momentsOf } from "../../model/training/moments";
import { unpack } from "../../model/training/packing";
import { isFrozen, isPicture, type Plan } from "../../model/training/plan";
import type { DivergenceReason, Ending, Ensemble, Examined, Moment } from "../../model/training/progress";
import { rateAt } from "../../model/training/schedule";
import { scoreOf } from "../../model/training/score";
import { StepApart } from "./apart";
import { examine } from "./examine";
import type { TrainerState } from "./protocol";
import { Still } from "./still";
import { type StepNumbers, Trainer, type TrainerSettings } from "./trainer";

/** Examples that a run is examined on: of a digit only one thing is asked, of a row many. */
const heldOut = { texts: 64, pictures: 256 };
/** Examples that an ensemble is scored on: its gain is small. */
const pooledOn = 256;

export class TrainingRun {
  readonly plan: Plan;
  readonly lessons: Lessons;
  private readonly trainer: Trainer;
  private readonly settings: TrainerSettings;
  private lastApart: StepApart | null = null;
  private readonly test: Batch;
  private readonly moments: ReadonlySet<number>;
  private over: Ending | null = null;
  private lastGroups: readonly Group[] = [];

  /**
   * Starts anew, or goes on from where a run of the same plan was; `digits` are what it learns from where those are its
   * task. Throws a Fault for a text that is too short.
   */
  constructor(plan: Plan, from: TrainerState | null, digits: Digits | null = null) {
    this.plan = plan;
    this.lessons = lessonsOf(plan, digits);
    this.test = this.lessons.test(isPicture(plan.task) ? heldOut.pictures : heldOut.texts);
    const { config } = this.lessons;
    const { optimiser, schedule, dropout, smoothing, seed, model } = plan;
    const frozen = (name: string) => isFrozen(plan, name);
    this.settings = { optimiser: { ...optimiser, epsilon: 1e-8 }, schedule, dropout, smoothing, seed, frozen };
    const first = initialParameters(config, seed, model.initialScale);
    for (const [name, { data }] of first) if (frozen(name)) data.fill(0);
    this.trainer = new Trainer(config, this.settings, from ?? first);
    this.moments = new Set(momentsOf(schedule.steps, this.trainer.packing.size));
    if (this.trainer.steps >= schedule.steps) this.over = { kind: "finished" };
  }

  get steps(): number {
    return this.trainer.steps;
  }

  /** Why it will not go on; null where it can. */
  get ending(): Ending | null {
    return this.over;
  }

  /** Of the parts of the model, at the last step that was measured. */
  get groups(): readonly Group[] {
    return this.lastGroups;
  }

  /** The learning rate of the last step. */
  get rate(): number {
    return rateAt(this.plan.schedule, Math.max(0, this.steps - 1));
  }

  /** One step; → the loss before it, and the tokens that it read. `measured` reads back what it did to each part. */
  async step(measured: boolean): Promise<{ readonly loss: number; readonly tokens: number }> {
    const { trainer, plan } = this;
    const step = trainer.steps;
    const batch = this.lessons.batch(step, plan.batch);
    let done: StepNumbers | null = null;
    const keep = (numbers: StepNumbers) => {
      done = numbers;
      this.lastGroups = groupsOf(trainer.packing, numbers);
    };
    const loss = await trainer.step(batch, measured ? keep : undefined);
    const { settings } = this;
    const { config } = this.lessons;
    const { packing } = trainer;
    this.lastApart = done && new StepApart({ config, settings, packing, batch, step, loss, numbers: done });
    if (!Number.isFinite(loss)) this.over = { kind: "diverged", step: trainer.steps, reason: likelyReason(plan) };
    else if (trainer.steps >= plan.schedule.steps) this.over = { kind: "finished" };
    return { loss, tokens: tokensOf(batch) };
  }

  /** The last step, taken apart; null where it was not measured. */
  get apart(): StepApart | null {
    return this.lastApart;
  }

  examine(): Promise<Examined> {
    return examine(this.trainer, this.lessons, this.test);
  }

  /** The same of the model as it stood after `step` steps, with weights that were kept. */
  async look(step: number, weights: Float32Array): Promise<Examined> {
    const still = new Still(this.lessons.config, step, weights);
    try {
      return await examine(still, this.lessons, this.test);
    } finally {
      still.dispose();
    }
  }

  /**
   * Models of this plan, each begun with another seed, on held-out examples: each alone, and all together with the mean of
   * their probabilities. Each is a row of numbers that begins with its weights.
   */
  async together(members: readonly Float32Array[]): Promise<Ensemble> {
    const { config } = this.lessons;
    const batch = this.lessons.test(pooledOn);
    const said: Float32Array[] = [];
    for (const numbers of members) {
      const still = new Still(config, this.steps, numbers.slice(0, this.trainer.packing.size));
      const { logits } = await still.see(batch, ["logits"]).finally(() => still.dispose());
      if (!logits) throw new Error("The forward pass gave no logits.");
      said.push(logits.data);
    }
    const outputs = outputSize(config);
    const score = (logits: Float32Array) => scoreOf(batch, logits, outputs);
    return { members: said.map(score), together: score(pooled(said, outputs)) };
  }

  /** What is kept of this step; null where it is none of those that are. */
  async moment(): Promise<Moment | null> {
    if (!this.moments.has(this.steps)) return null;
    const { step, numbers } = await this.trainer.save();
    return { step, weights: numbers.slice(0, this.trainer.packing.size), groups: [...this.lastGroups] };
  }

  /** Whether the step that comes leads to a moment that is kept. */
  get nearMoment(): boolean {
    return this.moments.has(this.steps + 1);
  }

  save(): Promise<TrainerState> {
    return this.trainer.save();
  }

  /** The model as it stands, or with the weights of a moment, as the explorer opens it. */
  async files(weights: Float32Array | null): Promise<TrainedFiles> {
    const { lessons, trainer } = this;
    const numbers = weights ?? (await trainer.save()).numbers;
    return filesOf(lessons, unpack(trainer.packing, numbers));
  }

  dispose(): void {
    this.trainer.dispose();
  }
}

/** In the order in which they are worth trying. */
function likelyReason({ model, schedule, optimiser }: Plan): DivergenceReason {
  if (model.norm === "post" && schedule.warmUp === 0) return "noWarmUp";
  return optimiser.clip === null ? "noClip" : "rate";
}
