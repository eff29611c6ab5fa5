/** Keeps the address bar and the scene the same. */
import { readLink, writeLink } from "./link";
import type { App } from "./store";

/** Browsers refuse too many changes of the address in a short time. */
const pause = 250; // ms

/** The address of the scene as it is now. */
export function addressOf(app: App): string {
  return new URL(writeLink(app.getState().scene), location.href).href;
}

export function followAddress(app: App): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  app.subscribe(({ scene }, before) => {
    if (scene === before.scene) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => history.replaceState(null, "", writeLink(scene)), pause);
  });
  addEventListener("hashchange", () => {
    clearTimeout(waiting);
    app.getState().open(readLink(location.hash));
  });
}
