/**
 * What the page shows and what can be done to it. The scene is what a link carries; everything else follows from it or
 * from the engine. Knows nothing of React.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Backend, InputToken, ModelInfo, Problem, RunResult } from "../engine/protocol";
import { type HeadId, sameHead } from "../model/names";
import type { Connection } from "./connection";
import { Engine, type EngineNotice } from "./engine";
import { fitScene } from "./link";
import { defaultScene, type Notice, type Scene, type Selection, type Settings } from "./scene";

export interface AppState {
  readonly scene: Scene;
  readonly settings: Settings;
  readonly notices: readonly Notice[];
  readonly model: ModelInfo | null;
  readonly status: "starting" | "ready" | "running" | "recovering" | "failed";
  /** The one that computes; null until one does. */
  readonly backend: Backend | null;
  /** The last answer; stays while the next is computed, or cannot be. */
  readonly run: RunResult | null;
  /** Why the text at hand has no answer, with its tokens as far as they were read. */
  readonly problem: { readonly problem: Problem; readonly source: readonly InputToken[] } | null;
  /** Earlier and undone lists of heads switched off. */
  readonly past: readonly (readonly HeadId[])[];
  readonly future: readonly (readonly HeadId[])[];
}

export interface Actions {
  setText(text: string): void;
  setLanguage(code: string): void;
  select(selection: Partial<Selection>): void;
  showPart(part: string | null): void;
  toggleHead(id: HeadId): void;
  switchAllOn(): void;
  undo(): void;
  redo(): void;
  setSettings(settings: Partial<Settings>): void;
  /** Shows a scene from a link; null is a link that could not be read. */
  open(scene: Scene | null): void;
  dismiss(notice: number): void;
  retry(): void;
  close(): void;
}

export type App = StoreApi<AppState & Actions>;

export interface AppOptions {
  readonly connect: () => Connection;
  /** Folder of the model's files, ending in "/". */
  readonly modelUrl: (name: string) => string;
  /** null: the link could not be read. */
  readonly scene: Scene | null;
  readonly settings: Settings;
}

/** Without places in a text that is another now; the same object where there were none, so that nothing is drawn again. */
function unplaced(selection: Selection): Selection {
  const { query, key, position } = selection;
  if (query === null && key === null && position === null) return selection;
  return { ...selection, query: null, key: null, position: null };
}

export function createApp({ connect, modelUrl, scene: first, settings }: AppOptions): App {
  let requests = 0;
  let notices = 0;
  const scene = first ?? defaultScene;

  const app = createStore<AppState & Actions>()((set, get) => {
    const ask = () => {
      requests += 1;
      const { text, language, off } = get().scene;
      engine.run({ id: requests, text, language, off });
    };
    const notify = (key: string, values: Notice["values"] = {}) => {
      notices += 1;
      const notice: Notice = { id: notices, key, values };
      set((state) => ({ notices: [...state.notices.filter((old) => old.key !== key), notice] }));
    };
    const change = (part: Partial<Scene>) => set((state) => ({ scene: { ...state.scene, ...part } }));
    const switchTo = (off: readonly HeadId[], past: AppState["past"], future: AppState["future"]) => {
      change({ off });
      set({ past, future });
      ask();
    };
    /** A new choice: what was undone before it is gone. */
    const choose = (off: readonly HeadId[]) => switchTo(off, [...get().past, get().scene.off], []);

    const engine = new Engine(connect, modelUrl(scene.model), {
      status: (status, backend) => set({ status, backend: status === "starting" ? get().backend : backend }),
      model(model) {
        const fitting = fitScene(get().scene, model);
        if (fitting !== get().scene) {
          notify("notice.badLink");
          set({ scene: fitting });
          ask();
        }
        set({ model });
      },
      answer(answer) {
        if (answer.kind === "result") set({ run: answer.result, problem: null });
        if (answer.kind === "problem") set({ problem: { problem: answer.problem, source: answer.source } });
      },
      notice: (notice) => {
        if (notice.kind === "noBackend") set({ status: "failed", backend: null });
        notify(`notice.${notice.kind}`, valuesOf(notice));
      },
      modelFailed(problem) {
        if (get().run === null) set({ status: "failed" });
        set({ problem: { problem, source: [] } });
      },
    });

    // After this call the store is whole.
    queueMicrotask(() => {
      if (first === null) notify("notice.badLink");
      ask();
      void engine.start(settings.backend);
    });

    return {
      scene,
      settings,
      notices: [],
      model: null,
      status: "starting",
      backend: null,
      run: null,
      problem: null,
      past: [],
      future: [],
      setText(text) {
        change({ text, selection: unplaced(get().scene.selection) });
        ask();
      },
      setLanguage(language) {
        change({ language, selection: unplaced(get().scene.selection) });
        ask();
      },
      select(selection) {
        change({ selection: { ...get().scene.selection, ...selection } });
      },
      showPart: (part) => change({ part }),
      toggleHead(id) {
        const { off } = get().scene;
        const others = off.filter((other) => !sameHead(other, id));
        choose(others.length < off.length ? others : [...off, id]);
      },
      switchAllOn() {
        if (get().scene.off.length > 0) choose([]);
      },
      undo() {
        const { past, future, scene: now } = get();
        const before = past.at(-1);
        if (before) switchTo(before, past.slice(0, -1), [now.off, ...future]);
      },
      redo() {
        const { past, future, scene: now } = get();
        const [next, ...rest] = future;
        if (next) switchTo(next, [...past, now.off], rest);
      },
      setSettings(change) {
        const before = get().settings;
        const after = { ...before, ...change };
        set({ settings: after });
        if (after.backend !== before.backend) void engine.start(after.backend);
      },
      open(given) {
        const { model } = get();
        if (given === null) return notify("notice.badLink");
        const fitting = model ? fitScene(given, model) : given;
        if (fitting !== given) notify("notice.badLink");
        set({ scene: fitting, past: [], future: [] });
        ask();
      },
      dismiss: (id) => set((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
      retry() {
        set({ problem: null, notices: [] });
        void engine.start(get().settings.backend);
      },
      close: () => engine.close(),
    };
  });
  return app;
}

function valuesOf(notice: EngineNotice): Notice["values"] {
  const { kind: _, ...values } = notice;
  return values;
}
