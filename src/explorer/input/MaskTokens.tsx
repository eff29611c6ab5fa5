import type { StackToken } from "../../engine/protocol";
import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";
import { inputLanguage } from "../labels";
import { hexadecimal } from "../tokenText";
import { type RowToken, TokenRow } from "./TokenRow";

/** How a hidden token is written, whatever the model itself calls it. */
const maskText = "[MASK]";

/** Tokens as typed, for a model that fills in what is hidden: a click hides one, or shows it again. */
export function MaskTokens({ tokens }: { readonly tokens: readonly StackToken[] }) {
  const { t } = useTranslation();
  const language = useApp(({ model }) => inputLanguage(model));
  const toggle = useApp((state) => state.toggleMasked);
  const chips = tokens.map(({ text, masked, place, bytes }, index): RowToken => {
    // What was typed as hidden stays so; what a tokenizer adds around a text is no word.
    const fixed = place === null || text === maskText;
    return {
      text: masked ? maskText : text,
      className: masked ? "masked-token" : fixed ? "special" : undefined,
      label: t(masked ? "input.unmask" : "input.mask", { token: text }),
      title: masked && !fixed ? text : bytes && t("token.bytes", { bytes: hexadecimal(bytes) }),
      pressed: masked,
      onPick: fixed ? null : () => toggle(index),
    };
  });
  return <TokenRow tokens={chips} language={language} label={t("input.tokens")} />;
}
