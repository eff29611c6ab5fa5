/** The pages: explorer, training, and the chapters behind a small menu. On a phone the one at hand is left out. */
import { lazy, Suspense } from "react";
import { Button, DialogTrigger } from "react-aria-components";
import { useTranslation } from "../i18n";
import { addressOf } from "../state/address";
import { linkOf, type PageName } from "../state/page";
import type { App } from "../state/store";
import { Helped } from "../ui/Helped";
import { Panel } from "../ui/Panel";

const ChapterLinks = lazy(async () => ({ default: (await import("./ChapterLinks")).ChapterLinks }));

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
          <Button className="tool" aria-current={page !== "explore" && page !== "train"}>
            {t("app.learn")}
          </Button>
        </Helped>
        <Panel label={t("app.learn")} placement="bottom start">
          {(close) => (
            <Suspense>
              <ChapterLinks page={page} onOpen={close} />
            </Suspense>
          )}
        </Panel>
      </DialogTrigger>
    </nav>
  );
}
