/** What crosses between the page and the worker that trains: plain data only. */
import type { Apart, ApartCell, ApartValue, ApartValueCell, ApartWeight } from "../../model/training/apart";
import type { TrainedFiles } from "../../model/training/files";
import type { Plan } from "../../model/training/plan";
import type { Ensemble, Examined, Progress } from "../../model/training/progress";
import type { Backend, Problem } from "../protocol";

/** All that a trainer needs to go on later as if it had never stopped. */
export interface TrainerState {
  /** Steps that were taken. */
  readonly step: number;
  /** [(1 + slots) · N]: the weights, and after them what the optimiser keeps of each. */
  readonly numbers: Float32Array<ArrayBuffer>;
}

export interface TrainingApi {
  /** Starts a run anew, or goes on from a state, with the file of digits where its task needs them; → null, or why it cannot. Tells how things stand, and waits for `play`. */
  start(
    backend: Backend,
    plan: Plan,
    state: TrainerState | null,
    digits: Uint8Array<ArrayBuffer> | null,
    tell: (progress: Progress) => void,
  ): Promise<Problem | null>;
  play(): Promise<void>;
  /** Resolves when nothing more is told. */
  pause(): Promise<void>;
  /** A single step. */
  once(): Promise<void>;
  /** The state between two steps. */
  save(): Promise<TrainerState>;
  /** How the model did after `step` steps, whose weights [N] were kept. */
  look(step: number, weights: Float32Array): Promise<Examined>;
  /** How models of the run's plan do together; each is a row of numbers that begins with its weights. */
  together(members: readonly Float32Array[]): Promise<Ensemble>;
  /** The last single step, taken apart; null before one. */
  apart(): Promise<Apart | null>;
  apartWeight(name: string): Promise<ApartWeight | null>;
  apartCell(name: string, index: number): Promise<ApartCell | null>;
  apartValue(path: string): Promise<ApartValue | null>;
  apartValueCell(path: string, index: number): Promise<ApartValueCell | null>;
  /** The model as it stands, or with the weights of a moment, as files. */
  files(weights: Float32Array | null): Promise<TrainedFiles>;
}
