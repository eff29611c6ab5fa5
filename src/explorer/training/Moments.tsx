/** The timeline of a run: a slider through the moments that were kept, which every figure of the page then shows. */
import { useId } from "react";
import { useTranslation } from "../../i18n";
import { useTraining } from "../../state/training/useTraining";

export function Moments() {
  const { t } = useTranslation();
  const id = useId();
  const moments = useTraining((state) => state.moments);
  const look = useTraining((state) => state.look);
  const now = useTraining((state) => state.latest?.point.step ?? 0);
  const lookAt = useTraining((state) => state.lookAt);
  if (moments.length < 2) return null;
  // The last place is the run as it stands.
  const at = look ? moments.indexOf(look.step) : moments.length;
  const words = look ? t("train.stepLabel", { step: look.step }) : t("train.moments.now", { step: now });
  return (
    <div className="train-moments">
      <label htmlFor={id}>{t("train.moments")}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={moments.length}
        step={1}
        value={at}
        aria-valuetext={words}
        title={t("train.moments.help", { count: moments.length })}
        onChange={(event) => void lookAt(moments[event.target.valueAsNumber] ?? null)}
      />
      <output htmlFor={id}>{words}</output>
      {look ? (
        <button type="button" className="tool" onClick={() => void lookAt(null)}>
          {t("train.moments.back")}
        </button>
      ) : null}
    </div>
  );
}
