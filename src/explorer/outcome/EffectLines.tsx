import { full } from "../../geometry/format";
import { useTranslation } from "../../i18n";
import type { Effect } from "../../model/effects";
import { useApp } from "../../state/useApp";
import { visible } from "../tokenText";

interface Changed {
  /** Where, in the stack that answers; null for a whole input's class. */
  readonly position: number | null;
  /** The likeliest without the changes, and with them. */
  readonly from: string;
  readonly to: string;
}

interface Props {
  readonly effect: Effect;
  /** Predictions whose likeliest is another now. */
  readonly changed: readonly Changed[];
  /** BCP 47 of their texts. */
  readonly language: string;
}

/** Changed predictions that are named. */
const most = 8;

/** How far the changes move the outcome: the divergence, and what is predicted instead. */
export function EffectLines({ effect: { rows, mean }, changed, language }: Props) {
  const { t } = useTranslation();
  const select = useApp((state) => state.select);
  if (mean === null) return <p className="soft small">{t("effect.none")}</p>;
  return (
    <>
      <p className="soft small" role="status">
        {t("effect.mean", { value: full(mean), count: rows.length })}{" "}
        {t(changed.length === 0 ? "effect.same" : "effect.changed", { count: changed.length })}
      </p>
      <ul className="changed-list">
        {changed.slice(0, most).map(({ position, from, to }) => (
          <li key={position}>
            <button
              type="button"
              className="chip"
              lang={language}
              aria-label={t("effect.pair", { from: visible(from), to: visible(to) })}
              disabled={position === null}
              onClick={() => select({ position })}
            >
              <s>{visible(from)}</s> → <b>{visible(to)}</b>
            </button>
          </li>
        ))}
      </ul>
      {changed.length > most ? (
        <p className="soft small">{t("effect.more", { count: changed.length - most })}</p>
      ) : null}
    </>
  );
}
