/** What a list of saved runs needs of the store that they are in, whatever they train. */
import { type StoreApi, useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import type { SavedActions, SavedState } from "./saved";

export interface Listing<Run> extends SavedState<Run>, SavedActions<Run> {
  /** Runs that are shown beside each other. */
  readonly compared: readonly { readonly id: string }[];
  /** Puts a run beside the others, or takes it away from there. */
  compare(run: Run): void;
  /** Goes on with a saved run, paused at first. */
  resume(run: Run): Promise<void>;
}

function listingOf<Run>(state: Listing<Run>): Listing<Run> {
  const { saved, damaged, removed, storing, compared, compare, resume } = state;
  const { reread, rename, remove, removeDamaged, putBack, exported, imported } = state;
  return {
    ...{ saved, damaged, removed, storing, compared, compare, resume },
    ...{ reread, rename, remove, removeDamaged, putBack, exported, imported },
  };
}

/** Renders again when the list changes, not at each step of a run. */
export function useListing<Run>(store: StoreApi<Listing<Run>>): Listing<Run> {
  return useStore(store, useShallow(listingOf<Run>));
}
