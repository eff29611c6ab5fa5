/** Runs of fine-tuning: what is shown of them, and what can be done. */
import { createStore } from "zustand";
import type { Backend, ModelSource } from "../../engine/protocol";
import { firstTuningPlan, type TuningPlan } from "../../model/tuning/plan";
import type { TuningProgress } from "../../model/tuning/progress";
import type { TuningTexts } from "../../model/tuning/texts";
import { type Ended, endedBy } from "../runs/ended";
import { nothingSaved, savedRuns } from "../runs/saved";
import type { RunStore } from "../runs/storage";
import type { TuningConnection } from "./connection";
import { tunedEntry } from "./entry";
import { runGrid } from "./grid";
import { heardBy, runOf } from "./run";
import type { SavedTuning, TuningRun } from "./runs";
import type { TuningActions, TuningState } from "./state";

interface Parts {
  readonly connect: (ended: (why: Ended) => void) => TuningConnection;
  readonly openRuns: () => Promise<RunStore<SavedTuning>>;
  readonly backend: () => Backend;
  /** Of a shipped model; null where it is not among the models. */
  readonly source: (base: TuningPlan["goal"]) => ModelSource | null;
  readonly texts: TuningTexts;
}

/** A closed tab loses no more than these together, in ms: what may be unsaved, and how often that is looked at. */
const [saving, looking] = [6000, 1000];

export type TuningStore = ReturnType<typeof createTuning>;

export function createTuning({ connect, openRuns, backend, source, texts }: Parts) {
  let connection: TuningConnection | null = null;
  let gridWanted = false;
  let lastSaved = 0;
  /** While a run goes on: scoring may take so long that waiting for its news would be too late. */
  let watch: ReturnType<typeof setInterval> | undefined;
  /** What was asked for last that needs a base. */
  let last: () => Promise<void> = async () => undefined;

  return createStore<TuningState & TuningActions>()((set, get) => {
    /** The worker has ended, answers no more as it should, or (null) is wanted no more: what it told of stays. */
    const lose = (from: TuningConnection, why: Ended | null) => {
      if (connection !== from) return;
      from.close();
      connection = null;
      gridWanted = false;
      clearInterval(watch);
      set({ status: "idle", waiting: null, loading: null, opened: [], costs: null, held: false, problem: why });
    };

    /** What is asked of the worker; null where it fails, which ends it. */
    const asked = async <T>(work: (own: TuningConnection) => Promise<T>): Promise<T | null> => {
      const own = connection;
      if (!own) return null;
      try {
        const found = await work(own);
        return connection === own ? found : null;
      } catch (error) {
        lose(own, endedBy(String(error)));
        return null;
      }
    };

    const refreshCosts = async () => {
      const { plan, opened } = get();
      if (!opened.includes(plan.goal)) {
        set({ costs: null });
        return;
      }
      const costs = await asked(({ api }) => api.costs(plan));
      if (get().plan === plan) set({ costs });
    };

    /** Puts a goal's base into the worker, which is started if there is none; false where that cannot be. */
    const opened = async ({ goal }: TuningPlan): Promise<boolean> => {
      const from = source(goal);
      if (!from) return false;
      if (!connection) {
        const own: TuningConnection = connect((why) => lose(own, why));
        connection = own;
      }
      if (get().opened.includes(goal)) return true;
      set({ loading: { goal, received: 0 } });
      // What has come may be told of after the answer.
      const received = (bytes: number) => get().loading?.goal === goal && set({ loading: { goal, received: bytes } });
      const answer = await asked(async ({ api }) => ({
        problem: await api.open(backend(), goal, from, texts, received),
      }));
      set({ loading: null });
      if (!answer) return false;
      set(answer);
      if (answer.problem) return false;
      set({ opened: [...get().opened, goal] });
      return true;
    };

    const kept = savedRuns<SavedTuning>({
      open: openRuns,
      get,
      set,
      async pack(whole) {
        const { plan, state } = whole.run;
        set({ problem: null });
        last = () => get().load();
        const files = (await opened(plan)) && (await asked(({ api }) => api.files(plan, state)));
        if (!files) return null;
        if (!("kind" in files)) return (await import("./transfer")).packTuning(whole, files);
        set({ problem: files });
        return null;
      },
      unpack: async (...given) => (await import("./transfer")).unpackTuning(...given),
    });

    const save = async () => {
      const id = get().run?.id;
      if (!get().held) return;
      lastSaved = Date.now();
      const state = await asked(({ api }) => api.save());
      const { run, saved } = get();
      if (!state || state.step === 0 || !run || run.id !== id) return;
      const name = saved.find((one) => one.id === id)?.name ?? "";
      await kept.save({ ...run, name, saved: lastSaved, state });
    };

    const saveIfDue = () => {
      if (get().status === "running" && Date.now() - lastSaved > saving) void save();
    };

    /** Puts the run at hand beside the others, in place of what stood there of it. */
    const record = (run: TuningRun) => {
      if ((run.latest?.step ?? 0) === 0) return;
      set({ compared: [...get().compared.filter(({ id }) => id !== run.id), run] });
    };

    const heard = (id: string) => (progress: TuningProgress) => {
      const { run, status } = get();
      if (run?.id !== id) return;
      const next = heardBy(run, progress);
      set({ run: next });
      if (progress.over) set({ status: "idle" });
      // What is told of a stopped run may come after the stop.
      if (progress.over || status === "idle") record(next);
      if (progress.over) void save();
      // Timers of a hidden tab hardly run; its news still come.
      else saveIfDue();
    };

    /** false where it could not begin. */
    const begin = async (plan: TuningPlan, from: SavedTuning | null): Promise<boolean> => {
      const id = from?.id ?? crypto.randomUUID();
      lastSaved = Date.now();
      const costs = await asked(({ api }) => api.costs(plan));
      if (!costs) return false;
      const fresh = { id, plan, points: [], latest: null, seconds: 0 };
      const run: TuningRun = { ...(from ? runOf(from) : fresh), costs };
      set({ run, held: true, costs });
      const state = from?.state ?? null;
      const answer = await asked(async ({ api }) => ({ problem: await api.begin(plan, state, heard(id)) }));
      if (answer?.problem) set({ problem: answer.problem, held: false });
      return answer?.problem === null;
    };

    /** A run of a plan, or of a saved one, where it is paused; false where it is over, or there is none. */
    const paused = async (plan: TuningPlan, from: SavedTuning | null): Promise<boolean> => {
      set({ status: "loading", problem: null });
      const begun = (await opened(plan)) && (await begin(plan, from));
      // It may have been over from the beginning, or its worker may be gone.
      if (get().status !== "loading") return false;
      set({ status: begun ? "paused" : "idle" });
      return begun;
    };

    const pause = async (waiting: "pause" | "stop") => {
      if (get().status !== "running") return;
      set({ waiting });
      await asked(({ api }) => api.pause());
      set({ waiting: null });
      if (get().status !== "running") return;
      set({ status: "paused" });
      await save();
    };

    const free = () => get().status === "idle" || get().status === "paused";

    return {
      plan: firstTuningPlan("classes", "full"),
      status: "idle",
      waiting: null,
      loading: null,
      opened: [],
      costs: null,
      run: null,
      held: false,
      compared: [],
      grid: { runs: [], wanted: 0, step: null, stopping: false },
      problem: null,
      ...nothingSaved,
      setPlan(plan) {
        if (get().status !== "idle") return;
        set({ plan });
        void refreshCosts();
      },
      async load() {
        if (get().status !== "idle") return;
        last = () => get().load();
        set({ status: "loading", problem: null });
        if (await opened(get().plan)) await refreshCosts();
        if (get().status === "loading") set({ status: "idle" });
      },
      async start() {
        if (get().status !== "idle") return;
        last = () => get().start();
        if (await paused(get().plan, null)) await get().play();
      },
      async resume(saved) {
        if (get().status === "paused") await get().stop();
        const current = await kept.current(saved);
        if (get().status !== "idle") return;
        last = () => get().resume(saved);
        set({ plan: current.plan });
        await paused(current.plan, current);
      },
      again: () => last(),
      async play() {
        if (get().status !== "paused") return;
        set({ status: "running" });
        clearInterval(watch);
        watch = setInterval(saveIfDue, looking);
        await asked(({ api }) => api.play());
        clearInterval(watch);
      },
      pause: () => pause("pause"),
      async once() {
        if (get().status !== "paused") return;
        set({ waiting: "once" });
        await asked(({ api }) => api.once());
        set({ waiting: null });
        await save();
      },
      async stop() {
        await pause("stop");
        const { run, status } = get();
        if (status !== "paused" || !run) return;
        set({ status: "idle" });
        record(run);
      },
      async startGrid(plans) {
        const [first] = plans;
        if (get().status !== "idle" || !first) return;
        last = () => get().startGrid(plans);
        const grid = { runs: [], wanted: plans.length, step: 0, stopping: false };
        set({ status: "grid", problem: null, held: false, grid });
        gridWanted = true;
        if (await opened(first)) {
          await asked(({ api }) =>
            runGrid(api, plans, {
              wanted: () => gridWanted,
              step: (step) => set({ grid: { ...get().grid, step } }),
              done: (run) => set({ grid: { ...get().grid, runs: [...get().grid.runs, run] } }),
            }),
          );
          await refreshCosts();
        }
        set({ grid: { ...get().grid, step: null, stopping: false } });
        if (get().status === "grid") set({ status: "idle" });
      },
      async stopGrid() {
        if (get().status !== "grid") return;
        gridWanted = false;
        set({ grid: { ...get().grid, stopping: true } });
        if (!connection || !get().loading) {
          await asked(({ api }) => api.stop());
          return;
        }
        // What is fetched ends with its worker alone.
        lose(connection, null);
        set({ grid: { ...get().grid, step: null, stopping: false } });
      },
      look: async (text) => (free() && get().held ? asked(({ api }) => api.look(text)) : null),
      vectors: async () => (free() && get().held ? asked(({ api }) => api.vectors()) : null),
      lora: async (weight) => (free() && get().held ? asked(({ api }) => api.lora(weight)) : null),
      async model() {
        const { run, held } = get();
        if (!run || !held || !free()) return null;
        const state = await asked(({ api }) => api.save());
        const files = state && (await asked(({ api }) => api.files(run.plan, state)));
        return !files || "kind" in files ? null : tunedEntry(run.id, run.plan, state.step, files);
      },
      compare(run) {
        const { compared } = get();
        const others = compared.filter(({ id }) => id !== run.id);
        set({ compared: others.length < compared.length ? others : [...others, runOf(run)] });
      },
      ...kept.actions,
    };
  });
}
