/** The store for React. */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { Actions, AppState } from "./app";
import type { App } from "./store";

export const AppContext = createContext<App | null>(null);
export const AppProvider = AppContext.Provider;

/** A part of the state; the component renders again when that part changes. */
export function useApp<T>(part: (state: AppState & Actions) => T): T {
  const app = useContext(AppContext);
  if (!app) throw new Error("There is no AppProvider above this component.");
  return useStore(app, part);
}
