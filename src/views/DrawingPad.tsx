/**
 * A square of 28 by 28 pixels to draw a digit on, by mouse, finger, pen or keyboard. What it gives is centred as MNIST's
 * digits are, because the model has seen no others; the small picture shows that.
 */
import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { likeMnist, withStroke } from "../geometry/drawing";
import type { Point } from "../geometry/matrixLayout";
import { useTranslation } from "../i18n";
import { PixelPicture } from "./PixelPicture";
import "./drawing-pad.css";

interface Props {
  /** What the model is given, 784 values in [0, 1], row by row; a change from elsewhere takes the drawing's place. */
  readonly pixels: readonly number[];
  /** With every stroke, while it is drawn. */
  readonly onDraw: (pixels: readonly number[]) => void;
  /** Pixels along each side of the patches that the model reads; they are drawn as a grid. null for none. */
  readonly patch: number | null;
  /** Accessible name; how to draw is added. */
  readonly label: string;
}

const size = 28;
/** CSS pixels across and down. */
const shown = 252;
/** Strokes that can be taken back. */
const remembered = 100;

export function DrawingPad({ pixels, onDraw, patch, label }: Props) {
  const { t } = useTranslation();
  const help = useId();
  const [drawing, setDrawing] = useState<Float32Array>(() => Float32Array.from(pixels));
  const [given, setGiven] = useState(pixels);
  const [past, setPast] = useState<readonly Float32Array[]>([]);
  const [cursor, setCursor] = useState<Point>({ x: 14, y: 14 });
  const [focused, setFocused] = useState(false);
  const pen = useRef<Point | null>(null);
  // Another picture was chosen: this one is taken back to by undo.
  if (pixels !== given && !sameAs(pixels, given)) {
    setGiven(pixels);
    setPast([...past, drawing].slice(-remembered));
    setDrawing(Float32Array.from(pixels));
  }
  const show = (next: Float32Array) => {
    const emitted = Array.from(likeMnist(next, size));
    setDrawing(next);
    setGiven(emitted);
    onDraw(emitted);
  };
  const remember = () => setPast([...past, drawing].slice(-remembered));
  const undo = () => {
    const last = past.at(-1);
    if (!last) return;
    setPast(past.slice(0, -1));
    show(last);
  };
  const under = (event: PointerEvent): Point => {
    const corner = event.currentTarget.getBoundingClientRect();
    const scale = size / Math.max(1, corner.width);
    return { x: (event.clientX - corner.x) * scale, y: (event.clientY - corner.y) * scale };
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (event.key === " ") {
      remember();
      show(withStroke(drawing, size, middle(cursor), middle(cursor)));
    } else if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey)) undo();
    else if (step) {
      const next = { x: inside(cursor.x + step.x), y: inside(cursor.y + step.y) };
      setCursor(next);
      if (event.shiftKey) {
        remember();
        show(withStroke(drawing, size, middle(cursor), middle(next)));
      }
    } else return;
    event.preventDefault();
  };
  const ink = drawing[cursor.y * size + cursor.x] ?? 0;
  return (
    <div className="drawing">
      <div
        className="drawing-pad"
        role="application"
        tabIndex={0}
        aria-label={label}
        aria-describedby={help}
        onKeyDown={onKeyDown}
        onFocus={(event) => setFocused(event.currentTarget.matches(":focus-visible"))}
        onBlur={() => setFocused(false)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture?.(event.pointerId);
          const point = under(event);
          pen.current = point;
          remember();
          show(withStroke(drawing, size, point, point));
        }}
        onPointerMove={(event) => {
          if (!pen.current) return;
          const point = under(event);
          show(withStroke(drawing, size, pen.current, point));
          pen.current = point;
        }}
        onPointerUp={() => {
          pen.current = null;
        }}
        onPointerCancel={() => {
          pen.current = null;
        }}
      >
        <PixelPicture pixels={Array.from(drawing)} width={size} height={size} size={shown} />
        <svg viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
          {patch === null ? null : <path className="drawing-grid" d={gridPath(patch)} />}
          {focused ? <rect className="drawing-cursor" x={cursor.x} y={cursor.y} width={1} height={1} /> : null}
        </svg>
      </div>
      <span className="hidden" aria-live="polite">
        {focused
          ? t(ink > 0.5 ? "figure.drawing.ink" : "figure.drawing.blank", { row: cursor.y + 1, column: cursor.x + 1 })
          : ""}
      </span>
      <div className="drawing-side">
        <span className="soft small">{t("figure.drawing.given")}</span>
        <PixelPicture pixels={given} width={size} height={size} size={56} />
        <Button className="tool" isDisabled={past.length === 0} onPress={undo}>
          {t("figure.drawing.undo")}
        </Button>
        <Button
          className="tool"
          isDisabled={drawing.every((value) => value === 0)}
          onPress={() => {
            remember();
            show(new Float32Array(size * size));
          }}
        >
          {t("figure.drawing.clear")}
        </Button>
      </div>
      <p id={help} className="soft small drawing-help">
        {t("figure.drawing.help")}
      </p>
    </div>
  );
}

const steps: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

const inside = (at: number) => Math.min(size - 1, Math.max(0, at));
const middle = ({ x, y }: Point): Point => ({ x: x + 0.5, y: y + 0.5 });

function gridPath(patch: number): string {
  let path = "";
  for (let at = patch; at < size; at += patch) path += `M${at} 0V${size}M0 ${at}H${size}`;
  return path;
}

function sameAs(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
