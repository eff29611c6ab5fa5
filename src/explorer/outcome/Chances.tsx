import type { Candidate } from "../../engine/protocol";
import { full, percent } from "../../geometry/format";
import { useTranslation } from "../../i18n";
import { BarList, type BarRow } from "../../views/BarList";
import { SaveMenu } from "../SaveMenu";
import { hexadecimal, visible } from "../tokenText";

interface Props {
  /** Likeliest first. */
  readonly candidates: readonly Candidate[];
  /** BCP 47 of the texts. */
  readonly language: string;
  /** Accessible name. */
  readonly label: string;
  readonly selected?: number | null;
  /** Whether tokens are drawn, so that what was cut off is struck out. */
  readonly cuts?: boolean;
}

const whole = { low: 0, high: 1 };

/**
 * Probabilities as bars; where the same was asked without the changes, what it was then stands outlined below.
 */
export function Chances({ candidates, language, label, selected = null, cuts = false }: Props) {
  const { t } = useTranslation();
  const withBytes = (words: string, bytes: readonly number[] | undefined) =>
    bytes ? `${words} · ${t("token.bytes", { bytes: hexadecimal(bytes) })}` : words;
  const rows = candidates.map(({ id, text, bytes, probability, chance, before }): BarRow => {
    const token = visible(text);
    const now = { token, percent: full(probability) };
    return {
      id: String(id),
      label: token,
      language,
      value: probability,
      before,
      text:
        before === null ? (
          percent(probability)
        ) : (
          <>
            {percent(probability)} <small>← {percent(before)}</small>
          </>
        ),
      words: withBytes(
        before === null ? t("outcome.probability", now) : t("outcome.probabilityWas", { ...now, was: full(before) }),
        bytes,
      ),
      tone: cuts && chance === 0 ? "cut" : "plain",
    };
  });
  const compared = candidates.some(({ before }) => before !== null);
  return (
    <>
      <BarList rows={rows} label={label} scale={whole} selected={selected === null ? null : String(selected)} />
      {compared ? <p className="soft small">{t("outcome.legend")}</p> : null}
      <SaveMenu
        title={label}
        matrix={() => ({
          data: Float32Array.from(
            candidates.flatMap(({ probability, before }) =>
              compared ? [before ?? Number.NaN, probability] : probability,
            ),
          ),
          rowLabels: candidates.map(({ text }) => text),
          columnLabels: compared ? [t("outcome.before"), t("outcome.now")] : [t("outcome.share")],
        })}
        figure={null}
      />
    </>
  );
}
