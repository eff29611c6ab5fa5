/** What came out before and what comes out now, and how far apart they are. */
import { Fragment } from "react";
import type { RunResult } from "../../engine/protocol";
import { significant } from "../../geometry/format";
import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";
import { kept, written } from "../compare";
import { inputLanguage, separatorOf, writtenOf } from "../labels";
import { textOf } from "./predictions";

export function EffectSummary({ run }: { readonly run: RunResult }) {
  const { t } = useTranslation();
  const typed = useApp((state) => inputLanguage(state.model));
  const { baseline, effect, outcome, recomputed, operations } = run;
  const language = outcome.kind === "sequence" ? outcome.language : typed;
  return (
    <section className="effect" aria-labelledby="without-effect">
      <h2 id="without-effect" className="heading">
        {t("without.effect")}
      </h2>
      {baseline === null || effect === null ? (
        <p className="soft">{t("without.effect.none")}</p>
      ) : (
        <>
          <dl className="before-now">
            <div>
              <dt className="soft small">{t("without.before")}</dt>
              <dd lang={language}>{textOf(baseline)}</dd>
            </div>
            <div>
              <dt className="soft small">{t("without.now")}</dt>
              <dd lang={language}>
                <Changed run={run} />
              </dd>
            </div>
          </dl>
          <p className="soft small">
            {effect.mean === null ? (
              t("without.incomparable")
            ) : (
              <>
                {t("without.changed", { changed: effect.changed, count: effect.rows.length })}
                {" · "}
                <span title={t("without.divergence.help")}>
                  {t("without.divergence", { nats: significant(effect.mean) })}
                </span>
              </>
            )}
            {" · "}
            {t("without.recomputed", { recomputed, operations })}
          </p>
        </>
      )}
    </section>
  );
}

/** What comes out now, tokens that were not written before underlined. */
function Changed({ run }: { readonly run: RunResult }) {
  const task = useApp(({ model }) => model?.task);
  const [now, before] = [writtenOf(run.outcome), writtenOf(run.baseline)];
  if (!now || !before) return textOf(run.outcome);
  const separator = separatorOf(task, run);
  const words = written(now);
  const same = kept(words, written(before));
  return words.map(({ text }, index) => (
    <Fragment key={index}>
      {index > 0 ? separator : null}
      <span className={same[index] ? undefined : "changed"}>{text}</span>
    </Fragment>
  ));
}
