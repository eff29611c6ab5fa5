import type { Translate } from "../i18n";

const sublayers = { residMid: "selfAttention", residCross: "crossAttention", residPost: "feedForward" } as const;

/** After which sublayer a residual stream is read. */
export function streamName(t: Translate, { layer, value }: { readonly layer: number | null; readonly value: string }) {
  if (layer === null) return t("part.embedding");
  const part = sublayers[value as keyof typeof sublayers];
  return t("thoughts.after", { layer: layer + 1, part: part ? t(`part.${part}`) : t("part.feedForward") });
}
