/** For tests: a store over engines that do as they are told. */
import type { RunRequest } from "../engine/protocol";
import type { Change } from "../model/changes";
import type { HeadId } from "../model/names";
import { type Behaviour, fakeEngines, fakeEntries, settled } from "./fakeEngine";
import type { Settings } from "./scene";
import { createApp } from "./store";

export const settings: Settings = { locale: "en", theme: "system", backend: "wasm" };
/** What the first model reads without being asked. */
export const usualText = "the red car is fast";
export const head = { stack: "decoder", layer: 0, part: "crossAttention", head: 1 } as const;

export const textOf = ({ input }: Pick<RunRequest, "input">) => (input.kind === "text" ? input.text : "");
export const off = (at: HeadId): Change => ({ kind: "head", at, to: "zero" });

export async function started(behaviour: Behaviour = {}, more: Partial<Parameters<typeof createApp>[0]> = {}) {
  const { connect, workers } = fakeEngines(behaviour);
  const app = createApp({
    connect,
    hasCard: async () => true,
    models: fakeEntries,
    modelUrl: (name) => `http://localhost/models/${name}/`,
    link: {},
    settings,
    ...more,
  });
  await settled();
  return { app, workers, state: () => app.getState() };
}
