import type { Translate } from "../../i18n";
import type { Group } from "../../model/explain/step";

/** Stack, block and sublayer in words, as far as there are any. */
export function groupName(t: Translate, { stack, layer, part }: Group): readonly string[] {
  const stacked = stack === null ? null : t(`stack.${stack}`);
  const place = stacked === null || layer === null ? stacked : t("place.block", { stack: stacked, layer: layer + 1 });
  return [...(place === null ? [] : [place]), t(`part.${part}`)];
}
