import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";
import { writtenOf } from "../labels";

/** Goes on with what a model writes: to the end, one token for study, or from the start. */
export function WritingButtons() {
  const { t } = useTranslation();
  const outcome = useApp(({ run }) => writtenOf(run?.outcome));
  const steps = useApp((state) => state.scene.generation.steps);
  const maximum = useApp(({ model }) => (model && "maximumLength" in model.config ? model.config.maximumLength : 0));
  const busy = useApp((state) => state.writing !== null);
  const setGeneration = useApp((state) => state.setGeneration);
  const stop = useApp((state) => state.stopWriting);
  if (!outcome) return null;
  const { positions, prompt, ended } = outcome;
  const done = ended || positions.length >= maximum;
  const written = positions.length - prompt;
  const next = steps === null ? 1 : written + 1;
  // The end is a token too.
  const before = ended ? written : written - 1;
  return (
    <span className="writing-buttons">
      <button
        type="button"
        className="tool"
        title={t("writing.reset.help")}
        disabled={steps === 0}
        onClick={() => setGeneration({ steps: 0 })}
      >
        {t("writing.reset")}
      </button>
      <button
        type="button"
        className="tool"
        title={t("writing.back")}
        aria-label={t("writing.back")}
        disabled={before < 0 || steps === 0}
        onClick={() => setGeneration({ steps: before })}
      >
        ‹
      </button>
      <button
        type="button"
        className="tool"
        title={t("writing.one.help")}
        disabled={done && steps !== null}
        onClick={() => setGeneration({ steps: next })}
      >
        {t("writing.one")}
      </button>
      {busy ? (
        <button type="button" className="tool main" title={t("writing.stop.help")} onClick={stop}>
          {t("writing.stop")}
        </button>
      ) : (
        <button
          type="button"
          className="tool main"
          title={t("writing.on.help")}
          disabled={done || steps === null}
          onClick={() => setGeneration({ steps: null })}
        >
          {t("writing.on")}
        </button>
      )}
    </span>
  );
}
