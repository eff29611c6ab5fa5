/**
 * A model in training: a forward pass, its gradient and a step of the optimiser at a time. Owns the memory of the weights
 * and of what the optimiser keeps of them. Knows nothing of tasks, workers or when to stop.
 */
import {
  concat,
  dispose,
  engine,
  keep,
  memory,
  type Scalar,
  type Tensor,
  tensor1d,
  tidy,
  zerosLike,
} from "@tensorflow/tfjs-core";
import { type ModelConfig, outputSize } from "../../model/config";
import { Fault } from "../../model/fault";
import { run } from "../../model/operations/kernels";
import { type Parameters, randomNumbers } from "../../model/parameters";
import type { Batch } from "../../model/training/batch";
import "../../model/training/gradients";
import { crossEntropy, wantedShares } from "../../model/training/loss";
import { type Dropout, trainingOperations } from "../../model/training/operations";
import { type Optimiser, optimise, slots } from "../../model/training/optimiser";
import { type Packing, pack, tensorsOf } from "../../model/training/packing";
import { rateAt, type Schedule } from "../../model/training/schedule";
import {
  everyWeight,
  givenOf,
  logitsOf,
  type Onlooked,
  type Parametrisation,
  readWeight,
  type Seen,
  seePass,
} from "./pass";
import type { TrainerState } from "./protocol";

export interface TrainerSettings {
  readonly optimiser: Optimiser;
  readonly schedule: Schedule;
  /** That a cell of a sublayer's output becomes 0. */
  readonly dropout: number;
  /** ε of label smoothing. */
  readonly smoothing: number;
  /** Of dropout. */
  readonly seed: number;
  /** Weights that no step changes, by name; none where it is absent. */
  readonly frozen?: (weight: string) => boolean;
}

/** What one step did, in the order of the packing; the states before and after it begin with the weights. */
export interface StepNumbers {
  readonly rate: number;
  readonly before: Float32Array;
  /** Of the loss, before it is clipped. */
  readonly gradient: Float32Array;
  readonly after: Float32Array;
}

export class Trainer implements Onlooked {
  private readonly parametrisation: Parametrisation;
  private readonly config: ModelConfig;
  private readonly settings: TrainerSettings;
  /** 1 for the weights that decay. */
  private readonly decayed: Tensor;
  private state: Tensor;
  private taken: number;
  private held = 0;

  /**
   * Starts with these weights, or goes on from where a trainer of the same model and optimiser was. All weights are learned
   * unless a parametrisation says otherwise. Throws a Fault for a state that is none of theirs.
   */
  constructor(
    config: ModelConfig,
    settings: TrainerSettings,
    from: Parameters | TrainerState,
    parametrisation: Parametrisation = everyWeight(config),
  ) {
    this.config = config;
    this.settings = settings;
    this.parametrisation = parametrisation;
    const { places, size } = this.packing;
    const rows = 1 + slots[settings.optimiser.kind];
    const numbers = new Float32Array(rows * size);
    if ("numbers" in from) {
      const found = from.numbers.length;
      if (found !== numbers.length) throw new Fault("fault.training.state", { found, needed: numbers.length });
      numbers.set(from.numbers);
    } else numbers.set(pack(this.packing, from));
    this.taken = "numbers" in from ? from.step : 0;
    const matrices = new Float32Array(size);
    for (const { shape, from, size } of places) if (shape.length === 2) matrices.fill(1, from, from + size);
    this.state = keep(tensor1d(numbers));
    this.decayed = keep(tensor1d(matrices));
  }

  get packing(): Packing {
    return this.parametrisation.packing;
  }

  /** Steps taken so far. */
  get steps(): number {
    return this.taken;
  }

  /** One step; → the loss before it, in nats. What it did is read back for `each`, where that is given. */
  async step(batch: Batch, each?: (done: StepNumbers) => void): Promise<number> {
    const { optimiser, schedule, smoothing, frozen } = this.settings;
    const [step, before] = [this.taken, this.state];
    const rate = rateAt(schedule, step);
    const still = this.packing.places.map(({ name }) => frozen?.(name) ?? false);
    const { loss, gradient, after } = tidy(() => {
      const op = trainingOperations(dropoutOf(this.settings, step));
      const wanted = wantedShares(batch, outputSize(this.config), smoothing);
      const given = givenOf(batch, this.config);
      const weights = tensorsOf(this.packing, before);
      const { value, grads } = engine().gradients(
        () => crossEntropy(logitsOf(op, this.config, this.parametrisation, weights, given), wanted) as Scalar,
        weights,
        undefined,
        true,
      );
      // A weight on which no prediction depends has no slope.
      const slopes = weights.map((weight, index) => flat((!still[index] && grads[index]) || zerosLike(weight)));
      const gradient = concat(slopes, 0);
      this.held = memory().numBytes;
      return { loss: value, gradient, after: optimise(optimiser, { rate, step }, before, gradient, this.decayed) };
    });
    this.state = keep(after);
    this.taken += 1;
    const value = (await loss.data())[0] ?? Number.NaN;
    if (each) {
      const [old, slope, fresh] = await Promise.all([before, gradient, after].map(read));
      if (old && slope && fresh) each({ rate, before: old, gradient: slope, after: fresh });
    }
    dispose([loss, gradient, before]);
    return value;
  }

  /** Bytes of all tensors when the last step held the most: every value of its pass, and the slopes. */
  get bytesHeld(): number {
    return this.held;
  }

  see(batch: Batch, names: readonly string[]): Promise<Readonly<Record<string, Seen>>> {
    return seePass(this.config, this.parametrisation, this.state, batch, names);
  }

  weight(name: string): Promise<Seen> {
    return readWeight(this.packing, this.state, name);
  }

  /** What another trainer can go on from. */
  async save(): Promise<TrainerState> {
    return { step: this.taken, numbers: Float32Array.from(await read(this.state)) };
  }

  /** Frees every tensor. */
  dispose(): void {
    dispose([this.state, this.decayed]);
  }
}

/** Of the step after `step` others; a stream of its own for each, so that a run that goes on later drops the same cells. */
export function dropoutOf({ dropout, seed }: TrainerSettings, step: number): Dropout | null {
  return dropout > 0 ? { probability: dropout, random: randomNumbers(seed + 7919 * (step + 1)) } : null;
}

function flat(x: Tensor): Tensor {
  return run("Reshape", { x }, { shape: [x.size] });
}

async function read(tensor: Tensor): Promise<Float32Array> {
  return (await tensor.data()) as Float32Array;
}
