/** What the panels on fine-tuning show, and what can be done there: types only. */
import type { Problem } from "../../engine/protocol";
import type { Start } from "../../model/tuning/measuredGrid";
import type { Goal, TuningPlan } from "../../model/tuning/plan";
import type { LoraMatrices, TuningCosts, TuningLook, TuningVectors } from "../../model/tuning/progress";
import type { ModelEntry } from "../models";
import type { Ended } from "../runs/ended";
import type { SavedActions, SavedState } from "../runs/saved";
import type { SavedTuning, TuningRun } from "./runs";

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
  /** Whether it was told to end, and has not yet. */
  readonly stopping: boolean;
}

export interface TuningState extends SavedState<SavedTuning> {
  /** What the next run will do: free while no step is being taken. */
  readonly plan: TuningPlan;
  /** `idle`: nothing goes on, though the last run may be looked at; `grid`: small runs are made one after another. */
  readonly status: "idle" | "loading" | "paused" | "running" | "grid";
  /** What the run at hand was asked for and has not done yet: the step that goes on is finished, and scored. */
  readonly waiting: "pause" | "once" | "stop" | null;
  /** How much of a base has come, in bytes; null while none is fetched. */
  readonly loading: { readonly goal: Goal; readonly received: number } | null;
  /** Goals whose base is in the worker. */
  readonly opened: readonly Goal[];
  /** Of the plan; null while its base is not in the worker. */
  readonly costs: TuningCosts | null;
  /** At hand, or the last one. */
  readonly run: TuningRun | null;
  /** Whether the worker still has that run. */
  readonly held: boolean;
  /** Runs beside each other: those of this visit as they end, and saved ones that were put there. */
  readonly compared: readonly TuningRun[];
  readonly grid: TuningGridState;
  /** Why something could not be done, or why the worker ended. */
  readonly problem: Problem | Ended | null;
}

export interface TuningActions extends SavedActions<SavedTuning> {
  setPlan(plan: TuningPlan): void;
  /** Fetches the base of the plan's goal, so that its costs are known. */
  load(): Promise<void>;
  /** Begins a run of the plan; it goes on by itself. */
  start(): Promise<void>;
  play(): Promise<void>;
  pause(): Promise<void>;
  /** A single step. */
  once(): Promise<void>;
  /** Ends the run where it stands; it can still be looked at. */
  stop(): Promise<void>;
  /** Goes on with a saved run, paused at first. */
  resume(run: SavedTuning): Promise<void>;
  /** What was asked for last, and could not be had, once more. */
  again(): Promise<void>;
  /** Puts a run beside the others, or takes it away from there. */
  compare(run: TuningRun): void;
  /** Small runs of these plans, one after another. */
  startGrid(plans: readonly TuningPlan[]): Promise<void>;
  stopGrid(): Promise<void>;
  /** These only while no step is being taken; null where the worker has no run. */
  look(text: string): Promise<TuningLook | null>;
  vectors(): Promise<TuningVectors | null>;
  lora(weight: string): Promise<LoraMatrices | null>;
  model(): Promise<ModelEntry | null>;
}
