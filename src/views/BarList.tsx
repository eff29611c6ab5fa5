/**
 * Rows of a name, a bar from zero and a number: what contributions, distributions, classes and rankings are drawn with.
 * One stop of the Tab key; the row under the pointer or the focus is read out in full.
 */
import { type ReactNode, useRef } from "react";
import { type BarScale, barOf, barScale, zeroOf } from "../geometry/bars";
import { useTranslation } from "../i18n";
import { Tip } from "../ui/Tip";
import { useReadRows } from "./useReadRows";
import "./bar-list.css";

export interface BarRow {
  /** Unique in the list. */
  readonly id: string;
  readonly label: string;
  /** BCP 47 of the label; the page's unless told. */
  readonly language?: string | undefined;
  readonly value: number;
  /** A value to compare with, drawn outlined under the bar; null where there is none. */
  readonly before?: number | null | undefined;
  /** The number as it stands in the row. */
  readonly text: ReactNode;
  /** The whole row in words, with its numbers in full. */
  readonly words: string;
  /** `cut` is set back; `sum` stands under a line. */
  readonly tone?: "plain" | "cut" | "sum" | undefined;
}

interface Props {
  readonly rows: readonly BarRow[];
  /** Accessible name. */
  readonly label: string;
  /** Of all values unless told. */
  readonly scale?: BarScale | undefined;
  /** Negative bars are blue and positive ones orange, as in matrices; otherwise bars are of the colour of probabilities. */
  readonly signed?: boolean | undefined;
  readonly selected?: string | null | undefined;
  /** Rows are buttons if there is something that they do. */
  readonly onSelect?: ((id: string) => void) | undefined;
  readonly onHover?: ((id: string | null) => void) | undefined;
}

export function BarList({ rows, label, signed = false, selected = null, onSelect, onHover, ...props }: Props) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const initial = rows.findIndex(({ id }) => id === selected);
  const rowAt = (index: number | null) => (index === null ? null : (rows[index]?.id ?? null));
  const { read, row: readRow } = useReadRows(rows.length, initial, (index) => onHover?.(rowAt(index)));
  const scale = props.scale ?? barScale(rows.flatMap(({ value, before }) => [value, before ?? 0]));
  if (rows.length === 0) return <p className="figure-empty">{t("figure.empty")}</p>;
  const shown = read === null ? undefined : rows[read];
  return (
    <>
      <ul ref={list} className={signed ? "bar-list signed" : "bar-list"} aria-label={label}>
        {rows.map((row, index) => {
          const common = { ...readRow(index), className: "bar-row" };
          const inside = (
            <>
              <span className="hidden">{row.words}</span>
              <span aria-hidden="true" className="bar-label" lang={row.language}>
                {row.label}
              </span>
              <Track row={row} scale={scale} />
              <span aria-hidden="true" className="bar-text">
                {row.text}
              </span>
            </>
          );
          return (
            // By place: other texts in the rows that there are cost less than other rows.
            <li key={index} className={row.tone}>
              {onSelect ? (
                <button type="button" {...common} aria-pressed={row.id === selected} onClick={() => onSelect(row.id)}>
                  {inside}
                </button>
              ) : (
                <div {...common}>{inside}</div>
              )}
            </li>
          );
        })}
      </ul>
      {shown ? (
        <Tip anchor={() => list.current?.children[read ?? 0]?.getBoundingClientRect() ?? null}>{shown.words}</Tip>
      ) : null}
    </>
  );
}

function Track({ row, scale }: { readonly row: BarRow; readonly scale: BarScale }) {
  const [bar, zero] = [barOf(row.value, scale), zeroOf(scale)];
  const was = row.before === undefined || row.before === null ? null : barOf(row.before, scale);
  const place = ({ left, width }: typeof bar) => ({ marginLeft: `${left}%`, width: `${width}%` });
  return (
    <span aria-hidden="true" className="bar-area">
      <i className={row.value < 0 ? "bar negative" : "bar"} style={place(bar)} />
      {was ? <i className="bar was" style={place(was)} /> : null}
      {zero > 0 ? <i className="bar-zero" style={{ left: `${zero}%` }} /> : null}
    </span>
  );
}
