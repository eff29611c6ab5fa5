/** What the panels on fine-tuning show, and what can be done there: types only. */
import type { Problem } from "../../engine/protocol";
import type { Start } from "../../model/tuning/measuredGrid";
import type { Goal, TuningPlan } from "../../model/tuning/plan";
import type {
  LoraMatrices,
  TuningCosts,
  TuningLook,
  TuningProgress,
  TuningScore,
  TuningVectors,
} from "../../model/tuning/progress";
import type { ModelEntry } from "../models";

export interface TuningPoint {
  readonly step: number;
  /** Of the batches since the last point; null before the first step. */
  readonly loss: number | null;
  /** null where it was not the turn of scoring. */
  readonly score: TuningScore | null;
}

/** A run that was begun in this visit. */
export interface TuningRun {
  readonly id: string;
  readonly plan: TuningPlan;
  readonly costs: TuningCosts;
  /** The first has step 0, and tells how things stand before any step. */
  readonly points: readonly TuningPoint[];
  readonly latest: TuningProgress | null;
  /** Of all steps so far, without scoring. */
  readonly seconds: number;
}

/** One small run of the grid, done. */
export interface GridRun {
  readonly labels: number;
  readonly start: Start;
  readonly seed: number;
  readonly accuracy: number;
  readonly seconds: number;
}

export interface TuningGridState {
  readonly runs: readonly GridRun[];
  /** Runs in all, done and to come. */
  readonly wanted: number;
  /** Of the run at hand; null while none is. */
  readonly step: number | null;
}

export interface TuningState {
  /** What the next run will do: free while no step is being taken. */
  readonly plan: TuningPlan;
  /** `idle`: nothing goes on, though the last run may be looked at; `grid`: small runs are made one after another. */
  readonly status: "idle" | "loading" | "paused" | "running" | "grid";
  /** Goals whose base is in the worker. */
  readonly opened: readonly Goal[];
  /** Of the plan; null while its base is not in the worker. */
  readonly costs: TuningCosts | null;
  /** At hand, or the last one. */
  readonly run: TuningRun | null;
  /** Whether the worker still has that run. */
  readonly held: boolean;
  /** Runs of this visit that came to an end, in the order in which they were begun. */
  readonly ended: readonly TuningRun[];
  readonly grid: TuningGridState;
  /** Why something could not be done; "died" where the worker ended. */
  readonly problem: Problem | "died" | null;
}

export interface TuningActions {
  setPlan(plan: TuningPlan): void;
  /** Fetches the base of the plan's goal, so that its costs are known. */
  load(): Promise<void>;
  /** Begins a run of the plan; it goes on by itself. */
  start(): Promise<void>;
  play(): Promise<void>;
  pause(): Promise<void>;
  /** Ends the run where it stands; it can still be looked at. */
  stop(): Promise<void>;
  /** Small runs of these plans, one after another. */
  startGrid(plans: readonly TuningPlan[]): Promise<void>;
  stopGrid(): Promise<void>;
  /** These four only while no step is being taken; null where the worker has no run. */
  look(text: string): Promise<TuningLook | null>;
  vectors(): Promise<TuningVectors | null>;
  lora(weight: string): Promise<LoraMatrices | null>;
  model(): Promise<ModelEntry | null>;
}
