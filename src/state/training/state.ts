/** The training page's state and what can be done to it: types only. */
import type { Backend, Problem } from "../../engine/protocol";
import type { Apart, ApartCell, ApartValue, ApartValueCell, ApartWeight } from "../../model/training/apart";
import type { Plan } from "../../model/training/plan";
import type { Ensemble, Examined, Moment, Point, Progress } from "../../model/training/progress";
import type { ModelEntry } from "../models";
import type { Ended } from "../runs/ended";
import type { SavedActions, SavedState } from "../runs/saved";
import type { SavedRun } from "./runs";

export interface Look extends Omit<Moment, "weights"> {
  readonly examined: Examined;
}

/** A run whose curves are drawn beside those of the run at hand. */
export interface Compared extends Pick<SavedRun, "id" | "name" | "plan"> {
  readonly points: readonly Point[];
}

/** Runs of one plan with different seeds, and how they do together. */
export interface Seeds extends Ensemble {
  readonly plans: readonly Plan[];
}

export interface TrainingState extends SavedState<SavedRun> {
  /** Of the run at hand, or of the last one. */
  readonly id: string;
  /** Of the run at hand; free to be changed while there is none. */
  readonly plan: Plan;
  /** What computes the run at hand. */
  readonly backend: Backend | null;
  readonly status: "idle" | "starting" | "paused" | "running" | "over";
  readonly points: readonly Point[];
  readonly latest: Progress | null;
  /** The last that was told of. */
  readonly examined: Examined | null;
  /** Why the last run could not start ("digits": they could not be fetched), or why its worker ended. */
  readonly problem: Problem | "digits" | Ended | null;
  /** In the order in which they were added. */
  readonly compared: readonly Compared[];
  /** The last step that was taken apart, until the run goes on. */
  readonly apart: Apart | null;
  /** What is trained after the run at hand, one after another. */
  readonly queue: readonly Plan[];
  readonly seeds: Seeds | null;
  /** Steps of the run at hand that can be gone back to, ascending. */
  readonly moments: readonly number[];
  /** The moment that the figures show; null where they show the run as it stands. */
  readonly look: Look | null;
}

export interface TrainingActions extends SavedActions<SavedRun> {
  setPlan(plan: Plan): void;
  /** Starts a run of the plan; it goes on by itself. */
  start(): Promise<void>;
  /** Puts the run at hand away, and trains these one after another, their curves beside each other. */
  startAll(plans: readonly Plan[]): Promise<void>;
  /** The plan from `count` seeds, the next whole numbers from its own; scored together at the end. */
  startSeeds(count: number): Promise<void>;
  /** Draws a run beside the others, or no longer. */
  compare(run: Compared): void;
  play(): Promise<void>;
  pause(): Promise<void>;
  once(): Promise<void>;
  /** Saves the run and puts it away; the plan can be changed again. */
  stop(): Promise<void>;
  /** Goes on with a saved run, paused at first. */
  resume(run: SavedRun): Promise<void>;
  /** A single step, taken apart. */
  takeApart(): Promise<void>;
  apartWeight(name: string): Promise<ApartWeight | null>;
  apartCell(name: string, index: number): Promise<ApartCell | null>;
  apartValue(path: string): Promise<ApartValue | null>;
  apartValueCell(path: string, index: number): Promise<ApartValueCell | null>;
  /** Shows how the run stood at one of its moments; null: as it stands. */
  lookAt(step: number | null): Promise<void>;
  /** The model of the moment that is shown as the explorer opens it; null where there is none. */
  model(): Promise<ModelEntry | null>;
}
