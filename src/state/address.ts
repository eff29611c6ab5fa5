/** Keeps the address bar and the scene the same. */
import { readLink, writeLink } from "./link";
import { isExplorer } from "./page";
import type { Scene } from "./scene";
import type { App } from "./store";

/** Browsers refuse too many changes of the address in a short time. */
const pause = 250; // ms

/** The address of the scene as it is now. */
export function addressOf(app: App): string {
  return new URL(writeLink(app.getState().scene), location.href).href;
}

/** The scene that the address asks for; that of another page leaves it as it is. */
export function sceneOfAddress(): Partial<Scene> | null {
  return isExplorer() ? readLink(location.hash) : {};
}

export function followAddress(app: App): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  app.subscribe(({ scene }, before) => {
    if (scene === before.scene || !isExplorer()) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (isExplorer()) history.replaceState(null, "", writeLink(scene));
    }, pause);
  });
  addEventListener("hashchange", () => {
    clearTimeout(waiting);
    if (isExplorer()) app.getState().open(readLink(location.hash));
  });
}
