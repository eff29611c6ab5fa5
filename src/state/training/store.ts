/** What the training page shows, and what can be done to it. Apart from the explorer's store: neither needs the other. */
import { createStore } from "zustand";
import type { Backend, Problem } from "../../engine/protocol";
import { firstPlan, type Plan, problemOf } from "../../model/training/plan";
import type { Examined, Point, Progress } from "../../model/training/progress";
import type { ModelEntry } from "../models";
import type { TrainingConnection } from "./connection";
import { withPoint } from "./curve";
import { entryOf } from "./entry";
import type { RunStore, SavedRun } from "./runs";

export interface TrainingState {
  /** Of the run at hand; free to be changed while there is none. */
  readonly plan: Plan;
  readonly status: "idle" | "starting" | "paused" | "running" | "over";
  readonly points: readonly Point[];
  readonly latest: Progress | null;
  /** The last that was told of. */
  readonly examined: Examined | null;
  /** Why the last run could not start, or "died" where its worker ended. */
  readonly problem: Problem | "died" | null;
  readonly saved: readonly SavedRun[];
  /** False where the browser forbids storage. */
  readonly storing: boolean;
}

export interface TrainingActions {
  setPlan(plan: Plan): void;
  /** Starts a run of the plan; it goes on by itself. */
  start(): Promise<void>;
  play(): Promise<void>;
  pause(): Promise<void>;
  once(): Promise<void>;
  /** Saves the run and puts it away; the plan can be changed again. */
  stop(): Promise<void>;
  /** Goes on with a saved run, paused at first. */
  resume(run: SavedRun): Promise<void>;
  remove(id: string): Promise<void>;
  /** The model of the run at hand as the explorer opens it; null where there is none. */
  model(): Promise<ModelEntry | null>;
}

interface Parts {
  readonly connect: (died: () => void) => TrainingConnection;
  readonly openRuns: () => Promise<RunStore>;
  readonly backend: () => Backend;
}

/** A closed tab loses no more than this, in ms. */
const saving = 8000;

export type Training = ReturnType<typeof createTraining>;

export function createTraining({ connect, openRuns, backend }: Parts) {
  let connection: TrainingConnection | null = null;
  let id = "";
  let lastSaved = 0;
  const store: Promise<RunStore | null> = openRuns().catch(() => null);

  return createStore<TrainingState & TrainingActions>()((set, get) => {
    const refresh = async () => {
      const runs = await store;
      set({ saved: (await runs?.list().catch(() => [])) ?? [], storing: runs !== null });
    };
    void refresh();

    const save = async () => {
      if (!connection || !get().latest || get().latest?.ending?.kind === "diverged") return;
      lastSaved = Date.now();
      const state = await connection.api.save();
      const { plan, points } = get();
      const runs = await store;
      await runs?.write({ id, saved: lastSaved, plan, points: [...points], state }).catch(() => undefined);
      await refresh();
    };

    const heard = (from: TrainingConnection) => (progress: Progress) => {
      if (connection !== from) return;
      const { points, examined } = get();
      set({ latest: progress, points: withPoint(points, progress.point), examined: progress.examined ?? examined });
      if (progress.ending) {
        set({ status: "over" });
        void save();
      } else if (get().status === "running" && Date.now() - lastSaved > saving) void save();
    };

    const open = async (plan: Plan, from: SavedRun | null): Promise<boolean> => {
      connection?.close();
      const own = connect(() => {
        if (connection !== own) return;
        connection = null;
        set({ status: "idle", problem: "died" });
      });
      connection = own;
      id = from?.id ?? crypto.randomUUID();
      lastSaved = Date.now();
      set({ plan, status: "starting", points: from?.points ?? [], latest: null, examined: null, problem: null });
      const problem = await own.api.start(backend(), plan, from?.state ?? null, heard(own));
      if (connection !== own) return false;
      if (problem) {
        own.close();
        connection = null;
        set({ status: "idle", problem });
        return false;
      }
      if (get().status === "starting") set({ status: "paused" });
      return true;
    };

    return {
      plan: firstPlan,
      status: "idle",
      points: [],
      latest: null,
      examined: null,
      problem: null,
      saved: [],
      storing: true,
      setPlan(plan) {
        if (get().status === "idle") set({ plan, problem: null });
      },
      async start() {
        const { plan, status } = get();
        if (status === "idle" && problemOf(plan) === null && (await open(plan, null))) await get().play();
      },
      async play() {
        if (get().status !== "paused") return;
        set({ status: "running" });
        await connection?.api.play();
      },
      async pause() {
        if (get().status !== "running") return;
        // The step at hand is still taken, and told of.
        await connection?.api.pause();
        if (get().status === "running") set({ status: "paused" });
        await save();
      },
      async once() {
        if (get().status === "paused") await connection?.api.once();
      },
      async stop() {
        await connection?.api.pause();
        await save();
        connection?.close();
        connection = null;
        set({ status: "idle", latest: null, examined: null, points: [] });
      },
      async resume(run) {
        if (connection) await get().stop();
        await open(run.plan, run);
      },
      async model() {
        const files = await connection?.api.files();
        const { plan, latest } = get();
        return files ? entryOf(`trained-${id.slice(0, 8)}`, plan, latest?.point.step ?? 0, files) : null;
      },
      async remove(run) {
        await (await store)?.remove(run);
        await refresh();
      },
    };
  });
}
