/** The theme that is shown, for what is drawn with computed colours. */
import { createContext, useContext, useSyncExternalStore } from "react";
import type { Theme } from "../geometry/colour";

export type { Theme } from "../geometry/colour";

const Context = createContext<Theme>("light");
export const ThemeProvider = Context.Provider;
export const useTheme = () => useContext(Context);

const query = "(prefers-color-scheme: dark)";

export function useSystemTheme(): Theme {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
    () => (matchMedia(query).matches ? "dark" : "light"),
  );
}
