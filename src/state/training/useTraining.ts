/** The training store for React. */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { type Listing, useListing } from "../runs/listing";
import type { SavedRun } from "./runs";
import type { TrainingActions, TrainingState } from "./state";
import type { Training } from "./store";

const Context = createContext<Training | null>(null);
export const TrainingProvider = Context.Provider;

function useStored(): Training {
  const training = useContext(Context);
  if (!training) throw new Error("There is no TrainingProvider above this component.");
  return training;
}

/** A part of the state; the component renders again when that part changes. */
export function useTraining<T>(part: (state: TrainingState & TrainingActions) => T): T {
  return useStore(useStored(), part);
}

export function useTrainingRuns(): Listing<SavedRun> {
  return useListing<SavedRun>(useStored());
}
