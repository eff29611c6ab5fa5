/** The page around the explorer: header, notices, theme and language of the document. */
import { lazy, Suspense, useEffect, useInsertionEffect } from "react";
import { Explorer } from "../explorer/Explorer";
import { BringLater } from "../explorer/own/BringLater";
import { type Theme, ThemeProvider, useSystemTheme } from "../explorer/theme";
import { useTranslation } from "../i18n";
import { usePage } from "../state/page";
import type { App } from "../state/store";
import { useApp } from "../state/useApp";
import { Header } from "./Header";
import { Notices } from "./Notices";

const TrainingPage = lazy(async () => ({ default: (await import("../explorer/training/TrainingPage")).TrainingPage }));
const ChapterPage = lazy(async () => ({ default: (await import("../chapters/ChapterPage")).ChapterPage }));

export function Shell({ app }: { readonly app: App }) {
  const { t } = useTranslation();
  const { locale, theme } = useApp((state) => state.settings);
  const page = usePage();
  const Page = page === "explore" ? null : page === "train" ? TrainingPage : ChapterPage;
  const system = useSystemTheme();
  const shown: Theme = theme === "system" ? system : theme;
  // Before anything is drawn with the colours of the theme.
  useInsertionEffect(() => {
    document.documentElement.dataset.theme = shown;
  }, [shown]);
  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = t("app.title");
  }, [locale, t]);
  return (
    <ThemeProvider value={shown}>
      <button type="button" className="skip" onClick={() => document.getElementById("attention")?.focus()}>
        {t(page === "explore" ? "app.skip" : page === "train" ? "app.skip.training" : "app.skip.chapter")}
      </button>
      <Header app={app} theme={shown} />
      <Notices />
      {Page ? (
        <Suspense fallback={<div className="skeleton" aria-hidden="true" />}>
          <Page key={page} />
        </Suspense>
      ) : (
        <>
          <Explorer />
          <BringLater />
        </>
      )}
    </ThemeProvider>
  );
}
