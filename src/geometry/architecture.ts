/**
 * Where the parts of a model stand on its map, after Figure 1 of "Attention Is All You Need": inputs at the bottom, the
 * encoder at the left, the decoder at the right; a single stack stands alone. Pure; lengths in units of the drawing.
 */

export interface ArchitectureShape {
  /** Blocks of each stack; 0 for a stack that the model lacks. */
  readonly encoderLayers: number;
  readonly decoderLayers: number;
  /** False where blocks are attention alone. */
  readonly feedForward: boolean;
  /** What stands below the first block of each stack. */
  readonly start: readonly PartKind[];
  /** What stands between the last block and the output's linear layer. */
  readonly head: readonly PartKind[];
  readonly heads: number;
  readonly norm: "pre" | "post";
  readonly finalNorm: boolean;
}

export type PartKind =
  | "embedding"
  | "patches"
  | "position"
  | "selfAttention"
  | "crossAttention"
  | "feedForward"
  | "addNorm"
  | "add"
  | "norm"
  | "finalNorm"
  | "firstToken"
  | "head"
  | "linear"
  | "softmax";

export interface MapPart {
  /** Unique, such as `decoder.1.crossAttention`; what a link carries. */
  readonly id: string;
  readonly kind: PartKind;
  readonly stack: "encoder" | "decoder";
  /** Block from 0; null outside blocks. */
  readonly layer: number | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface HeadDot {
  readonly stack: "encoder" | "decoder";
  readonly layer: number;
  readonly part: "selfAttention" | "crossAttention";
  readonly head: number;
  /** Centre. */
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ArchitectureMap {
  readonly width: number;
  readonly height: number;
  /** In the order of the forward pass. */
  readonly parts: readonly MapPart[];
  readonly dots: readonly HeadDot[];
  readonly blocks: readonly Box[];
  /** The residual stream of each stack, from bottom to top. */
  readonly streams: readonly { readonly x: number; readonly from: number; readonly to: number }[];
  /** From the encoder's end into each cross-attention, as SVG path data. */
  readonly crossings: readonly string[];
  /** Centres of the captions under the stacks and over the decoder. */
  readonly captions: { readonly encoder: Point | null; readonly decoder: Point | null; readonly prediction: Point };
}
interface Point {
  readonly x: number;
  readonly y: number;
}

const column = 112;
const gap = 36;
const nodeHeight = 24;
const step = 30;
const dotsHeight = 24;
const margin = 8;

export function architectureMap(shape: ArchitectureShape): ArchitectureMap {
  const parts: MapPart[] = [];
  const dots: HeadDot[] = [];
  const blocks: Box[] = [];
  const both = shape.encoderLayers > 0 && shape.decoderLayers > 0;
  const left = { encoder: margin, decoder: both ? margin + column + gap : margin };
  const last = shape.decoderLayers > 0 ? "decoder" : "encoder";
  // Built upwards from 0, so y is negative until the end.
  const climb = { encoder: 0, decoder: 0 };
  const put = (stack: "encoder" | "decoder", layer: number | null, kind: PartKind, name: string = kind) => {
    const id = [stack, layer, name].filter((piece) => piece !== null).join(".");
    climb[stack] -= step;
    parts.push({ id, kind, stack, layer, x: left[stack], y: climb[stack], width: column, height: nodeHeight });
    if (layer === null || (kind !== "selfAttention" && kind !== "crossAttention")) return;
    climb[stack] -= dotsHeight;
    const pitch = Math.min(26, column / shape.heads);
    const start = left[stack] + column / 2 - (pitch * (shape.heads - 1)) / 2;
    for (let head = 0; head < shape.heads; head++) {
      dots.push({ stack, layer, part: kind, head, x: start + head * pitch, y: climb[stack] + 12 });
    }
  };
  const sublayer = (stack: "encoder" | "decoder", layer: number, kind: PartKind) => {
    if (shape.norm === "pre") put(stack, layer, "norm", `${kind}.norm`);
    put(stack, layer, kind);
    put(stack, layer, shape.norm === "pre" ? "add" : "addNorm", `${kind}.${shape.norm === "pre" ? "add" : "addNorm"}`);
  };
  const stackUp = (stack: "encoder" | "decoder", layers: number, kinds: readonly PartKind[]) => {
    for (const kind of shape.start) put(stack, null, kind);
    for (let layer = 0; layer < layers; layer++) {
      climb[stack] -= 10;
      const bottom = climb[stack];
      for (const kind of kinds) sublayer(stack, layer, kind);
      climb[stack] -= 6;
      const x = left[stack] - margin / 2;
      blocks.push({ x, y: climb[stack], width: column + margin, height: bottom - climb[stack] });
    }
    if (shape.finalNorm) {
      climb[stack] -= 6;
      put(stack, null, "finalNorm");
    }
  };
  const after: readonly PartKind[] = shape.feedForward ? ["feedForward"] : [];
  if (shape.encoderLayers > 0) stackUp("encoder", shape.encoderLayers, ["selfAttention", ...after]);
  const encoderTop = climb.encoder;
  const cross: readonly PartKind[] = both ? ["crossAttention"] : [];
  if (shape.decoderLayers > 0) stackUp("decoder", shape.decoderLayers, ["selfAttention", ...cross, ...after]);
  for (const kind of shape.head) put(last, null, kind);
  put(last, null, "linear");
  put(last, null, "softmax");
  const above = 34;
  const lift = above - Math.min(climb.encoder, climb.decoder);
  const centre = { encoder: left.encoder + column / 2, decoder: left.decoder + column / 2 };
  const lowered = <T extends { readonly y: number }>(item: T): T => ({ ...item, y: item.y + lift });
  const crossings = parts
    .filter((part) => part.kind === "crossAttention")
    .map((part) => {
      const y = part.y + lift + nodeHeight / 2;
      const from = encoderTop + lift;
      const bend = left.decoder - gap / 2;
      return `M${centre.encoder} ${from} V${from - 14} H${bend} V${y} H${left.decoder - 2}`;
    });
  return {
    width: left[last] + column + margin,
    height: lift + 26,
    parts: parts.map(lowered),
    dots: dots.map(lowered),
    blocks: blocks.map(lowered),
    streams: [
      ...(both ? [{ x: centre.encoder, from: lift, to: encoderTop + lift }] : []),
      { x: centre[last], from: lift, to: climb[last] + lift - 6 },
    ],
    crossings,
    captions: {
      encoder: shape.encoderLayers > 0 ? { x: centre.encoder, y: lift + 16 } : null,
      decoder: shape.decoderLayers > 0 ? { x: centre.decoder, y: lift + 16 } : null,
      prediction: { x: centre[last], y: 16 },
    },
  };
}
