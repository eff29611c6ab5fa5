/** The page without a network: a service worker keeps the app and its first model. Knows nothing of either. */
import { registerSW } from "virtual:pwa-register";
import type { App } from "../state/store";

/** Starts keeping them after the first answer, so that nothing competes with it. */
export function keepForOffline(app: App): void {
  const stop = app.subscribe((state) => {
    if (!state.run) return;
    stop();
    // Refused in private windows and on plain HTTP: the page works all the same, with a network.
    registerSW({ onRegisterError: () => undefined });
  });
}
