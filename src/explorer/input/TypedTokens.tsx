import type { RunResult, StackToken } from "../../engine/protocol";
import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";
import { inputLanguage, writtenOf } from "../labels";
import { hexadecimal } from "../tokenText";
import { isPickedRead, pickRead, pickWritten, readStack } from "./pick";
import { replaceToken } from "./replaceToken";
import { type RowToken, TokenRow } from "./TokenRow";
import { UnknownToken } from "./UnknownToken";

interface Props {
  readonly tokens: readonly StackToken[];
  /** null before the first answer. */
  readonly run: RunResult | null;
}

/** Tokens as typed: choosing one shows it in the views; an unknown one offers the nearest known words. */
export function TypedTokens({ tokens, run }: Props) {
  const { t } = useTranslation();
  const selection = useApp((state) => state.scene.selection);
  const select = useApp((state) => state.select);
  const setText = useApp((state) => state.setText);
  const text = useApp(({ scene }) => (scene.input?.kind === "text" ? scene.input.text : ""));
  const language = useApp(({ model }) => inputLanguage(model));
  const written = writtenOf(run?.outcome);
  const decoder = run !== null && readStack(run) === "decoder";
  const chips = tokens.map((token, index): RowToken => {
    if (!token.known) {
      const replace = (word: string) => setText(replaceToken(text, token, word));
      return { text: token.text, onPick: null, whole: <UnknownToken token={token} onReplace={replace} /> };
    }
    const pick = decoder ? pickWritten(index) : pickRead(selection, written, index);
    return {
      text: token.text,
      title: token.bytes && t("token.bytes", { bytes: hexadecimal(token.bytes) }),
      className: token.place === null && !token.bytes ? "special" : undefined,
      pressed: decoder ? selection.position === index - 1 : isPickedRead(selection, index),
      onPick: pick && (() => select(pick)),
    };
  });
  return <TokenRow tokens={chips} language={language} label={t("input.tokens")} />;
}
