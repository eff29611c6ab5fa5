/** The parts of a sum as signed bars, the largest first, and under a line what they add up to. */
import { useMemo } from "react";
import { largestParts } from "../geometry/bars";
import { full, significant } from "../geometry/format";
import { useTranslation } from "../i18n";
import { BarList, type BarRow } from "./BarList";

export interface Contribution {
  /** Unique among the parts. */
  readonly id: string;
  readonly label: string;
  readonly value: number;
}

interface Props {
  readonly parts: readonly Contribution[];
  /** Accessible name. */
  readonly label: string;
  /** What the parts add up to, such as “logit of ‘rouge’”. */
  readonly sumLabel: string;
  /** What the model itself computed; said where the sum rounds otherwise. */
  readonly result?: number | undefined;
  /** Parts that are listed; the others are one row. 12 unless told. */
  readonly most?: number | undefined;
  /** Leave the parts in their order instead of the largest first. */
  readonly inOrder?: boolean | undefined;
  readonly selected?: string | null | undefined;
  readonly onSelect?: ((id: string) => void) | undefined;
}

const othersId = " others";
const sumId = " sum";

export function ContributionBars({ parts, label, sumLabel, result, most = 12, inOrder = false, ...props }: Props) {
  const { t } = useTranslation();
  const { shown, others } = useMemo(
    () => (inOrder ? { shown: parts, others: { count: 0, sum: 0 } } : largestParts(parts, most)),
    [parts, most, inOrder],
  );
  const sum = parts.reduce((before, { value }) => before + value, 0);
  const row = (id: string, name: string, value: number, tone?: BarRow["tone"]): BarRow => {
    const words = t("figure.part", { name, value: full(value) });
    return { id, label: name, value, text: significant(value), words, tone };
  };
  const rows =
    parts.length === 0
      ? []
      : [
          ...shown.map((part) => row(part.id, part.label, part.value)),
          ...(others.count > 0 ? [row(othersId, t("figure.others", { count: others.count }), others.sum)] : []),
          row(sumId, sumLabel, sum, "sum"),
        ];
  const onSelect = props.onSelect;
  return (
    <>
      <BarList
        rows={rows}
        label={label}
        signed
        selected={props.selected}
        onSelect={onSelect && ((id) => id !== othersId && id !== sumId && onSelect(id))}
      />
      {result !== undefined && full(result) !== full(sum) ? (
        <p className="soft small">{t("figure.rounded", { sum: full(sum), result: full(result) })}</p>
      ) : null}
    </>
  );
}
