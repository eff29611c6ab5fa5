import type { StackToken } from "../../engine/protocol";
import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";
import { isPickedRead, pickRead } from "./pick";
import { type RowToken, TokenRow } from "./TokenRow";
import { usePictureUrl } from "./usePictureUrl";

/** CSS pixels along each side of a patch; as in the style sheet. */
const size = 24;

/** Tokens of a model that reads pictures: each shows its piece of the picture; choosing one shows it in the views. */
export function PatchTokens({ tokens }: { readonly tokens: readonly StackToken[] }) {
  const { t } = useTranslation();
  const url = usePictureUrl(useApp(({ run }) => run?.input ?? null));
  const selection = useApp((state) => state.scene.selection);
  const select = useApp((state) => state.select);
  const across = 1 + Math.max(0, ...tokens.map(({ patch }) => patch?.column ?? 0));
  const chips = tokens.map(({ text, patch }, index): RowToken => {
    const pick = pickRead(selection, null, index);
    const chip = { text, pressed: isPickedRead(selection, index), onPick: pick && (() => select(pick)) };
    if (!patch) return { ...chip, className: "special" };
    const { row, column } = patch;
    const style = {
      backgroundImage: url ?? "none",
      backgroundPosition: `${-column * size}px ${-row * size}px`,
      backgroundSize: across * size,
    };
    return {
      ...chip,
      className: "patch",
      label: t("input.patch", { row: row + 1, column: column + 1 }),
      picture: <i className="patch-picture" style={style} />,
    };
  });
  return <TokenRow tokens={chips} language="en" label={t("input.tokens")} />;
}
