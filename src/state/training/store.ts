/** What the training page shows, and what can be done to it. Apart from the explorer's store: neither needs the other. */
import { createStore } from "zustand";
import type { Backend } from "../../engine/protocol";
import { readDigits } from "../../model/training/digits";
import { firstPlan, isPicture, type Plan, problemOf } from "../../model/training/plan";
import type { Moment, Progress } from "../../model/training/progress";
import { ownName } from "../models";
import type { Ended } from "../runs/ended";
import { nothingSaved, savedRuns } from "../runs/saved";
import type { RunStore } from "../runs/storage";
import type { TrainingConnection } from "./connection";
import { withPoint } from "./curve";
import { entryOf } from "./entry";
import type { SavedRun } from "./runs";
import type { TrainingActions, TrainingState } from "./state";

interface Parts {
  readonly connect: (ended: (why: Ended) => void) => TrainingConnection;
  readonly openRuns: () => Promise<RunStore<SavedRun>>;
  readonly backend: () => Backend;
  /** The file of digits; rejects where it cannot be had. */
  readonly digits: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** Runs that are drawn beside the one at hand. */
const mostCompared = 5;
/** A closed tab loses no more than this, in ms. */
const saving = 8000;

export type Training = ReturnType<typeof createTraining>;

export function createTraining({ connect, openRuns, backend, digits }: Parts) {
  let connection: TrainingConnection | null = null;
  let lastSaved = 0;
  /** Runs that differ in nothing but their seed, until they are scored. */
  let seeding: string[] | null = null;
  /** The moment that is asked for last. */
  let wanted: number | null = null;
  let looking: Promise<void> | null = null;

  return createStore<TrainingState & TrainingActions>()((set, get) => {
    const kept = savedRuns<SavedRun>({
      open: openRuns,
      get,
      set,
      async pack(run) {
        const { packRun } = await import("./transfer");
        return packRun(run, isPicture(run.run.plan.task) ? await readDigits(await digits()) : null);
      },
      unpack: async (...given) => (await import("./transfer")).unpackRun(...given),
    });

    const compareCurrent = () => {
      const { id, plan, points, saved, compared } = get();
      const name = saved.find((run) => run.id === id)?.name ?? "";
      const others = compared.filter((run) => run.id !== id);
      set({ compared: [...others, { id, name, plan, points }].slice(-mostCompared) });
    };

    /** What stands in the queue is next; after the last of several seeds all of them are scored. */
    const next = async () => {
      const [plan, ...queue] = get().queue;
      if (plan) {
        compareCurrent();
        set({ queue });
        if (await open(plan, null)) await get().play();
      } else if (seeding) await scoreSeeds(seeding);
    };

    const scoreSeeds = async (wanted: readonly string[]) => {
      const from = connection;
      seeding = null;
      const all = new Map(get().saved.map((run) => [run.id, run]));
      const found = wanted.flatMap((run) => all.get(run) ?? []);
      if (!from || found.length < 2) return;
      const scored = await from.api.together(found.map(({ state }) => state.numbers));
      if (connection === from) set({ seeds: { plans: found.map(({ plan }) => plan), ...scored } });
    };

    const keepMoment = async (moment: Moment) => {
      const own = get().id;
      const stored = await (await kept.store).keep(own, moment).then(
        () => true,
        // The storage may be full: then this moment cannot be gone back to.
        () => false,
      );
      const { moments } = get();
      if (stored && connection && own === get().id && !moments.includes(moment.step))
        set({ moments: [...moments, moment.step] });
    };

    const momentOf = async (step: number): Promise<Moment | null> =>
      (await kept.store).moment(get().id, step).catch(() => null);

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
      const from = connection;
      if (!from || !get().latest || get().latest?.ending?.kind === "diverged") return;
      lastSaved = Date.now();
      // A worker whose numbers are gone leaves what was saved before as it is.
      const state = await from.api.save().catch(() => null);
      if (!state || connection !== from) return;
      const { id, plan, points, saved } = get();
      const name = saved.find((run) => run.id === id)?.name ?? "";
      await kept.save({ id, name, saved: lastSaved, plan, points: [...points], state });
    };

    const heard = (from: TrainingConnection) => (progress: Progress) => {
      if (connection !== from) return;
      const { points, examined } = get();
      set({ latest: progress, points: withPoint(points, progress.point), examined: progress.examined ?? examined });
      if (progress.moment) void keepMoment(progress.moment);
      if (progress.ending && get().status !== "over") {
        set({ status: "over" });
        void save().then(next);
      } else if (get().status === "running" && Date.now() - lastSaved > saving) void save();
    };

    const open = async (plan: Plan, from: SavedRun | null): Promise<boolean> => {
      connection?.close();
      const own = connect((why) => {
        if (connection !== own) return;
        own.close();
        connection = null;
        seeding = null;
        // The curves stay to be seen; what only a worker can show does not.
        set({ status: "idle", problem: why, queue: [], moments: [], look: null, apart: null });
      });
      connection = own;
      const id = from?.id ?? crypto.randomUUID();
      seeding?.push(id);
      lastSaved = Date.now();
      wanted = null;
      const moments = from ? await (await kept.store).moments(id).catch(() => []) : [];
      const before = { points: from?.points ?? [], moments };
      const computes = backend();
      set({
        id,
        plan,
        backend: computes,
        status: "starting",
        ...before,
        latest: null,
        examined: null,
        look: null,
        apart: null,
        problem: null,
      });
      const failed = (): "digits" => "digits";
      const file = isPicture(plan.task) ? await digits().catch(failed) : null;
      if (connection !== own) return false;
      const problem =
        file === "digits" ? file : await own.api.start(computes, plan, from?.state ?? null, file, heard(own));
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
      backend: null,
      status: "idle",
      points: [],
      latest: null,
      examined: null,
      problem: null,
      id: "",
      compared: [],
      apart: null,
      queue: [],
      seeds: null,
      moments: [],
      look: null,
      ...nothingSaved,
      setPlan(plan) {
        if (get().status === "idle") set({ plan, problem: null });
      },
      async start() {
        const { plan, status } = get();
        if (status === "idle" && problemOf(plan) === null && (await open(plan, null))) await get().play();
      },
      async startAll(plans) {
        const [plan, ...queue] = plans;
        if (!plan || plans.some((one) => problemOf(one) !== null)) return;
        if (connection) {
          await get().pause();
          compareCurrent();
          await get().stop();
        }
        set({ queue });
        if (await open(plan, null)) await get().play();
      },
      async startSeeds(count) {
        const { plan } = get();
        if (connection) await get().stop();
        seeding = [];
        set({ compared: [], seeds: null });
        await get().startAll(Array.from({ length: count }, (_, member) => ({ ...plan, seed: plan.seed + member })));
      },
      compare(run) {
        const { compared } = get();
        const others = compared.filter(({ id }) => id !== run.id);
        set({ compared: others.length < compared.length ? others : [...others, run].slice(-mostCompared) });
      },
      async play() {
        if (get().status !== "paused") return;
        set({ status: "running", apart: null });
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
        if (get().status !== "paused") return;
        set({ apart: null });
        await connection?.api.once();
        await save();
      },
      async stop() {
        seeding = null;
        set({ queue: [] });
        await connection?.api.pause();
        await save();
        connection?.close();
        connection = null;
        set({ status: "idle", latest: null, examined: null, points: [], moments: [], look: null, apart: null });
      },
      async resume(run) {
        if (connection) await get().stop();
        const current = await kept.current(run);
        await open(current.plan, current);
      },
      async takeApart() {
        await get().once();
        const apart = await connection?.api.apart();
        set({ apart: apart ?? null });
      },
      apartValue: async (path) => (await connection?.api.apartValue(path)) ?? null,
      apartValueCell: async (path, index) => (await connection?.api.apartValueCell(path, index)) ?? null,
      apartWeight: async (name) => (await connection?.api.apartWeight(name)) ?? null,
      apartCell: async (name, index) => (await connection?.api.apartCell(name, index)) ?? null,
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
        return files ? entryOf(ownName(`trained-${get().id.slice(0, 8)}`), plan, step, files) : null;
      },
      ...kept.actions,
    };
  });
}
