/** What the page is told at once, so that it is drawn once. Knows nothing of React. */
import { frame } from "./frame";
import type { App } from "./store";

/**
 * The store as the page listens to it: a switch is told of with its effect where that comes within a frame, else alone.
 * A frame for the switch by itself would take the processor, and a place among the frames, from its own effect. The
 * state itself never waits.
 */
export function drawnTogether(app: App): App {
  const listeners = new Set<Parameters<App["subscribe"]>[0]>();
  let told = app.getState();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    clearTimeout(waiting);
    waiting = undefined;
    const before = told;
    told = app.getState();
    for (const listener of [...listeners]) listener(told, before);
  };
  app.subscribe((state, before) => {
    const switched = state.scene.changes !== before.scene.changes && state.scene.input === before.scene.input;
    const answered = state.run !== before.run || state.problem !== before.problem;
    const another = state.scene !== before.scene && !switched;
    if (switched) waiting ??= setTimeout(tell, frame);
    // A field whose change is not told of at once would be put back to what it showed.
    if (waiting === undefined || answered || another) tell();
  });
  return {
    ...app,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
