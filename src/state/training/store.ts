/** What the training page shows, and what can be done to it. Apart from the explorer's store: neither needs the other. */
import { createStore } from "zustand";
import type { Backend, Problem } from "../../engine/protocol";
import { firstPlan, type Plan, problemOf } from "../../model/training/plan";
import type { Examined, Moment, Point, Progress } from "../../model/training/progress";
import type { ModelEntry } from "../models";
import type { TrainingConnection } from "./connection";
import { withPoint } from "./curve";
import { entryOf } from "./entry";
import { memoryRuns } from "./memoryRuns";
import type { RunStore, SavedRun } from "./runs";

export interface Look extends Omit<Moment, "weights"> {
  readonly examined: Examined;
}

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
  /** Steps of the run at hand that can be gone back to, ascending. */
  readonly moments: readonly number[];
  /** The moment that the figures show; null where they show the run as it stands. */
  readonly look: Look | null;
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
  /** Shows how the run stood at one of its moments; null: as it stands. */
  lookAt(step: number | null): Promise<void>;
  /** The model of the moment that is shown as the explorer opens it; null where there is none. */
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
  let storing = true;
  const store: Promise<RunStore> = openRuns().catch(() => {
    storing = false;
    return memoryRuns();
  });
  /** The moment that is asked for last. */
  let wanted: number | null = null;
  let looking: Promise<void> | null = null;

  return createStore<TrainingState & TrainingActions>()((set, get) => {
    const refresh = async () => {
      const saved = await (await store).list().catch(() => []);
      set({ saved, storing });
    };
    void refresh();

    const keepMoment = async (moment: Moment) => {
      const own = id;
      const kept = await (await store).keep(own, moment).then(
        () => true,
        // The storage may be full: then this moment cannot be gone back to.
        () => false,
      );
      const { moments } = get();
      if (kept && own === id && !moments.includes(moment.step)) set({ moments: [...moments, moment.step] });
    };

    const momentOf = async (step: number): Promise<Moment | null> => (await store).moment(id, step).catch(() => null);

    /** One look at a time, and always the last that was asked for. */
    const follow = async () => {
      while (wanted !== (get().look?.step ?? null)) {
        const [step, from] = [wanted, connection];
        if (step === null || !from) {
          set({ look: null });
          return;
        }
        const moment = await momentOf(step);
        const examined = moment && (await from.api.look(step, moment.weights));
        if (connection !== from) return;
        if (!examined) wanted = null;
        else if (wanted === step) set({ look: { step, groups: moment.groups, examined } });
      }
    };

    const save = async () => {
      if (!connection || !get().latest || get().latest?.ending?.kind === "diverged") return;
      lastSaved = Date.now();
      const state = await connection.api.save();
      const { plan, points, saved } = get();
      const name = saved.find((run) => run.id === id)?.name ?? "";
      const run = { id, name, saved: lastSaved, plan, points: [...points], state };
      await (await store).write(run).catch(() => undefined);
      await refresh();
    };

    const heard = (from: TrainingConnection) => (progress: Progress) => {
      if (connection !== from) return;
      const { points, examined } = get();
      set({ latest: progress, points: withPoint(points, progress.point), examined: progress.examined ?? examined });
      if (progress.moment) void keepMoment(progress.moment);
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
      wanted = null;
      const moments = from ? await (await store).moments(id).catch(() => []) : [];
      const before = { points: from?.points ?? [], moments };
      set({ plan, status: "starting", ...before, latest: null, examined: null, look: null, problem: null });
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
      moments: [],
      look: null,
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
        set({ status: "idle", latest: null, examined: null, points: [], moments: [], look: null });
      },
      async resume(run) {
        if (connection) await get().stop();
        await open(run.plan, run);
      },
      async lookAt(step) {
        wanted = step;
        looking ??= follow().finally(() => {
          looking = null;
        });
        await looking;
      },
      async model() {
        const { plan, latest, look } = get();
        const moment = look && (await momentOf(look.step));
        const files = await connection?.api.files(moment?.weights ?? null);
        const step = moment?.step ?? latest?.point.step ?? 0;
        return files ? entryOf(`trained-${id.slice(0, 8)}`, plan, step, files) : null;
      },
      async remove(run) {
        await (await store).remove(run);
        await refresh();
      },
    };
  });
}
