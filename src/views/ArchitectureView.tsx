/** The model's parts as in the paper's Figure 1; parts are chosen, heads are switched. */
import type { ReactNode } from "react";
import type { ArchitectureMap, HeadDot, MapPart } from "../geometry/architecture";
import { useRoving } from "../ui/useRoving";
import "./architecture.css";

interface Props {
  readonly map: ArchitectureMap;
  /** Accessible name of the drawing. */
  readonly label: string;
  readonly partLabel: (part: MapPart) => string;
  /** Accessible name, with the block. */
  readonly partName: (part: MapPart) => string;
  readonly isChosen: (part: MapPart) => boolean;
  readonly onChoose: (part: MapPart) => void;
  readonly headName: (dot: HeadDot) => string;
  readonly isOff: (dot: HeadDot) => boolean;
  readonly isFocused: (dot: HeadDot) => boolean;
  readonly onSwitch: (dot: HeadDot) => void;
  readonly captions: { readonly encoder: string; readonly decoder: string };
  /** Text at the top: what comes out. */
  readonly prediction: ReactNode;
}

const isAttention = (part: MapPart) => part.kind === "selfAttention" || part.kind === "crossAttention";
const presses = (key: string) => key === "Enter" || key === " ";

export function ArchitectureView({ map, label, captions, prediction: comesOut, ...on }: Props) {
  // The stacks grow upwards: the up arrow leads to the next part of the forward pass.
  const partItem = useRoving(map.parts.length, 1, { initial: map.parts.findIndex(on.isChosen), upwards: true });
  const dotItem = useRoving(map.dots.length, map.dots.length);
  const { encoder, decoder, prediction } = map.captions;
  return (
    <svg
      className="map"
      viewBox={`0 0 ${map.width} ${map.height}`}
      // One stack is not drawn larger than two: the letters grow with the page's.
      style={{ maxWidth: `${map.width / 12}em` }}
      role="group"
      aria-label={label}
    >
      <g aria-hidden="true">
        {map.streams.map(({ x, from, to }) => (
          <line key={x} className="stream" x1={x} x2={x} y1={from} y2={to} />
        ))}
        {map.blocks.map((box) => (
          <rect key={`${box.x} ${box.y}`} className="block" {...box} rx={9} />
        ))}
        {map.crossings.map((path) => (
          <path key={path} className="crossing" d={path} />
        ))}
      </g>
      {map.parts.map((part, index) => (
        <g
          key={part.id}
          {...partItem(index)}
          role="button"
          aria-label={on.partName(part)}
          aria-pressed={on.isChosen(part)}
          className={`part ${part.kind}${isAttention(part) ? " attention" : ""}`}
          onClick={() => on.onChoose(part)}
          onKeyDown={(event) => {
            partItem(index).onKeyDown(event);
            if (!presses(event.key)) return;
            event.preventDefault();
            on.onChoose(part);
          }}
        >
          <rect x={part.x} y={part.y} width={part.width} height={part.height} rx={5} />
          <text x={part.x + part.width / 2} y={part.y + part.height / 2 + 4}>
            {on.partLabel(part)}
          </text>
        </g>
      ))}
      {map.dots.map((dot, index) => (
        <g
          key={`${dot.stack}.${dot.layer}.${dot.part}.${dot.head}`}
          {...dotItem(index)}
          role="switch"
          aria-checked={!on.isOff(dot)}
          aria-label={on.headName(dot)}
          className={`dot${on.isOff(dot) ? " off" : ""}${on.isFocused(dot) ? " focused" : ""}`}
          onClick={() => on.onSwitch(dot)}
          onKeyDown={(event) => {
            dotItem(index).onKeyDown(event);
            if (!presses(event.key)) return;
            event.preventDefault();
            on.onSwitch(dot);
          }}
        >
          <rect x={dot.x - 12} y={dot.y - 12} width={24} height={24} className="reach" />
          <circle cx={dot.x} cy={dot.y} r={5} />
          {on.isOff(dot) ? <line x1={dot.x - 5} y1={dot.y + 5} x2={dot.x + 5} y2={dot.y - 5} /> : null}
        </g>
      ))}
      {encoder ? (
        <text className="caption" {...encoder}>
          {captions.encoder}
        </text>
      ) : null}
      {decoder ? (
        <text className="caption" {...decoder}>
          {captions.decoder}
        </text>
      ) : null}
      <text className="caption strong" {...prediction}>
        {comesOut}
      </text>
    </svg>
  );
}
