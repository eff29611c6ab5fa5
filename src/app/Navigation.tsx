/** The pages: explorer, training, and the chapters behind a small menu. On a phone the one at hand is left out. */
import { Button, DialogTrigger } from "react-aria-components";
import { useTranslation } from "../i18n";
import { addressOf } from "../state/address";
import { chapters, linkOf, type PageName } from "../state/page";
import type { App } from "../state/store";
import { Helped } from "../ui/Helped";
import { Panel } from "../ui/Panel";

export function Navigation({ app, page }: { readonly app: App; readonly page: PageName }) {
  const { t } = useTranslation();
  const to = (name: "explore" | "train", hash: () => string) => (
    <Helped help={t(`app.${name}.help`)}>
      <button
        type="button"
        className="tool"
        aria-current={page === name ? "page" : undefined}
        onClick={() => {
          location.hash = hash();
        }}
      >
        {t(`app.${name}`)}
      </button>
    </Helped>
  );
  return (
    <nav className="pages" aria-label={t("app.pages")}>
      {to("explore", () => new URL(addressOf(app)).hash)}
      {to("train", () => linkOf("train"))}
      <DialogTrigger>
        <Helped help={t("app.learn.help")}>
          <Button className="tool">{t("app.learn")}</Button>
        </Helped>
        <Panel label={t("app.learn")} placement="bottom start">
          {(close) =>
            chapters.map((chapter) => (
              <a
                key={chapter}
                className="chapter-link"
                href={linkOf(chapter)}
                aria-current={page === chapter ? "page" : undefined}
                onClick={close}
              >
                <b>{t(`chapter.${chapter}`)}</b>
                <span className="soft small">{t(`chapter.${chapter}.about`)}</span>
              </a>
            ))
          }
        </Panel>
      </DialogTrigger>
    </nav>
  );
}
