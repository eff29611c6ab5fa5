/**
 * One row of attention as bars that are changed by hand: up and down gives a key more or less, from one bar to another
 * moves its weight. The row adds up to 1 throughout. Each bar is a slider; all are one stop of the Tab key.
 */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { full, weight } from "../geometry/format";
import { type WeightRow, withMoved, withWeight } from "../geometry/rowWeights";
import { useRoving } from "../ui/useRoving";
import "./row-bars.css";

interface Props {
  /** [K], adding up to 1. */
  readonly weights: readonly number[];
  readonly labels: readonly string[];
  /** BCP 47 of the labels. */
  readonly language: string;
  /** Whether a key may be read at all. */
  readonly open: (key: number) => boolean;
  /** Accessible name of the row. */
  readonly label: string;
  /** Accessible name of one bar. */
  readonly nameOf: (key: number) => string;
  /** What stands in place of a masked key's weight. */
  readonly masked: string;
  /** Once for a whole drag, when the pointer is let go. */
  readonly onChange: (weights: readonly number[]) => void;
}

const step = 0.05;
const page = 0.25;

interface Drag {
  readonly from: number;
  readonly weights: readonly number[];
}

export function RowBars({ weights, labels, language, open, label, nameOf, masked, onChange }: Props) {
  const bars = useRef<HTMLDivElement>(null);
  const item = useRoving(labels.length, labels.length);
  const [drag, setDrag] = useState<Drag | null>(null);
  const shown = drag?.weights ?? weights;
  const row: WeightRow = { weights, open };

  const dragged = (event: PointerEvent, from: number): readonly number[] => {
    const over = [...(bars.current?.children ?? [])].findIndex((bar) => {
      const { left, right } = bar.getBoundingClientRect();
      return event.clientX >= left && event.clientX < right;
    });
    if (over >= 0 && over !== from) return withMoved(row, from, over, 1);
    const track = event.currentTarget.querySelector(".row-bar-track")?.getBoundingClientRect();
    return track ? withWeight(row, from, (track.bottom - event.clientY) / track.height) : weights;
  };
  const onKeyDown = (event: KeyboardEvent, key: number, move: (event: KeyboardEvent) => void) => {
    const now = weights[key] ?? 0;
    const set = { ArrowUp: now + step, ArrowDown: now - step, PageUp: now + page, PageDown: now - page }[event.key];
    const to = event.shiftKey ? { ArrowRight: key + 1, ArrowLeft: key - 1 }[event.key] : undefined;
    if (to !== undefined) onChange(withMoved(row, key, to, step));
    else if (set !== undefined) onChange(withWeight(row, key, set));
    move(event);
    if (set !== undefined || to !== undefined) event.preventDefault();
  };
  return (
    <div ref={bars} className="row-bars" role="group" aria-label={label}>
      {labels.map((text, key) => {
        const share = shown[key] ?? 0;
        const { onKeyDown: move, ...roving } = item(key);
        return (
          <div
            key={key}
            role="slider"
            {...roving}
            className={open(key) ? "row-bar" : "row-bar closed"}
            aria-label={nameOf(key)}
            aria-orientation="vertical"
            aria-valuemin={0}
            aria-valuemax={1}
            aria-valuenow={Number(share.toFixed(4))}
            aria-valuetext={open(key) ? full(share) : masked}
            aria-disabled={!open(key)}
            title={`${text}: ${open(key) ? full(share) : masked}`}
            onKeyDown={(event) => onKeyDown(event, key, move)}
            onPointerDown={(event) => {
              if (!open(key) || event.button !== 0) return;
              event.currentTarget.setPointerCapture?.(event.pointerId);
              setDrag({ from: key, weights: dragged(event, key) });
            }}
            onPointerMove={(event) => drag?.from === key && setDrag({ from: key, weights: dragged(event, key) })}
            onPointerUp={() => {
              if (drag?.from === key) onChange(drag.weights);
              setDrag(null);
            }}
            onPointerCancel={() => setDrag(null)}
          >
            <span className="row-bar-number">{open(key) ? weight(share) : "–"}</span>
            <span className="row-bar-track">
              <i style={{ height: `${share * 100}%` }} />
            </span>
            <span className="row-bar-label" lang={language}>
              {text}
            </span>
          </div>
        );
      })}
    </div>
  );
}
