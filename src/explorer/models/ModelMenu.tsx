import { memo, type ReactNode } from "react";
import { Button, DialogTrigger } from "react-aria-components";
import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";
import { Panel } from "../../ui/Panel";
import { factsOfEntry, factsOfModel, shortFacts } from "./facts";
import { LoadingLine } from "./LoadingLine";
import { ModelList } from "./ModelList";
import "./models.css";

interface Props {
  /** What stands below the list, such as a way to bring a model along; `close` closes the menu. */
  readonly more?: ((close: () => void) => ReactNode) | undefined;
}

/** The model at hand, and a menu of all. Typing draws nothing of it again. */
export const ModelMenu = memo(function ModelMenu({ more }: Props) {
  const { t } = useTranslation();
  const locale = useApp((state) => state.settings.locale);
  const model = useApp((state) => state.model);
  const models = useApp((state) => state.models);
  const name = useApp((state) => state.scene.model);
  const busy = useApp((state) => state.loading !== null);
  const entry = models.find((one) => one.name === (model?.name ?? name));
  const facts = entry ? factsOfEntry(entry, locale) : model && factsOfModel(model, locale);
  return (
    <div className="model-menu">
      <DialogTrigger>
        <Button className="model-button">
          <span className="hidden">{t("models.button")}</span>
          <span className="model-title">
            <b>{facts?.title ?? name}</b> <span className="model-does">{facts?.does}</span>
            <span className="model-mark" aria-hidden="true">
              ▾
            </span>
          </span>
          {busy ? null : <span className="model-facts">{facts ? shortFacts(t, facts, locale) : null}</span>}
        </Button>
        <Panel label={t("models.title")} placement="bottom start" wide>
          {(close) => (
            <>
              <ModelList close={close} />
              {more?.(close)}
            </>
          )}
        </Panel>
      </DialogTrigger>
      <LoadingLine />
    </div>
  );
});
