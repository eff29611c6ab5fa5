import { useEffect, useState } from "react";
import { Button, DialogTrigger, Label, Radio, RadioGroup } from "react-aria-components";
import { backends } from "../engine/protocol";
import type { Theme } from "../explorer/theme";
import { locales, useTranslation } from "../i18n";
import { addressOf } from "../state/address";
import { usePage } from "../state/page";
import type { App } from "../state/store";
import { useApp } from "../state/useApp";
import { Helped } from "../ui/Helped";
import { Panel } from "../ui/Panel";
import { Navigation } from "./Navigation";
import "./header.css";

export function Header({ app, theme }: { readonly app: App; readonly theme: Theme }) {
  const { t } = useTranslation();
  const locale = useApp((state) => state.settings.locale);
  const setSettings = useApp((state) => state.setSettings);
  const page = usePage();
  return (
    <header className="header">
      <h1 className="mark">
        <span>Glass</span>
        <span className="accent">former</span>
      </h1>
      <Navigation app={app} page={page} />
      <span className="grow" />
      {page === "explore" ? <CopyLink app={app} /> : null}
      {locales
        .filter(({ code }) => code !== locale)
        .map(({ code, name }) => (
          <Helped key={code} help={t("app.language.help")}>
            <Button className="tool" onPress={() => setSettings({ locale: code })}>
              <span lang={code}>{name}</span>
            </Button>
          </Helped>
        ))}
      <Helped help={t("app.theme.help")}>
        <Button className="tool theme-tool" onPress={() => setSettings({ theme: theme === "dark" ? "light" : "dark" })}>
          {t(theme === "dark" ? "app.theme.toLight" : "app.theme.toDark")}
        </Button>
      </Helped>
      <Settings />
    </header>
  );
}

function CopyLink({ app }: { readonly app: App }) {
  const { t } = useTranslation();
  const [state, setState] = useState<"app.copyLink" | "app.linkCopied" | "app.linkFailed">("app.copyLink");
  useEffect(() => {
    if (state === "app.copyLink") return;
    const back = setTimeout(() => setState("app.copyLink"), 3000);
    return () => clearTimeout(back);
  }, [state]);
  const copy = async () => {
    const address = addressOf(app);
    history.replaceState(null, "", address);
    try {
      await navigator.clipboard.writeText(address);
      setState("app.linkCopied");
    } catch {
      setState("app.linkFailed");
    }
  };
  return (
    <Helped help={t("app.copyLink.help")}>
      <Button className="tool" onPress={copy}>
        <span aria-live="polite">{t(state)}</span>
      </Button>
    </Helped>
  );
}

function Settings() {
  const { t } = useTranslation();
  const { backend, theme } = useApp((state) => state.settings);
  const setSettings = useApp((state) => state.setSettings);
  return (
    <DialogTrigger>
      <Helped help={t("app.settings.help")}>
        <Button className="tool">{t("app.settings")}</Button>
      </Helped>
      <Panel label={t("app.settings")} placement="bottom end">
        {(close) => (
          <>
            <RadioGroup
              value={backend}
              onChange={(value) => {
                const chosen = (["auto", ...backends] as const).find((name) => name === value);
                if (chosen) setSettings({ backend: chosen });
              }}
            >
              <Label className="heading">{t("settings.backend")}</Label>
              <p className="soft small">{t("settings.backend.help")}</p>
              <Radio value="auto" className="radio">
                {t("settings.backend.auto")} <span className="soft small">{t("settings.backend.auto.help")}</span>
              </Radio>
              {backends.map((name) => (
                <Radio key={name} value={name} className="radio">
                  {t(`backend.${name}`)} <span className="soft small">{t(`settings.backend.${name}.help`)}</span>
                </Radio>
              ))}
            </RadioGroup>
            <RadioGroup
              value={theme}
              onChange={(value) => {
                const chosen = (["system", "light", "dark"] as const).find((name) => name === value);
                if (chosen) setSettings({ theme: chosen });
              }}
            >
              <Label className="heading">{t("app.theme")}</Label>
              {(["system", "light", "dark"] as const).map((name) => (
                <Radio key={name} value={name} className="radio">
                  {t(`app.theme.${name}`)}
                </Radio>
              ))}
            </RadioGroup>
            <Button className="tool" onPress={close}>
              {t("app.close")}
            </Button>
          </>
        )}
      </Panel>
    </DialogTrigger>
  );
}
