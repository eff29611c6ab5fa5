/** For tests: a part of the page with an app behind it, whose engine answers as it is told. */
import { act, render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { type Behaviour, type FakeWorker, fakeEngines, fakeEntries, settled } from "../../src/state/fakeEngine";
import type { Scene } from "../../src/state/scene";
import { type App, createApp } from "../../src/state/store";
import { AppProvider } from "../../src/state/useApp";

export interface Rendered {
  readonly app: App;
  readonly user: ReturnType<typeof userEvent.setup>;
  readonly workers: readonly FakeWorker[];
}

/** Ready when the first answer is there; `link` is what the page is opened with. */
export async function renderApp(
  part: ReactNode,
  { link = {}, ...behaviour }: Behaviour & { readonly link?: Partial<Scene> } = {},
): Promise<Rendered> {
  const { connect, workers } = fakeEngines(behaviour);
  const app = createApp({
    connect,
    hasCard: async () => true,
    models: fakeEntries,
    modelUrl: (name) => `models/${name}/`,
    link,
    settings: { locale: "en", theme: "light", backend: "wasm" },
  });
  render(<AppProvider value={app}>{part}</AppProvider>);
  await act(settled);
  return { app, user: userEvent.setup(), workers };
}
