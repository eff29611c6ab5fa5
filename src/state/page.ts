/** Which page is shown: the explorer, or the one that trains, which has an address of its own. */
import { useSyncExternalStore } from "react";

export const trainingLink = "#train";

export function isTraining(): boolean {
  return location.hash === trainingLink;
}

/** Whether the training page is shown. */
export function useIsTraining(): boolean {
  return useSyncExternalStore((changed) => {
    addEventListener("hashchange", changed);
    return () => removeEventListener("hashchange", changed);
  }, isTraining);
}
