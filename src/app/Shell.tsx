/** The page around the explorer: header, notices, theme and language of the document. */
import { useEffect } from "react";
import { Explorer } from "../explorer/Explorer";
import { type Theme, ThemeProvider, useSystemTheme } from "../explorer/theme";
import { useTranslation } from "../i18n";
import type { App } from "../state/store";
import { useApp } from "../state/useApp";
import { Header } from "./Header";
import { Notices } from "./Notices";

export function Shell({ app }: { readonly app: App }) {
  const { t } = useTranslation();
  const { locale, theme } = useApp((state) => state.settings);
  const system = useSystemTheme();
  const shown: Theme = theme === "system" ? system : theme;
  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dataset.theme = shown;
    document.title = t("app.title");
  }, [locale, shown, t]);
  return (
    <ThemeProvider value={shown}>
      <a className="skip" href="#attention" onClick={focusAttention}>
        {t("app.skip")}
      </a>
      <Header app={app} theme={shown} />
      <Notices />
      <Explorer />
    </ThemeProvider>
  );
}

/** The address after "#" is the scene's, so the link moves the focus itself. */
function focusAttention(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById("attention")?.focus();
}
