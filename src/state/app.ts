/** What the page shows, and what can be done to it. */
import type {
  Attribution,
  Backend,
  DerivedCell,
  Generation,
  HeadEffect,
  Input,
  Lens,
  ModelInfo,
  Problem,
  RunResult,
  StackToken,
  TracedArray,
  TraceStep,
  ValueWindow,
} from "../engine/protocol";
import type { Change } from "../model/changes";
import type { Explanation } from "../model/explain/explain";
import type { HeadId } from "../model/names";
import type { Look } from "./look";
import type { ModelEntry } from "./models";
import type { FoundFile } from "./own/found";
import type { Notice, Scene, Selection, Settings, View } from "./scene";

export interface AppState {
  readonly scene: Scene;
  readonly settings: Settings;
  readonly notices: readonly Notice[];
  /** What can be chosen, in the order of the menu. */
  readonly models: readonly ModelEntry[];
  /** What was dropped on the page or is to be chosen, while the dialog for it is open; null while it is not. */
  readonly bringing: readonly FoundFile[] | null;
  /** The one at hand; null until the first is there. */
  readonly model: ModelInfo | null;
  /** A model that is on its way, and how much of it has come, in bytes. */
  readonly loading: { readonly name: string; readonly received: number; readonly total: number } | null;
  readonly status: "starting" | "ready" | "running" | "recovering" | "failed";
  /** The one that computes; null until one does. */
  readonly backend: Backend | null;
  /** The last answer of the model at hand; stays while the next is computed, or cannot be. */
  readonly run: RunResult | null;
  /** What is written so far, while a long answer is on its way. */
  readonly writing: { readonly text: string; readonly tokens: number } | null;
  /** Why the input at hand has no answer, with its tokens as far as they were read. */
  readonly problem: { readonly problem: Problem; readonly tokens: readonly StackToken[] } | null;
  /** Earlier and undone lists of changes. */
  readonly past: readonly (readonly Change[])[];
  readonly future: readonly (readonly Change[])[];
}

export interface Actions {
  setInput(input: Input): void;
  setText(text: string): void;
  setLanguage(code: string): void;
  /** Hides a token from a model that fills masks, or shows it again. */
  toggleMasked(token: number): void;
  select(selection: Partial<Selection>): void;
  /** How the attention is looked at. */
  lookAt(look: Partial<Look>): void;
  showView(view: View): void;
  /** Shows a step by the name of its result, and pins a cell of it. */
  showStep(step: string | null, cell?: readonly number[] | null): void;
  /** Makes changes; they take the place of earlier ones at the same places. */
  change(changes: readonly Change[]): void;
  takeBack(changes: readonly Change[]): void;
  /** Makes these changes, or takes them back where all are made. */
  toggle(changes: readonly Change[]): void;
  toggleHead(id: HeadId): void;
  takeAllBack(): void;
  undo(): void;
  redo(): void;
  setGeneration(generation: Partial<Generation>): void;
  /** Ends writing at what is written so far. */
  stopWriting(): void;
  /** Resolves when the model is there, or will not be. */
  chooseModel(name: string): Promise<void>;
  /** Models of the visitor's own, which stand in the menu after those that come with the page. */
  setOwnModels(own: readonly ModelEntry[]): void;
  /** Opens the dialog for a model of the visitor's own, with files or with none yet; null closes it. */
  bring(found: readonly FoundFile[] | null): void;
  /** Whether a model with that config.json could be opened here: null, or why not. */
  checkModel(config: string): Promise<Problem | null>;
  cancelLoading(): void;
  setSettings(settings: Partial<Settings>): void;
  /** The words of the chosen language could not be fetched: goes back to another, and says so. */
  languageFailed(spoken: Settings["locale"]): void;
  /** Shows what a link asks for; null is a link that could not be read. */
  open(link: Partial<Scene> | null): void;
  dismiss(notice: number): void;
  retry(): void;
  close(): void;
  /** Of the run at hand; null where there is none, or another took its place. */
  trace(): Promise<readonly TraceStep[] | null>;
  lens(): Promise<Lens | null>;
  attribute(position: number, token: number): Promise<Attribution | null>;
  /** Ends `tryEveryHead`, by asking for the same again. */
  stopTrying(): void;
  tryEveryHead(each: (effect: HeadEffect) => void): Promise<readonly HeadEffect[] | null>;
  explain(): Promise<Readonly<Record<string, Explanation>> | null>;
  vocabulary(): Promise<readonly string[] | null>;
  values(names: readonly string[]): Promise<Readonly<Record<string, TracedArray>> | null>;
  window(name: string, window: ValueWindow): Promise<TracedArray | null>;
  derive(name: string, index: readonly number[]): Promise<DerivedCell | null>;
}
