/** Runs of fine-tuning, for as long as the visit lasts: what is shown of them, and what can be done. */
import { createStore } from "zustand";
import type { Backend, ModelSource } from "../../engine/protocol";
import { firstTuningPlan, type TuningPlan } from "../../model/tuning/plan";
import type { TuningProgress } from "../../model/tuning/progress";
import type { TuningTexts } from "../../model/tuning/texts";
import type { TuningConnection } from "./connection";
import { tunedEntry } from "./entry";
import { runGrid } from "./grid";
import { heardBy } from "./run";
import type { TuningActions, TuningRun, TuningState } from "./state";

interface Parts {
  readonly connect: (died: () => void) => TuningConnection;
  readonly backend: () => Backend;
  /** Of a shipped model; null where it is not among the models. */
  readonly source: (base: TuningPlan["goal"]) => ModelSource | null;
  readonly texts: TuningTexts;
}

export type TuningStore = ReturnType<typeof createTuning>;

export function createTuning({ connect, backend, source, texts }: Parts) {
  let connection: TuningConnection | null = null;
  let gridWanted = false;

  return createStore<TuningState & TuningActions>()((set, get) => {
    /** The worker has ended, or answers no more as it should: what it told of stays. */
    const lose = (from: TuningConnection) => {
      if (connection !== from) return;
      from.close();
      connection = null;
      gridWanted = false;
      set({ status: "idle", opened: [], costs: null, held: false, problem: "died" });
    };

    /** What is asked of the worker; null where it fails, which ends it. */
    const asked = async <T>(work: (own: TuningConnection) => Promise<T>): Promise<T | null> => {
      const own = connection;
      if (!own) return null;
      try {
        const found = await work(own);
        return connection === own ? found : null;
      } catch {
        lose(own);
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
        const own: TuningConnection = connect(() => lose(own));
        connection = own;
      }
      if (get().opened.includes(goal)) return true;
      const answer = await asked(async ({ api }) => ({ problem: await api.open(backend(), goal, from, texts) }));
      if (!answer) return false;
      set(answer);
      if (answer.problem) return false;
      set({ opened: [...get().opened, goal] });
      return true;
    };

    /** Puts the run at hand among those that have ended, in place of what stood there of it. */
    const record = (run: TuningRun) => {
      if ((run.latest?.step ?? 0) === 0) return;
      set({ ended: [...get().ended.filter(({ id }) => id !== run.id), run] });
    };

    const heard = (id: string) => (progress: TuningProgress) => {
      const { run, status } = get();
      if (run?.id !== id) return;
      const next = heardBy(run, progress);
      set({ run: next });
      if (progress.over) set({ status: "idle" });
      // What is told of a stopped run may come after the stop.
      if (progress.over || status === "idle") record(next);
    };

    const begin = async (plan: TuningPlan): Promise<boolean> => {
      const id = crypto.randomUUID();
      const costs = await asked(({ api }) => api.costs(plan));
      if (!costs) return false;
      set({ run: { id, plan, costs, points: [], latest: null, seconds: 0 }, held: true, costs });
      return (await asked(({ api }) => api.begin(plan, heard(id)))) !== null;
    };

    const free = () => get().status === "idle" || get().status === "paused";

    return {
      plan: firstTuningPlan("classes", "full"),
      status: "idle",
      opened: [],
      costs: null,
      run: null,
      held: false,
      ended: [],
      grid: { runs: [], wanted: 0, step: null },
      problem: null,
      setPlan(plan) {
        if (get().status !== "idle") return;
        set({ plan });
        void refreshCosts();
      },
      async load() {
        if (get().status !== "idle") return;
        set({ status: "loading", problem: null });
        if (await opened(get().plan)) await refreshCosts();
        if (get().status === "loading") set({ status: "idle" });
      },
      async start() {
        if (get().status !== "idle") return;
        const { plan } = get();
        set({ status: "loading", problem: null });
        if ((await opened(plan)) && (await begin(plan)) && get().status === "loading") {
          set({ status: "paused" });
          await get().play();
        } else if (get().status === "loading") set({ status: "idle" });
      },
      async play() {
        if (get().status !== "paused") return;
        set({ status: "running" });
        await asked(({ api }) => api.play());
      },
      async pause() {
        if (get().status !== "running") return;
        await asked(({ api }) => api.pause());
        if (get().status === "running") set({ status: "paused" });
      },
      async stop() {
        await get().pause();
        const { run, status } = get();
        if (status !== "paused" || !run) return;
        set({ status: "idle" });
        record(run);
      },
      async startGrid(plans) {
        const [first] = plans;
        if (get().status !== "idle" || !first) return;
        set({ status: "grid", problem: null, held: false, grid: { runs: [], wanted: plans.length, step: 0 } });
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
        set({ grid: { ...get().grid, step: null } });
        if (get().status === "grid") set({ status: "idle" });
      },
      async stopGrid() {
        gridWanted = false;
        await asked(({ api }) => api.pause());
      },
      look: async (text) => (free() && get().held ? asked(({ api }) => api.look(text)) : null),
      vectors: async () => (free() && get().held ? asked(({ api }) => api.vectors()) : null),
      lora: async (weight) => (free() && get().held ? asked(({ api }) => api.lora(weight)) : null),
      async model() {
        const { run, held } = get();
        if (!run || !held || !free()) return null;
        const files = await asked(({ api }) => api.files());
        return files && tunedEntry(run.id, run.plan, run.latest?.step ?? 0, files);
      },
    };
  });
}
