/** One run of training: a plan carried out step by step, and what it tells of itself. Knows nothing of workers or of time. */
import type { TextConfig } from "../../model/config";
import { Data } from "../../model/training/data";
import { pooled } from "../../model/training/ensemble";
import { filesOf, type TrainedFiles } from "../../model/training/files";
import { type Group, groupsOf } from "../../model/training/groups";
import { initialParameters } from "../../model/training/initial";
import { momentsOf } from "../../model/training/moments";
import { unpack } from "../../model/training/packing";
import { configOf, isFrozen, type Plan } from "../../model/training/plan";
import type { DivergenceReason, Ending, Ensemble, Examined, Moment } from "../../model/training/progress";
import { rateAt } from "../../model/training/schedule";
import { scoreOf } from "../../model/training/score";
import { type Example, type TrainingTask, taskOf } from "../../model/training/tasks";
import { StepApart } from "./apart";
import { examine } from "./examine";
import type { TrainerState } from "./protocol";
import { Still } from "./still";
import { type StepNumbers, Trainer, type TrainerSettings } from "./trainer";

/** Examples that a run is examined on. */
const heldOut = 64;
/** Examples that an ensemble is scored on: its gain is small. */
const pooledOn = 256;

export class TrainingRun {
  readonly plan: Plan;
  readonly config: TextConfig;
  readonly data: Data;
  readonly task: TrainingTask;
  private readonly trainer: Trainer;
  private readonly settings: TrainerSettings;
  private lastApart: StepApart | null = null;
  private readonly examples: readonly Example[];
  private readonly moments: ReadonlySet<number>;
  private over: Ending | null = null;
  private lastGroups: readonly Group[] = [];

  /** Starts anew, or goes on from where a run of the same plan was. Throws a Fault for a text that is too short. */
  constructor(plan: Plan, from: TrainerState | null) {
    this.plan = plan;
    this.task = taskOf(plan.task, plan.text);
    this.config = configOf(plan, this.task);
    this.data = new Data(plan, this.task);
    this.examples = this.data.heldOut(heldOut);
    const { optimiser, schedule, dropout, smoothing, seed, model } = plan;
    const frozen = (name: string) => isFrozen(plan, name);
    this.settings = { optimiser: { ...optimiser, epsilon: 1e-8 }, schedule, dropout, smoothing, seed, frozen };
    const first = initialParameters(this.config, seed, model.initialScale);
    for (const [name, { data }] of first) if (frozen(name)) data.fill(0);
    this.trainer = new Trainer(this.config, this.settings, from ?? first);
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
    const batch = this.data.batch(step, plan.batch);
    let done: StepNumbers | null = null;
    const keep = (numbers: StepNumbers) => {
      done = numbers;
      this.lastGroups = groupsOf(trainer.packing, numbers);
    };
    const loss = await trainer.step(batch, measured ? keep : undefined);
    const { config, settings } = this;
    const { packing } = trainer;
    this.lastApart = done && new StepApart({ config, settings, packing, batch, step, loss, numbers: done });
    if (!Number.isFinite(loss)) this.over = { kind: "diverged", step: trainer.steps, reason: likelyReason(plan) };
    else if (trainer.steps >= plan.schedule.steps) this.over = { kind: "finished" };
    const cells = (rows: readonly (readonly number[])[]) => rows.length * (rows[0]?.length ?? 0);
    return { loss, tokens: cells(batch.ids) + cells(batch.source ?? []) };
  }

  /** The last step, taken apart; null where it was not measured. */
  get apart(): StepApart | null {
    return this.lastApart;
  }

  examine(): Promise<Examined> {
    return examine(this.trainer, this.config, this.data, this.task, this.examples);
  }

  /** The same of the model as it stood after `step` steps, with weights that were kept. */
  async look(step: number, weights: Float32Array): Promise<Examined> {
    const still = new Still(this.config, step, weights);
    try {
      return await examine(still, this.config, this.data, this.task, this.examples);
    } finally {
      still.dispose();
    }
  }

  /**
   * Models of this plan, each begun with another seed, on held-out examples: each alone, and all together with the mean of
   * their probabilities. Each is a row of numbers that begins with its weights.
   */
  async together(members: readonly Float32Array[]): Promise<Ensemble> {
    const batch = this.data.layOut(this.data.heldOut(pooledOn));
    const said: Float32Array[] = [];
    for (const numbers of members) {
      const still = new Still(this.config, this.steps, numbers.slice(0, this.trainer.packing.size));
      const { logits } = await still.see(batch, ["logits"]).finally(() => still.dispose());
      if (!logits) throw new Error("The forward pass gave no logits.");
      said.push(logits.data);
    }
    const score = (logits: Float32Array) => scoreOf(batch, logits, this.config.vocabulary);
    return { members: said.map(score), together: score(pooled(said, this.config.vocabulary)) };
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
    const { plan, config, task, trainer, examples } = this;
    const numbers = weights ?? (await trainer.save()).numbers;
    return filesOf(plan, config, task, unpack(trainer.packing, numbers), examples.slice(0, 5));
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
