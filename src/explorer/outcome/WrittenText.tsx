import { Fragment } from "react";
import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";
import { kept, written } from "../compare";
import type { WrittenProps } from "./writtenProps";

/** The text as a reader writes it; with changes, both texts, one under the other. */
export function WrittenText({ now, before, language, separator }: WrittenProps) {
  const { t } = useTranslation();
  const writing = useApp((state) => state.writing?.text ?? null);
  const typed = useApp(({ run }) => (now.kind === "nextToken" && run?.input.kind === "text" ? run.input.text : null));
  const text = writing ?? now.text;
  return (
    <>
      <h2 className="heading">{t(`outcome.text.${now.kind}`)}</h2>
      {before ? (
        <Both now={now} before={before} language={language} separator={separator} />
      ) : (
        <output className="outcome-text translation" lang={language} aria-label={t(`outcome.text.${now.kind}`)}>
          {typed === null ? null : <span className="typed">{typed + separator}</span>}
          {text}
        </output>
      )}
      {text === "" ? (
        <p className="soft small">{t(now.ended ? "outcome.nothingYet.ended" : "outcome.nothingYet")}</p>
      ) : null}
    </>
  );
}

/** Tokens that only the changed text has are underlined. */
function Both({ now, before, language, separator }: WrittenProps & { readonly before: WrittenProps["now"] }) {
  const { t } = useTranslation();
  const tokens = written(now);
  const same = kept(tokens, written(before));
  return (
    <>
      <dl className="translations">
        <dt className="soft small">{t("outcome.withAll")}</dt>
        <dd lang={language}>{before.text}</dd>
        <dt className="soft small">{t("outcome.now")}</dt>
        <dd lang={language} data-testid="changed-text" className="translation">
          {tokens.map(({ text }, index) => (
            <Fragment key={index}>
              {index > 0 ? separator : null}
              <span className={same[index] ? undefined : "changed"}>{text}</span>
            </Fragment>
          ))}
        </dd>
      </dl>
      <p className="soft small" role="status">
        {t(now.text === before.text ? "outcome.same" : "outcome.changed")}
      </p>
    </>
  );
}
