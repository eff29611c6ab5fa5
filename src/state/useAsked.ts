/** What the engine tells of the run that is shown, asked for by components. */
import { useCallback, useContext, useEffect, useReducer, useRef } from "react";
import type { DerivedCell, TracedArray, TraceStep, ValueWindow } from "../engine/protocol";
import type { Explanation } from "../model/explain/explain";
import { Answers } from "./answers";
import type { App } from "./store";
import { AppContext, useApp } from "./useApp";

/** What tells questions apart, and how each is asked. */
export interface Question<T> {
  readonly key: string;
  readonly ask: (app: ReturnType<App["getState"]>) => Promise<T | null>;
}

const stores = new WeakMap<App, Answers>();

function answersOf(app: App): Answers {
  const found = stores.get(app) ?? new Answers();
  stores.set(app, found);
  return found;
}

/**
 * The answer to a question about the run at hand, asked again when the question or the run changes; null until there is
 * one, and for null. Of an older run of the same question the answer stays until the new one is there, so that figures do
 * not flicker.
 */
export function useAsked<T>(question: Question<T> | null): T | null {
  const app = useContext(AppContext);
  const run = useApp((state) => state.run);
  const [, came] = useReducer((count: number) => count + 1, 0);
  const last = useRef<{ readonly key: string; readonly answer: T } | null>(null);
  const key = question?.key ?? null;
  const found = app === null || run === null || key === null ? null : answersOf(app).find<T>(run, key);
  if (found !== null && key !== null) last.current = { key, answer: found };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a question is another object at each draw, but its key says which.
  useEffect(() => {
    if (question === null || run === null || app === null || found !== null) return;
    let late = false;
    void answersOf(app)
      .ask(run, question.key, () => question.ask(app.getState()))
      .then((answer) => {
        if (!late && answer !== null) came();
      });
    return () => {
      late = true;
    };
  }, [app, key, run, found]);
  return last.current !== null && last.current.key === key ? last.current.answer : null;
}

/** Asks what will be wanted next, so that it is there by then; resolves once it is, or will not be. */
export function useForesight(): (questions: readonly Question<unknown>[]) => Promise<void> {
  const app = useContext(AppContext);
  return useCallback(
    async (questions) => {
      const run = app?.getState().run ?? null;
      if (app === null || run === null) return;
      await Promise.all(questions.map(({ key, ask }) => answersOf(app).ask(run, key, () => ask(app.getState()))));
    },
    [app],
  );
}

/** The steps of the run at hand, in order. */
export function useTrace(): readonly TraceStep[] | null {
  return useAsked({ key: "trace", ask: (app) => app.trace() });
}

/** What there is to say of every step, by its name. */
export function useExplanations(): Readonly<Record<string, Explanation>> | null {
  return useAsked({ key: "explanations", ask: (app) => app.explain() });
}

/** Values by name; those that the run lacks are absent. */
export function useValues(names: readonly string[]): Readonly<Record<string, TracedArray>> | null {
  return useAsked(names.length > 0 ? { key: `values ${names.join()}`, ask: (app) => app.values(names) } : null);
}

/** A piece of a value. */
export function windowQuestion(name: string, window: ValueWindow): Question<TracedArray> {
  return { key: `window ${name} ${JSON.stringify(window)}`, ask: (app) => app.window(name, window) };
}

/** Where the number of a cell comes from. */
export function derivedQuestion(name: string, index: readonly number[]): Question<DerivedCell> {
  return { key: `derive ${name} ${index.join()}`, ask: (app) => app.derive(name, index) };
}

/** Every token of the model's vocabulary as a reader sees it, by id; empty for a model that reads no text. */
export function useVocabulary(wanted: boolean): readonly string[] | null {
  return useAsked(wanted ? { key: "vocabulary", ask: (app) => app.vocabulary() } : null);
}
