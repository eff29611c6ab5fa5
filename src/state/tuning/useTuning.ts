/** The store of fine-tuning for React. */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { TuningActions, TuningState } from "./state";
import type { TuningStore } from "./store";

const Context = createContext<TuningStore | null>(null);
export const TuningProvider = Context.Provider;

/** A part of the state; the component renders again when that part changes. */
export function useTuning<T>(part: (state: TuningState & TuningActions) => T): T {
  const tuning = useContext(Context);
  if (!tuning) throw new Error("There is no TuningProvider above this component.");
  return useStore(tuning, part);
}
