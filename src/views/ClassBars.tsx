/** The probabilities of a classifier's classes, the likeliest first, and which class is the right one where that is known. */
import { full, percent } from "../geometry/format";
import { useTranslation } from "../i18n";
import { BarList } from "./BarList";

export interface ClassShare {
  readonly id: string;
  readonly label: string;
  /** In [0, 1]. */
  readonly probability: number;
}

interface Props {
  readonly classes: readonly ClassShare[];
  /** Accessible name. */
  readonly label: string;
  /** The right class, marked. */
  readonly expected?: string | null | undefined;
  /** Rows shown; all unless told. */
  readonly most?: number | undefined;
  readonly selected?: string | null | undefined;
  readonly onSelect?: ((id: string) => void) | undefined;
}

export function ClassBars({ classes, label, expected = null, most = classes.length, selected, onSelect }: Props) {
  const { t } = useTranslation();
  const rows = classes
    .toSorted((a, b) => b.probability - a.probability)
    .slice(0, most)
    .map(({ id, label: name, probability }) => {
      const right = id === expected;
      const value = full(probability);
      return {
        id,
        label: right ? `✓ ${name}` : name,
        value: probability,
        text: percent(probability),
        words: t(right ? "figure.class.right" : "figure.part", { name, value }),
      };
    });
  return <BarList rows={rows} label={label} scale={{ low: 0, high: 1 }} selected={selected} onSelect={onSelect} />;
}
