/** The training store for React. */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { TrainingActions, TrainingState } from "./state";
import type { Training } from "./store";

const Context = createContext<Training | null>(null);
export const TrainingProvider = Context.Provider;

/** A part of the state; the component renders again when that part changes. */
export function useTraining<T>(part: (state: TrainingState & TrainingActions) => T): T {
  const training = useContext(Context);
  if (!training) throw new Error("There is no TrainingProvider above this component.");
  return useStore(training, part);
}
