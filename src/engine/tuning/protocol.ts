/** What crosses between the page and the worker that fine-tunes: plain data only. */
import type { TrainedFiles } from "../../model/training/files";
import type { Goal, TuningPlan } from "../../model/tuning/plan";
import type { LoraMatrices, TuningCosts, TuningLook, TuningProgress, TuningVectors } from "../../model/tuning/progress";
import type { TuningTexts } from "../../model/tuning/texts";
import type { Backend, ModelSource, Problem } from "../protocol";
import type { TrainerState } from "../training/protocol";

/** All that a run needs to go on later as if it had never stopped; its numbers are those of what is learned. */
export interface TunerState extends TrainerState {
  /** Tells the base and the texts from others: with those it would be another run. */
  readonly origin: number;
}

export interface TuningApi {
  /** Loads the model that is tuned for a goal, told in bytes; → null, or why it cannot. Once for each goal. */
  open(
    backend: Backend,
    goal: Goal,
    source: ModelSource,
    texts: TuningTexts,
    received: (bytes: number) => void,
  ): Promise<Problem | null>;
  /**
   * Begins a run in place of the last one, or goes on with one from its state, of a goal whose model was opened; → null, or
   * why it cannot. Tells how things stand, and waits for `play`.
   */
  begin(plan: TuningPlan, state: TunerState | null, tell: (progress: TuningProgress) => void): Promise<Problem | null>;
  /** What a plan would cost; nothing is begun. */
  costs(plan: TuningPlan): Promise<TuningCosts>;
  /** Goes on until the plan's steps are done or `pause` is called; resolves when it is so. */
  play(): Promise<void>;
  /** Resolves when nothing more is told. */
  pause(): Promise<void>;
  /** The same, without a last score. */
  stop(): Promise<void>;
  /** A single step, scored after it; resolves when it is told of. */
  once(): Promise<void>;
  /** The state between two steps; null where there is no run, or its loss was no number. */
  save(): Promise<TunerState | null>;
  look(text: string): Promise<TuningLook>;
  vectors(): Promise<TuningVectors>;
  /** Of a weight that LoRA stands beside; else null. */
  lora(weight: string): Promise<LoraMatrices | null>;
  /** The model in a state of a run of this plan, merged, as the explorer opens it; or why it cannot be made. */
  files(plan: TuningPlan, state: TunerState): Promise<TrainedFiles | Problem>;
}
