import { Button } from "react-aria-components";
import { useTranslation } from "../i18n";
import { placeOf } from "../model/changes";
import { useApp } from "../state/useApp";
import { changeName } from "./labels";

/** What is switched off or replaced, each to be taken back. */
export function ChangesPanel() {
  const { t } = useTranslation();
  const config = useApp((state) => state.model?.config);
  const changes = useApp((state) => state.scene.changes);
  const canUndo = useApp((state) => state.past.length > 0);
  const canRedo = useApp((state) => state.future.length > 0);
  const takeBack = useApp((state) => state.takeBack);
  const takeAllBack = useApp((state) => state.takeAllBack);
  const undo = useApp((state) => state.undo);
  const redo = useApp((state) => state.redo);
  return (
    <>
      <h2 className="heading">{t("outcome.off")}</h2>
      {changes.length === 0 ? <p className="soft small">{t("outcome.offNone")}</p> : null}
      <ul className="off-list">
        {changes.map((change) => {
          const name = config ? changeName(t, config, change) : "";
          return (
            <li key={placeOf(change)}>
              <span>{name}</span>
              <Button
                className="tool"
                aria-label={t("outcome.backLabel", { head: name })}
                onPress={() => takeBack([change])}
              >
                {t("outcome.back")}
              </Button>
            </li>
          );
        })}
      </ul>
      <p className="io-line">
        <Button className="tool" isDisabled={!canUndo} onPress={undo}>
          {t("outcome.undo")}
        </Button>
        <Button className="tool" isDisabled={!canRedo} onPress={redo}>
          {t("outcome.redo")}
        </Button>
        <Button className="tool" isDisabled={changes.length === 0} onPress={takeAllBack}>
          {t("outcome.allOn")}
        </Button>
      </p>
    </>
  );
}
