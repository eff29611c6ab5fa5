/**
 * The likeliest next tokens, and what a cut (top-k, top-p) leaves of them: kept tokens share all of the probability, what
 * was cut is hatched.
 */
import { full, percent } from "../geometry/format";
import { useTranslation } from "../i18n";
import { BarList, type BarRow } from "./BarList";

export interface SampledToken {
  readonly id: number;
  readonly text: string;
  /** As the model says, in [0, 1]. */
  readonly probability: number;
  /** After the cut: 0 where it was cut off, the same as `probability` without a cut. */
  readonly share: number;
}

interface Props {
  /** Best first. */
  readonly tokens: readonly SampledToken[];
  /** BCP 47 of the tokens. */
  readonly language: string;
  /** Accessible name. */
  readonly label: string;
  /** All tokens that are not listed, together. */
  readonly rest: { readonly count: number; readonly probability: number; readonly share: number };
  /** The token that was taken. */
  readonly taken?: number | null | undefined;
  readonly onTake?: ((id: number) => void) | undefined;
}

const restId = "rest";

export function DistributionBars({ tokens, language, label, rest, taken = null, onTake }: Props) {
  const { t } = useTranslation();
  const row = (id: string, name: string, probability: number, share: number): BarRow => {
    const numbers = { token: name, probability: full(probability), share: full(share) };
    const cut = share === 0 && probability > 0;
    const changed = cut || Math.abs(share - probability) > 1e-6;
    return {
      id,
      label: name,
      language: id === restId ? undefined : language,
      value: cut ? probability : share,
      before: changed && !cut ? probability : null,
      text: cut ? t("figure.cut") : percent(share),
      words: changed
        ? t(cut ? "figure.token.cut" : "figure.token.kept", numbers)
        : t("figure.part", { name, value: numbers.probability }),
      tone: cut ? "cut" : "plain",
    };
  };
  const rows = tokens.map(({ id, text, probability, share }) => row(String(id), text, probability, share));
  if (rows.length > 0 && rest.count > 0) {
    rows.push(row(restId, t("figure.others", { count: rest.count }), rest.probability, rest.share));
  }
  return (
    <BarList
      rows={rows}
      label={label}
      scale={{ low: 0, high: 1 }}
      selected={taken === null ? null : String(taken)}
      onSelect={onTake && ((id) => id !== restId && onTake(Number(id)))}
    />
  );
}
