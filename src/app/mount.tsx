/** Puts the parts together: settings, language, address, store, page. */
import { models } from "virtual:models";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { detectLocale, type Locale, setLanguage, startI18n } from "../i18n";
import { followAddress, sceneOfAddress } from "../state/address";
import { connect } from "../state/connection";
import { drawnTogether } from "../state/drawnTogether";
import { hasCard } from "../state/graphics";
import { isOwnName, type ModelEntry } from "../state/models";
import type { Settings } from "../state/scene";
import { readSettings, writeSettings } from "../state/settings";
import { createApp } from "../state/store";
import { AppProvider } from "../state/useApp";
import { ErrorBoundary } from "./ErrorBoundary";
import { firstWorker } from "./firstWorker";
import { keepForOffline } from "./offline";
import { Shell } from "./Shell";
import "./style.css";

/** Browsers that forbid storage throw on the very name. */
function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

export function mount(root: HTMLElement | null): void {
  if (!root) throw new Error("index.html has no element with the id root.");
  const settings = readSettings(storage(), {
    locale: detectLocale(navigator.languages),
    theme: "system",
    backend: "auto",
  });
  startI18n();
  const link = sceneOfAddress();
  const start = (own: readonly ModelEntry[]) => show(root, settings, link, own);
  // Storage is waited for only where the link names what is in it.
  if (!isOwnName(link?.model)) start([]);
  else void import("../state/own/library").then(({ storedModels }) => storedModels()).then(start, () => start([]));
}

function show(
  root: HTMLElement,
  settings: Settings,
  link: ReturnType<typeof sceneOfAddress>,
  own: readonly ModelEntry[],
): void {
  const workers = [firstWorker];
  const app = createApp({
    connect: () => connect(workers.pop()),
    hasCard,
    modelUrl: (name) => new URL(`models/${name}/`, document.baseURI).href,
    models: [...models, ...own],
    link,
    settings,
  });
  followAddress(app);
  keepForOffline(app);
  app.subscribe((state, before) => {
    if (state.settings === before.settings) return;
    writeSettings(storage(), state.settings);
    if (state.settings.locale !== before.settings.locale) void speak(state.settings.locale, before.settings.locale);
  });
  const speak = (locale: Locale, spoken: Locale) =>
    setLanguage(locale).catch(() => app.getState().languageFailed(spoken));
  const drawn = drawnTogether(app);
  // The engine starts meanwhile; the page waits for its words, not to be drawn twice.
  void speak(settings.locale, "en").then(() =>
    createRoot(root).render(
      <StrictMode>
        <ErrorBoundary>
          <AppProvider value={drawn}>
            <Shell app={app} />
          </AppProvider>
        </ErrorBoundary>
      </StrictMode>,
    ),
  );
}
