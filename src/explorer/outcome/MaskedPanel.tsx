import type { Outcome } from "../../engine/protocol";
import { useTranslation } from "../../i18n";
import type { Effect } from "../../model/effects";
import { useApp } from "../../state/useApp";
import { inputLanguage } from "../labels";
import { Chances } from "./Chances";
import { EffectLines } from "./EffectLines";

type Masked = Extract<Outcome, { readonly kind: "masked" }>;

interface Props {
  readonly now: Masked;
  /** With nothing changed; null where nothing is. */
  readonly before: Masked | null;
  readonly effect: Effect | null;
}

/** What fills each hidden token. */
export function MaskedPanel({ now, before, effect }: Props) {
  const { t } = useTranslation();
  const language = useApp(({ model }) => inputLanguage(model));
  const best = ({ places }: Masked, position: number) =>
    places.find((place) => place.position === position)?.candidates[0]?.text;
  return (
    <>
      <h2 className="heading">{t("outcome.filled")}</h2>
      {now.places.length === 0 ? (
        <p className="soft">{t("outcome.noneHidden")}</p>
      ) : (
        <output className="outcome-text" lang={language}>
          {now.text}
        </output>
      )}
      {effect && before ? (
        <EffectLines
          effect={effect}
          changed={effect.rows.flatMap(({ position, before: was, after }) => {
            if (was === after) return [];
            return [{ position, from: best(before, position) ?? "", to: best(now, position) ?? "" }];
          })}
          language={language}
        />
      ) : null}
      {now.places.map(({ position, candidates }) => {
        const label = t("outcome.hidden", { position: position + 1 });
        return (
          <section key={position}>
            <h2 className="heading">{label}</h2>
            <Chances candidates={candidates} language={language} label={label} />
          </section>
        );
      })}
    </>
  );
}
