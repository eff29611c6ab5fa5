/**
 * The logit lens (nostalgebraist 2020): what the model would say at each position if its output were read after each
 * sublayer already. A matrix whose cells are words, coloured by their probability.
 */
import { useMemo } from "react";
import type { Theme } from "../geometry/colour";
import { percent } from "../geometry/format";
import type { MatrixCell } from "../geometry/matrixLayout";
import { useTranslation } from "../i18n";
import { MatrixView } from "./MatrixView";

export interface LensCandidate {
  readonly text: string;
  /** In [0, 1]. */
  readonly probability: number;
}

export interface LensRow {
  /** After which sublayer. */
  readonly label: string;
  /** For each position the likeliest tokens, best first. */
  readonly cells: readonly (readonly LensCandidate[])[];
}

interface Props {
  readonly rows: readonly LensRow[];
  /** The tokens that the model was given at each position. */
  readonly positions: readonly string[];
  /** Accessible name. */
  readonly label: string;
  readonly theme: Theme;
  readonly selected: MatrixCell | null;
  readonly onSelect: (cell: MatrixCell | null) => void;
  readonly onHover?: ((cell: MatrixCell | null) => void) | undefined;
}

const reading = { width: 74, height: 30 };

export function LogitLensTable({ rows, positions, label, theme, selected, onSelect, onHover }: Props) {
  const { t } = useTranslation();
  const data = useMemo(
    () => Float32Array.from(rows.flatMap(({ cells }) => positions.map((_, at) => cells[at]?.[0]?.probability ?? 0))),
    [rows, positions],
  );
  const labels = useMemo(() => rows.map((row) => row.label), [rows]);
  const candidates = ({ row, column }: MatrixCell) => rows[row]?.cells[column] ?? [];
  const text = useMemo(
    () =>
      ({ row, column }: MatrixCell) =>
        rows[row]?.cells[column]?.[0]?.text ?? "",
    [rows],
  );
  return (
    <MatrixView
      data={data}
      rowLabels={labels}
      columnLabels={positions}
      label={label}
      theme={theme}
      scale="probability"
      density="reading"
      reading={reading}
      text={text}
      maxHeight={640}
      pinned={selected}
      onPin={onSelect}
      onHover={onHover}
      describe={(cell, value) =>
        t("figure.lens.cell", {
          layer: rows[cell.row]?.label ?? "",
          position: positions[cell.column] ?? "",
          token: text(cell),
          value,
        })
      }
      detail={(cell) => (
        <span className="figure-list">
          {candidates(cell)
            .slice(1)
            .map((candidate, at) => (
              <span key={at}>
                {candidate.text} {percent(candidate.probability)}
              </span>
            ))}
        </span>
      )}
    />
  );
}
