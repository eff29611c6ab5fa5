/** The store of fine-tuning for React. */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { type Listing, useListing } from "../runs/listing";
import type { SavedTuning } from "./runs";
import type { TuningActions, TuningState } from "./state";
import type { TuningStore } from "./store";

const Context = createContext<TuningStore | null>(null);
export const TuningProvider = Context.Provider;

function useStored(): TuningStore {
  const tuning = useContext(Context);
  if (!tuning) throw new Error("There is no TuningProvider above this component.");
  return tuning;
}

/** A part of the state; the component renders again when that part changes. */
export function useTuning<T>(part: (state: TuningState & TuningActions) => T): T {
  return useStore(useStored(), part);
}

export function useTuningRuns(): Listing<SavedTuning> {
  return useListing<SavedTuning>(useStored());
}
