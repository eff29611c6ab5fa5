/** Beam search as a tree: every continuation that was weighed, the kept ones in full ink. Arrow keys walk along it. */
import { linkHorizontal } from "d3";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { type BeamNode, beamBox, beamNeighbour, beamTreeLayout, type PlacedBeam } from "../geometry/beamTree";
import { full, short } from "../geometry/format";
import { useTranslation } from "../i18n";
import { Tip } from "../ui/Tip";
import { pagePalette } from "../ui/usePaint";
import { widest } from "./paint";
import "./beam-tree.css";

interface Props {
  readonly nodes: readonly BeamNode[];
  /** BCP 47 of the tokens. */
  readonly language: string;
  /** Accessible name. */
  readonly label: string;
  /** The way to this node is drawn thick. */
  readonly selected: number | null;
  readonly onSelect: (index: number) => void;
}

const margin = 3;

export function BeamTree({ nodes, language, label, selected, onSelect }: Props) {
  const { t } = useTranslation();
  const layout = useMemo(() => beamTreeLayout(nodes), [nodes]);
  const elements = useRef(new Map<number, SVGRectElement>());
  const [stop, setStop] = useState<number | null>(selected);
  const [read, setRead] = useState<PlacedBeam | null>(null);
  if (layout.nodes.length === 0) return <p className="figure-empty">{t("figure.empty")}</p>;
  const way = wayTo(selected, nodes);
  const first = layout.nodes.find(({ node }) => node.index === stop) ?? layout.nodes[0];
  const words = ({ node, depth }: PlacedBeam) => {
    const numbers = { token: node.text, probability: full(Math.exp(node.own)), sum: full(node.total) };
    if (depth === 0) return t("figure.beam.first", numbers);
    return t(`figure.beam.${node.fate}`, numbers);
  };
  const onKeyDown = (event: KeyboardEvent, from: PlacedBeam) => {
    if (event.key === "Enter" || event.key === " ") onSelect(from.node.index);
    else {
      const next = beamNeighbour(event.key, from, layout);
      if (!next) return;
      elements.current.get(next.node.index)?.focus();
    }
    event.preventDefault();
  };
  const line = linkHorizontal<unknown, readonly [number, number]>();
  return (
    <div className="beam-tree">
      <svg
        width={layout.width + 2 * margin}
        height={layout.height + 2 * margin}
        viewBox={`${-margin} ${-margin} ${layout.width + 2 * margin} ${layout.height + 2 * margin}`}
        role="group"
        aria-label={label}
      >
        <g aria-hidden="true">
          {layout.links.map(({ from, to }) => (
            <path
              key={to.node.index}
              className={`beam-link${to.node.fate === "pruned" ? " pruned" : ""}${way.has(to.node.index) ? " chosen" : ""}`}
              d={
                line({
                  source: [from.x + beamBox.width, from.y + beamBox.height / 2],
                  target: [to.x, to.y + beamBox.height / 2],
                }) ?? ""
              }
            />
          ))}
        </g>
        {layout.nodes.map((placed) => {
          const { node, x, y } = placed;
          return (
            <g
              key={node.index}
              className={`beam${node.fate === "pruned" ? " pruned" : ""}${way.has(node.index) ? " chosen" : ""}`}
              transform={`translate(${x} ${y})`}
            >
              <rect
                ref={(element) => {
                  if (element) elements.current.set(node.index, element);
                  else elements.current.delete(node.index);
                }}
                width={beamBox.width}
                height={beamBox.height}
                rx={5}
                role="button"
                aria-label={words(placed)}
                aria-pressed={node.index === selected}
                tabIndex={placed === first ? 0 : -1}
                onFocus={(event) => {
                  setStop(node.index);
                  if (event.currentTarget.matches(":focus-visible")) setRead(placed);
                }}
                onBlur={() => setRead(null)}
                onPointerEnter={(event) => event.pointerType !== "touch" && setRead(placed)}
                onPointerLeave={() => setRead(null)}
                onClick={() => onSelect(node.index)}
                onKeyDown={(event) => onKeyDown(event, placed)}
              />
              <g aria-hidden="true">
                <text x={9} y={21} lang={language}>
                  {fitting(node.text)}
                </text>
                <text className="beam-number" x={beamBox.width - 8} y={21}>
                  {short(node.total)}
                </text>
              </g>
            </g>
          );
        })}
      </svg>
      {read ? (
        <Tip anchor={() => elements.current.get(read.node.index)?.getBoundingClientRect() ?? null}>{words(read)}</Tip>
      ) : null}
    </div>
  );
}

/** As much of a token as its box holds beside the number. */
function fitting(text: string): string {
  const letters = [...text];
  const font = `13px ${pagePalette().face}`;
  while (letters.length > 1 && widest([letters.join("")], font) > beamBox.width - 60) letters.pop();
  return letters.length < [...text].length ? `${letters.join("")}…` : text;
}

/** The nodes from the first token to a node. */
function wayTo(index: number | null, nodes: readonly BeamNode[]): ReadonlySet<number> {
  const way = new Set<number>();
  for (let at = index; at !== null && !way.has(at); at = nodes.find((node) => node.index === at)?.parent ?? null)
    way.add(at);
  return way;
}
