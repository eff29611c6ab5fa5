/** A switch under each thumbnail of the grid of heads. Drawn again when something is switched, not with a new answer. */
import { memo } from "react";
import type { HeadGridLayout, HeadPlace } from "../geometry/headGrid";
import { useRoving } from "../ui/useRoving";
import "../ui/knob.css";

interface Props {
  /** Heads of each row. */
  readonly counts: readonly number[];
  readonly layout: HeadGridLayout;
  readonly off: readonly HeadPlace[];
  /** Accessible name of all of them. */
  readonly label: string;
  /** Accessible name of one. */
  readonly nameOf: (place: HeadPlace) => string;
  readonly onSwitch: (place: HeadPlace) => void;
}

export const HeadSwitches = memo(function HeadSwitches({ counts, layout, off, label, nameOf, onSwitch }: Props) {
  const heads = layout.columns;
  const item = useRoving(counts.length * heads, heads);
  const isOff = new Set(off.map(({ row, head }) => row * heads + head));
  return (
    <div
      role="group"
      aria-label={label}
      className="head-switches"
      style={{
        left: layout.left,
        top: layout.top,
        gridTemplateColumns: `repeat(${heads}, ${layout.cellWidth}px)`,
        gridAutoRows: layout.cellHeight,
      }}
    >
      {counts.flatMap((count, row) =>
        Array.from({ length: count }, (_, head) => (
          <button
            key={row * heads + head}
            type="button"
            role="switch"
            {...item(row * heads + head)}
            className="knob head-switch"
            style={{
              gridRow: row + 1,
              gridColumn: head + 1,
              width: layout.cellWidth - layout.gap,
              marginBottom: layout.gap,
            }}
            aria-checked={!isOff.has(row * heads + head)}
            aria-label={nameOf({ row, head })}
            onClick={() => onSwitch({ row, head })}
          />
        )),
      )}
    </div>
  );
});
