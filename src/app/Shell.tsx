/** The page around the explorer: header, notices, theme and language of the document. */
import { type ComponentType, lazy, Suspense, useEffect, useInsertionEffect } from "react";
import { Explorer } from "../explorer/Explorer";
import { BringLater } from "../explorer/own/BringLater";
import { type Theme, ThemeProvider, useSystemTheme } from "../explorer/theme";
import { useTranslation } from "../i18n";
import { type PageName, usePage } from "../state/page";
import type { App } from "../state/store";
import { useApp } from "../state/useApp";
import { Header } from "./Header";
import { Notices } from "./Notices";

const pages: Readonly<Record<Exclude<PageName, "explore">, ComponentType>> = {
  train: lazy(async () => ({ default: (await import("../explorer/training/TrainingPage")).TrainingPage })),
  pretraining: lazy(async () => ({
    default: (await import("../chapters/pretraining/PretrainingPage")).PretrainingPage,
  })),
  finetuning: lazy(async () => ({ default: (await import("../chapters/finetuning/FinetuningPage")).FinetuningPage })),
};

export function Shell({ app }: { readonly app: App }) {
  const { t } = useTranslation();
  const { locale, theme } = useApp((state) => state.settings);
  const page = usePage();
  const Page = page === "explore" ? null : pages[page];
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
