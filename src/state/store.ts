/**
 * What the page shows and what can be done to it. The scene is what a link carries; everything else follows from it or
 * from the engine. Knows nothing of React.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Input, ModelInfo } from "../engine/protocol";
import { type Change, hasChanges, withChanges, withoutChanges } from "../model/changes";
import type { Actions, AppState } from "./app";
import type { Connection } from "./connection";
import { Engine, type EngineNotice, type Machine } from "./engine";
import { fitScene, usualScene } from "./fit";
import { bytesOf, isOwnName, type ModelEntry, sourceOf } from "./models";
import { defaultScene, type Notice, type Scene, type Selection, type Settings } from "./scene";

export type App = StoreApi<AppState & Actions>;

export interface AppOptions extends Machine {
  readonly models: readonly ModelEntry[];
  /** Folder of a model's files, ending in "/". */
  readonly modelUrl: (name: string) => string;
  /** What the link asks for; null: it could not be read. */
  readonly link: Partial<Scene> | null;
  readonly settings: Settings;
}

/** Without places in an input that is another now; the same object where there were none, so that nothing is drawn again. */
function unplaced(selection: Selection): Selection {
  const { query, key, position } = selection;
  if (query === null && key === null && position === null) return selection;
  return { ...selection, query: null, key: null, position: null };
}

/** What a link asks for in the place of the usual; a place in the usual input is none in another. */
function withAsked(usual: Scene, asked: Partial<Scene>): Scene {
  return { ...usual, ...(asked.input && { selection: unplaced(usual.selection) }), ...asked };
}

export function createApp({ models, modelUrl, link, settings, ...machine }: AppOptions): App {
  let requests = 0;
  let notices = 0;
  const entryIn = (all: readonly ModelEntry[], name: string | undefined) => all.find((entry) => entry.name === name);
  const first = entryIn(models, link?.model ?? defaultScene.model);
  const readable = link !== null && first !== undefined;
  /** What is asked of the model that is on its way; the rest of its scene will be as usual. */
  let wanted: Partial<Scene> | null = readable ? link : {};
  const start = first ?? entryIn(models, defaultScene.model);
  if (!start) throw new Error(`There is no model named ${defaultScene.model}.`);

  const app = createStore<AppState & Actions>()((set, get) => {
    const entryOf = (name: string | undefined) => entryIn(get().models, name);
    const ask = () => {
      const { input, changes, generation } = get().scene;
      if (input === null) return;
      requests += 1;
      engine.run({ id: requests, input, changes, generation });
    };
    const notify = (key: string, values: Notice["values"] = {}) => {
      notices += 1;
      const notice: Notice = { id: notices, key, values };
      set((state) => ({ notices: [...state.notices.filter((old) => old.key !== key), notice] }));
    };
    const notifyBadLink = (asked: Partial<Scene> | null) =>
      notify(isOwnName(asked?.model) ? "notice.ownMissing" : "notice.badLink");
    const change = (part: Partial<Scene>) => {
      set((state) => ({ scene: { ...state.scene, ...part } }));
      // What is typed while the first model is on its way is what it is to read.
      if (wanted !== null && get().model === null) wanted = { ...wanted, ...part };
    };
    const setInput = (input: Input) => {
      const { scene, model } = get();
      // What a decoder alone went on to write belongs to the text that it went on from.
      const generation = model?.task.kind === "nextToken" ? { ...scene.generation, steps: 0 } : scene.generation;
      change({ input, generation, selection: unplaced(scene.selection) });
      ask();
    };
    const changeText = (part: Partial<Extract<Input, { readonly kind: "text" }>>) => {
      const { input } = get().scene;
      setInput({ ...(input?.kind === "text" ? input : { kind: "text", text: "" }), ...part });
    };
    const makeChanges = (changes: readonly Change[], past: AppState["past"], future: AppState["future"]) => {
      change({ changes });
      set({ past, future });
      ask();
    };
    /** A new choice: what was undone before it is gone. */
    const choose = (changes: readonly Change[]) => makeChanges(changes, [...get().past, get().scene.changes], []);
    /** Shows a scene with the model at hand; says so where it lacks something that was asked for. */
    const show = (asked: Partial<Scene>, model: ModelInfo) => {
      const usual = model.name === defaultScene.model ? defaultScene : usualScene(model);
      const whole: Scene = { ...withAsked(usual, asked), model: model.name };
      const fitting = fitScene(whole, model);
      const lost = (Object.keys(asked) as (keyof Scene)[]).some((key) => fitting[key] !== whole[key]);
      if (lost) notify("notice.badLink");
      if (JSON.stringify(fitting) === JSON.stringify(get().scene)) return;
      set({ scene: fitting });
      ask();
    };

    const engine = new Engine(machine, sourceOf(start, modelUrl), {
      status: (status, backend) => set({ status, backend: status === "starting" ? get().backend : backend }),
      model(model) {
        const before = get();
        const asked = wanted ?? (model.name === before.scene.model ? before.scene : {});
        wanted = null;
        if (before.model !== null && before.model.name !== model.name) {
          set({ run: null, problem: null, writing: null, past: [], future: [] });
        }
        set({ model });
        show(asked, model);
      },
      loading(source, received) {
        const entry = source && entryOf(source.name);
        set({ loading: entry ? { name: entry.name, received, total: bytesOf(entry) } : null });
      },
      written: (text, tokens) => set({ writing: { text, tokens } }),
      answer(answer) {
        if (answer.kind === "result") set({ writing: null, run: answer.result, problem: null });
        if (answer.kind === "problem") {
          set({ writing: null, problem: { problem: answer.problem, tokens: answer.tokens } });
        }
      },
      notice: (notice) => {
        if (notice.kind === "noBackend") set({ status: "failed", backend: null });
        notify(`notice.${notice.kind}`, valuesOf(notice));
      },
      modelFailed(problem) {
        wanted = get().model === null ? wanted : null;
        if (get().run === null) set({ status: "failed" });
        set({ problem: { problem, tokens: [] } });
      },
    });

    /** A question about the run that is shown; null where there is none. */
    const about = async <T>(question: (api: Connection["api"], run: number) => Promise<T>): Promise<T | null> => {
      const { run } = get();
      return engine.api && run ? question(engine.api, run.id) : null;
    };

    // After this call the store is whole.
    queueMicrotask(() => {
      if (!readable) notifyBadLink(link);
      ask();
      void engine.start(settings.backend);
    });

    return {
      scene: withAsked(
        start.name === defaultScene.model ? defaultScene : { ...defaultScene, model: start.name, input: null },
        wanted ?? {},
      ),
      settings,
      notices: [],
      models,
      bringing: null,
      model: null,
      loading: null,
      status: "starting",
      backend: null,
      run: null,
      writing: null,
      problem: null,
      past: [],
      future: [],
      setInput,
      setText(text) {
        const { input } = get().scene;
        const language = input?.kind === "text" && input.language !== undefined ? { language: input.language } : {};
        setInput({ kind: "text", text, ...language });
      },
      setLanguage: (language) => changeText({ language }),
      toggleMasked(token) {
        const { input } = get().scene;
        if (input?.kind !== "text") return;
        const masked = input.masked ?? [];
        const others = masked.filter((other) => other !== token);
        changeText({ masked: others.length < masked.length ? others : [...masked, token].sort((a, b) => a - b) });
      },
      select(selection) {
        change({ selection: { ...get().scene.selection, ...selection } });
      },
      lookAt: (look) => change({ look: { ...get().scene.look, ...look } }),
      showView: (view) => change({ view }),
      showStep: (step, cell = null) => change({ view: "step", step, cell: step === null ? null : cell }),
      change: (changes) => choose(withChanges(get().scene.changes, changes)),
      takeBack: (changes) => choose(withoutChanges(get().scene.changes, changes)),
      toggle(changes) {
        const { changes: now } = get().scene;
        choose(hasChanges(now, changes) ? withoutChanges(now, changes) : withChanges(now, changes));
      },
      toggleHead: (at) => get().toggle([{ kind: "head", at, to: "zero" }]),
      takeAllBack() {
        if (get().scene.changes.length > 0) choose([]);
      },
      undo() {
        const { past, future, scene: now } = get();
        const before = past.at(-1);
        if (before) makeChanges(before, past.slice(0, -1), [now.changes, ...future]);
      },
      redo() {
        const { past, future, scene: now } = get();
        const [next, ...rest] = future;
        if (next) makeChanges(next, [...past, now.changes], rest);
      },
      setGeneration(part) {
        change({ generation: { ...get().scene.generation, ...part } });
        ask();
      },
      stopWriting() {
        const { writing } = get();
        if (writing !== null) get().setGeneration({ steps: writing.tokens });
      },
      chooseModel(name) {
        const entry = entryOf(name);
        if (!entry) throw new Error(`There is no model named ${name}.`);
        wanted = {};
        return engine.openModel(sourceOf(entry, modelUrl));
      },
      setOwnModels: (own) => set({ models: [...models.filter(({ blobs }) => !blobs), ...own] }),
      bring: (bringing) => set({ bringing }),
      checkModel: async (config) => (await engine.api?.check(config, engine.first)) ?? null,
      cancelLoading() {
        if (get().model !== null) wanted = null;
        engine.cancelLoading();
      },
      setSettings(part) {
        const before = get().settings;
        const after = { ...before, ...part };
        set({ settings: after });
        if (after.backend !== before.backend) void engine.start(after.backend);
      },
      languageFailed(spoken) {
        set({ settings: { ...get().settings, locale: spoken } });
        notify("notice.languageFailed");
      },
      open(asked) {
        const { model } = get();
        const entry = entryOf(asked?.model ?? defaultScene.model);
        if (asked === null || !entry) return notifyBadLink(asked);
        if (model === null || model.name !== entry.name) {
          wanted = asked;
          void engine.openModel(sourceOf(entry, modelUrl));
          return;
        }
        set({ past: [], future: [] });
        show(asked, model);
      },
      dismiss: (id) => set((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
      retry() {
        set({ problem: null, notices: [] });
        void engine.start(get().settings.backend);
      },
      close: () => engine.close(),
      lens: () => about((api, run) => api.lens(run)),
      attribute: (position, token) => about((api, run) => api.attribute(run, position, token)),
      stopTrying: ask,
      tryEveryHead: (each) => about((api, run) => api.tryEveryHead(run, each)),
      trace: () => about((api, run) => api.trace(run)),
      values: (names) => about((api, run) => api.values(run, names)),
      window: (name, window) => about((api, run) => api.window(run, name, window)),
      derive: (name, index) => about((api, run) => api.derive(run, name, index)),
      explain: () => about((api, run) => api.explain(run)),
      vocabulary: () => about((api) => api.vocabulary()),
    };
  });
  return app;
}

function valuesOf(notice: EngineNotice): Notice["values"] {
  const { kind: _, ...values } = notice;
  return values;
}
