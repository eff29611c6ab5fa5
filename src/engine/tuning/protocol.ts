/** What crosses between the page and the worker that fine-tunes: plain data only. */
import type { TrainedFiles } from "../../model/training/files";
import type { Goal, TuningPlan } from "../../model/tuning/plan";
import type { LoraMatrices, TuningCosts, TuningLook, TuningProgress, TuningVectors } from "../../model/tuning/progress";
import type { TuningTexts } from "../../model/tuning/texts";
import type { Backend, ModelSource, Problem } from "../protocol";

export interface TuningApi {
  /** Loads the model that is tuned for a goal; → null, or why it cannot. Once for each goal. */
  open(backend: Backend, goal: Goal, source: ModelSource, texts: TuningTexts): Promise<Problem | null>;
  /** Begins a run in place of the last one, of a goal whose model was opened; tells how things stand before any step. */
  begin(plan: TuningPlan, tell: (progress: TuningProgress) => void): Promise<TuningCosts>;
  /** What a plan would cost; nothing is begun. */
  costs(plan: TuningPlan): Promise<TuningCosts>;
  /** Goes on until the plan's steps are done or `pause` is called; resolves when it is so. */
  play(): Promise<void>;
  /** Resolves when nothing more is told. */
  pause(): Promise<void>;
  look(text: string): Promise<TuningLook>;
  vectors(): Promise<TuningVectors>;
  /** Of a weight that LoRA stands beside; else null. */
  lora(weight: string): Promise<LoraMatrices | null>;
  /** The model as it stands, merged, as the explorer opens it. */
  files(): Promise<TrainedFiles>;
}
