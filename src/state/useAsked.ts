/** What the engine tells of the run that is shown, asked for by components. */
import { useContext, useEffect, useState } from "react";
import type { DerivedCell, TracedArray, TraceStep, ValueWindow } from "../engine/protocol";
import type { Explanation } from "../model/explain/explain";
import type { App } from "./store";
import { AppContext, useApp } from "./useApp";

interface Answered<T> {
  readonly question: string;
  readonly run: number;
  readonly answer: T;
}

/**
 * The answer to a question about the run at hand, asked again when the question or the run changes; null until there is
 * one. `question` tells questions apart; null asks nothing. Of an older run of the same question the answer stays until
 * the new one is there, so that figures do not flicker.
 */
export function useAsked<T>(
  question: string | null,
  ask: (app: ReturnType<App["getState"]>) => Promise<T | null>,
): T | null {
  const app = useContext(AppContext);
  const run = useApp((state) => state.run?.id ?? null);
  const [answered, setAnswered] = useState<Answered<T> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `ask` is another function at each draw, but `question` says which.
  useEffect(() => {
    if (question === null || run === null || app === null) return;
    let late = false;
    void ask(app.getState()).then((answer) => {
      if (!late && answer !== null) setAnswered({ question, run, answer });
    });
    return () => {
      late = true;
    };
  }, [app, question, run]);
  return answered !== null && answered.question === question ? answered.answer : null;
}

/** The steps of the run at hand, in order. */
export function useTrace(): readonly TraceStep[] | null {
  return useAsked("trace", (app) => app.trace());
}

/** What there is to say of every step, by its name. */
export function useExplanations(): Readonly<Record<string, Explanation>> | null {
  return useAsked("explanations", (app) => app.explain());
}

/** Values by name; those that the run lacks are absent. */
export function useValues(names: readonly string[]): Readonly<Record<string, TracedArray>> | null {
  return useAsked(names.length > 0 ? `values ${names.join()}` : null, (app) => app.values(names));
}

/** A piece of a value; null for `name` asks nothing. */
export function useWindow(name: string | null, window: ValueWindow): TracedArray | null {
  return useAsked(name === null ? null : `window ${name} ${JSON.stringify(window)}`, (app) =>
    name === null ? Promise.resolve(null) : app.window(name, window),
  );
}

/** Where the number of a cell comes from; null for `index` asks nothing. */
export function useDerived(name: string, index: readonly number[] | null): DerivedCell | null {
  return useAsked(index === null ? null : `derive ${name} ${index.join()}`, (app) =>
    index === null ? Promise.resolve(null) : app.derive(name, index),
  );
}

/** Every token of the model's vocabulary as a reader sees it, by id; empty for a model that reads no text. */
export function useVocabulary(wanted: boolean): readonly string[] | null {
  return useAsked(wanted ? "vocabulary" : null, (app) => app.vocabulary());
}
