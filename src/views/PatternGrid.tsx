/** One head's pattern, large: queries down, keys across, every cell with its value. */
import { useMemo, useState } from "react";
import { inkOn, sequential, type Theme } from "../geometry/colour";
import { full, weight } from "../geometry/format";
import { useRoving } from "../ui/useRoving";

export interface Cell {
  readonly query: number;
  readonly key: number;
}

interface Props {
  /** [queries, keys], row-major, in [0, 1]. */
  readonly pattern: Float32Array;
  readonly queryLabels: readonly string[];
  readonly keyLabels: readonly string[];
  /** BCP 47 of the labels. */
  readonly queryLanguage: string;
  readonly keyLanguage: string;
  /** Whether a query may not read this key. */
  readonly masked: (cell: Cell) => boolean;
  readonly selected: Cell | null;
  readonly onSelect: (cell: Cell) => void;
  readonly theme: Theme;
  /** Accessible name of the grid. */
  readonly label: string;
  /** Accessible name and readout of a cell, with its value in full. */
  readonly describe: (cell: Cell, value: string) => string;
  readonly corner: { readonly query: string; readonly key: string };
}

/** From this many keys on, cells are too narrow for numbers. */
const roomForNumbers = 14;

export function PatternGrid(props: Props) {
  const { pattern, queryLabels, keyLabels, masked, selected, onSelect, theme, label, describe, corner } = props;
  const colour = useMemo(() => sequential(theme), [theme]);
  const [hovered, setHovered] = useState<Cell | null>(null);
  const keys = keyLabels.length;
  const inside = selected !== null && selected.query < queryLabels.length && selected.key < keys ? selected : null;
  const item = useRoving(queryLabels.length * keys, keys, { initial: inside ? inside.query * keys + inside.key : 0 });
  const read = hovered ?? inside;
  const valueAt = ({ query, key }: Cell) => pattern[query * keys + key] ?? 0;
  const numbers = keys <= roomForNumbers;
  return (
    <div className="pattern">
      <div className="pattern-scroll">
        <table
          role="grid"
          aria-label={label}
          className={numbers ? "cells" : "cells dense"}
          onPointerLeave={() => setHovered(null)}
        >
          <thead>
            <tr>
              <th scope="col" className="corner">
                <span className="query">{corner.query}</span> ↓ <span className="key">{corner.key}</span> →
              </th>
              {keyLabels.map((text, key) => (
                <th key={key} scope="col" lang={props.keyLanguage} className={read?.key === key ? "at" : undefined}>
                  <span>{text}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {queryLabels.map((text, query) => (
              <tr key={query}>
                <th scope="row" lang={props.queryLanguage} className={read?.query === query ? "at" : undefined}>
                  {text}
                </th>
                {keyLabels.map((_, key) => {
                  const cell = { query, key };
                  const value = valueAt(cell);
                  const hidden = masked(cell);
                  const background = colour(value);
                  const { onFocus, ...roving } = item(query * keys + key);
                  const at = inside?.query === query && inside.key === key;
                  return (
                    <td
                      key={key}
                      {...roving}
                      role="gridcell"
                      aria-selected={at}
                      aria-label={describe(cell, full(value))}
                      // Drawn by the style sheet, so that the name, which has the value in full, is all that is read out.
                      data-weight={numbers && !hidden ? weight(value) : ""}
                      className={hidden ? "masked" : undefined}
                      style={hidden ? undefined : { background, color: inkOn(background) }}
                      onFocus={(event) => {
                        onFocus(event);
                        onSelect(cell);
                      }}
                      onClick={(event) => event.currentTarget.focus()}
                      onPointerEnter={() => setHovered(cell)}
                    />
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="readout" aria-hidden="true">
        {read ? describe(read, full(valueAt(read))) : "\u00a0"}
      </p>
    </div>
  );
}
