/**
 * Attention as lines from the tokens that read, at the left, to those that are read (the "head view" of BertViz,
 * https://arxiv.org/abs/1906.05714). The weight is the line's width and opacity. The tokens are buttons; the lines are a
 * canvas, for 64 tokens have 4,096 of them.
 */
import { type PointerEvent, useCallback, useMemo, useRef, useState } from "react";
import { leastWeight, lineAt, lineEnd, linesLayout, lineWidth, type Pair } from "../geometry/attentionLines";
import { inkOn, sequential, type Theme } from "../geometry/colour";
import { full, weight } from "../geometry/format";
import { useTranslation } from "../i18n";
import { Tip } from "../ui/Tip";
import { type Paint, usePaint } from "../ui/usePaint";
import { useRoving } from "../ui/useRoving";
import { useSize } from "../ui/useSize";
import "./attention-lines.css";

/** What is chosen; null where it is all of them. */
export interface LineSelection {
  readonly query: number | null;
  readonly key: number | null;
}

interface Props {
  /** [queries, keys], row-major. */
  readonly weights: Float32Array;
  readonly queryLabels: readonly string[];
  readonly keyLabels: readonly string[];
  /** BCP 47 of the labels. */
  readonly queryLanguage: string;
  readonly keyLanguage: string;
  /** Accessible name. */
  readonly label: string;
  readonly theme: Theme;
  readonly selected: LineSelection;
  /** A chosen token is let go by choosing it again. */
  readonly onSelect: (selection: LineSelection) => void;
  readonly onHover?: ((selection: LineSelection) => void) | undefined;
}

const nothing: LineSelection = { query: null, key: null };

export function AttentionLines(props: Props) {
  const { t } = useTranslation();
  if (props.queryLabels.length === 0 || props.keyLabels.length === 0) {
    return <p className="figure-empty">{t("figure.empty")}</p>;
  }
  return <Lines {...props} />;
}

function Lines({ weights, queryLabels, keyLabels, label, theme, selected, onSelect, onHover, ...languages }: Props) {
  const { t } = useTranslation();
  const drawn = useRef<HTMLDivElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const { width } = useSize(room);
  const keys = keyLabels.length;
  const layout = useMemo(() => linesLayout(queryLabels.length, keys, width), [queryLabels.length, keys, width]);
  const [hovered, setHovered] = useState<LineSelection>(nothing);
  const read = hovered.query === null && hovered.key === null ? selected : hovered;
  const colour = useMemo(() => sequential(theme), [theme]);
  const draw = useCallback<Paint>(
    (context) => {
      context.strokeStyle = colour(1);
      for (let query = 0; query < layout.queries; query++) {
        for (let key = 0; key < layout.keys; key++) {
          const share = weights[query * layout.keys + key] ?? 0;
          if (share < leastWeight) continue;
          const lit = matches({ query, key }, read);
          context.globalAlpha = lit ? 0.15 + 0.85 * Math.min(1, share) : 0.06;
          context.lineWidth = lineWidth(share);
          context.beginPath();
          context.moveTo(0, lineEnd(query, layout));
          context.lineTo(layout.width, lineEnd(key, layout));
          context.stroke();
        }
      }
      context.globalAlpha = 1;
    },
    [weights, layout, read, colour],
  );
  usePaint(drawn, layout.width, layout.height, theme, draw);

  const hover = (selection: LineSelection) => {
    if (selection.query === hovered.query && selection.key === hovered.key) return;
    setHovered(selection);
    onHover?.(selection);
  };
  const under = (event: PointerEvent | React.MouseEvent): Pair | null => {
    const corner = event.currentTarget.getBoundingClientRect();
    const shown = (pair: Pair) => matches(pair, selected);
    return lineAt({ x: event.clientX - corner.x, y: event.clientY - corner.y }, layout, weights, shown);
  };
  const at = (query: number, key: number) => weights[query * keys + key] ?? 0;
  const words = (side: Side, index: number): string => {
    const text = (side === "query" ? queryLabels : keyLabels)[index] ?? "";
    const other = side === "query" ? read.key : read.query;
    const [query, key] = side === "query" ? [index, other] : [other, index];
    if (query !== null && key !== null) {
      const names = { query: queryLabels[query] ?? "", key: keyLabels[key] ?? "" };
      return t("figure.line", { ...names, value: full(at(query, key)) });
    }
    const shares =
      side === "query" ? keyLabels.map((_, to) => at(index, to)) : queryLabels.map((_, from) => at(from, index));
    const most = shares.indexOf(Math.max(...shares));
    const partner = (side === "query" ? keyLabels : queryLabels)[most] ?? "";
    return t(side === "query" ? "figure.line.reads" : "figure.line.isRead", {
      text,
      partner,
      value: full(shares[most] ?? 0),
    });
  };
  const column = { layout, colour, words, hover };
  const tip = hovered.query !== null && hovered.key !== null ? hovered : null;
  return (
    <div className="lines" role="group" aria-label={label}>
      <Tokens
        {...column}
        side="query"
        chosen={selected.query}
        labels={queryLabels}
        language={languages.queryLanguage}
        share={read.key === null || read.query !== null ? null : (query) => at(query, read.key ?? 0)}
        onChoose={(query) => onSelect({ query: selected.query === query ? null : query, key: null })}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the tokens are the keyboard's way to the lines. */}
      <div
        ref={room}
        className="lines-room"
        style={{ height: layout.height }}
        onPointerMove={(event) => event.pointerType !== "touch" && hover(under(event) ?? nothing)}
        onPointerLeave={() => hover(nothing)}
        onClick={(event) => {
          const pair = under(event);
          if (pair) onSelect(pair);
        }}
      >
        <div ref={drawn} className="painted" aria-hidden="true" />
      </div>
      <Tokens
        {...column}
        side="key"
        chosen={selected.key}
        labels={keyLabels}
        language={languages.keyLanguage}
        share={read.query === null ? null : (key) => at(read.query ?? 0, key)}
        onChoose={(key) => onSelect({ key: selected.key === key ? null : key, query: null })}
      />
      {tip ? <Tip anchor={() => middleOf(room.current, tip, layout)}>{words("query", tip.query ?? 0)}</Tip> : null}
    </div>
  );
}

type Side = "query" | "key";

interface TokensProps {
  readonly side: Side;
  readonly labels: readonly string[];
  readonly language: string;
  readonly layout: ReturnType<typeof linesLayout>;
  /** The selected token of this side. */
  readonly chosen: number | null;
  readonly colour: (share: number) => string;
  /** The weight between a token and the one that is read; null where none is. */
  readonly share: ((index: number) => number) | null;
  readonly words: (side: Side, index: number) => string;
  readonly hover: (selection: LineSelection) => void;
  readonly onChoose: (index: number) => void;
}

function Tokens({ side, labels, language, layout, chosen, colour, share, words, hover, onChoose }: TokensProps) {
  const { t } = useTranslation();
  const item = useRoving(labels.length, 1, { initial: chosen ?? 0 });
  return (
    <div className={`lines-side ${side}-side`}>
      <p className={`figure-heading ${side}`}>{t(side === "query" ? "figure.query" : "figure.key")}</p>
      <ol aria-label={t(side === "query" ? "figure.queries" : "figure.keys")}>
        {labels.map((text, index) => {
          const part = share?.(index) ?? null;
          const background = part === null ? undefined : colour(part);
          const { onFocus, ...roving } = item(index);
          return (
            <li key={index} style={{ height: layout.rowHeight }}>
              <button
                type="button"
                {...roving}
                aria-label={words(side, index)}
                aria-pressed={index === chosen}
                // Drawn by the style sheet: the name has the weight in full.
                data-weight={part === null || part < leastWeight ? undefined : weight(part)}
                style={background === undefined ? undefined : { background, color: inkOn(background) }}
                onFocus={(event) => {
                  onFocus(event);
                  if (event.currentTarget.matches(":focus-visible")) hover({ ...nothing, [side]: index });
                }}
                onBlur={() => hover(nothing)}
                onPointerEnter={(event) => event.pointerType !== "touch" && hover({ ...nothing, [side]: index })}
                onPointerLeave={() => hover(nothing)}
                onClick={() => onChoose(index)}
              >
                <span lang={language}>{text}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function matches({ query, key }: Pair, selection: LineSelection): boolean {
  return (selection.query === null || selection.query === query) && (selection.key === null || selection.key === key);
}

/** The middle of a line, in the window. */
function middleOf(room: HTMLElement | null, { query, key }: LineSelection, layout: ReturnType<typeof linesLayout>) {
  const corner = room?.getBoundingClientRect();
  if (!corner) return null;
  const y = corner.y + (lineEnd(query ?? 0, layout) + lineEnd(key ?? 0, layout)) / 2;
  return { x: corner.x, y: y - 4, width: layout.width, height: 8 };
}
