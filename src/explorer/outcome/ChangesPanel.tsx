import { memo } from "react";
import { useTranslation } from "../../i18n";
import { placeOf } from "../../model/changes";
import { useApp } from "../../state/useApp";
import { changeName } from "../labels";

/** What is switched off or replaced, each to be taken back. A new answer draws nothing of it again. */
export const ChangesPanel = memo(function ChangesPanel() {
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
    <div className="changes">
      <div className="changes-head">
        <h2 className="heading">{t("outcome.off")}</h2>
        <button type="button" className="tool" title={t("outcome.undo.help")} disabled={!canUndo} onClick={undo}>
          {t("outcome.undo")}
        </button>
        <button type="button" className="tool" title={t("outcome.redo.help")} disabled={!canRedo} onClick={redo}>
          {t("outcome.redo")}
        </button>
        <button
          type="button"
          className="tool"
          title={t("outcome.allOn.help")}
          disabled={changes.length === 0}
          onClick={takeAllBack}
        >
          {t("outcome.allOn")}
        </button>
      </div>
      {changes.length === 0 ? <p className="soft small">{t("outcome.offNone")}</p> : null}
      <ul className="off-list">
        {changes.map((change) => {
          const name = config ? changeName(t, config, change) : "";
          return (
            <li key={placeOf(change)}>
              <span>{name}</span>
              <button
                type="button"
                className="tool"
                aria-label={t("outcome.backLabel", { head: name })}
                onClick={() => takeBack([change])}
              >
                {t("outcome.back")}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
});
