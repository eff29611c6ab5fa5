import type { RunResult, StackToken } from "../../engine/protocol";
import { useTranslation } from "../../i18n";
import type { Task } from "../../model/checkpoints/task";
import { useApp } from "../../state/useApp";
import { inputLanguage, writtenOf } from "../labels";
import { isPickedRead, pickRead, pickWritten, readStack } from "./pick";
import { replaceToken } from "./replaceToken";
import { type RowToken, TokenRow } from "./TokenRow";
import { UnknownToken } from "./UnknownToken";

/** A text far too long is cut here; the rest is counted. */
const greatest = 256;

/** The tokens as typed: unknown ones offer the nearest known words; where a model fills masks, a click hides one. */
export function ReadTokens() {
  const { t } = useTranslation();
  const run = useApp((state) => state.run);
  const problem = useApp((state) => state.problem);
  const task = useApp((state) => state.model?.task);
  const language = useApp(({ model }) => inputLanguage(model));
  const chip = useChip(run);
  const tokens = problem && problem.tokens.length > 0 ? problem.tokens : run ? typedTokens(run) : [];
  const shown = tokens
    .slice(0, greatest)
    .map((token, index) => (task ? chip(token, index, task) : { text: "", onPick: null }));
  return (
    <>
      <TokenRow tokens={shown} language={language} label={t("input.tokens")} />
      {tokens.length > greatest ? (
        <span className="soft small">{t("input.tokensMore", { count: tokens.length - greatest })}</span>
      ) : null}
    </>
  );
}

/** What is shown of a token, and what a click on it does. */
function useChip(run: RunResult | null): (token: StackToken, index: number, task: Task) => RowToken {
  const { t } = useTranslation();
  const selection = useApp((state) => state.scene.selection);
  const select = useApp((state) => state.select);
  const setText = useApp((state) => state.setText);
  const toggleMasked = useApp((state) => state.toggleMasked);
  const text = useApp(({ scene }) => (scene.input?.kind === "text" ? scene.input.text : ""));
  const written = writtenOf(run?.outcome);
  const decoder = run !== null && readStack(run) === "decoder";
  return (token, index, task) => {
    if (!token.known) {
      const replace = (word: string) => setText(replaceToken(text, token, word));
      return { text: token.text, onPick: null, whole: <UnknownToken token={token} onReplace={replace} /> };
    }
    if (task.kind === "maskedToken") return maskable(token, index);
    const pick = decoder ? pickWritten(index) : pickRead(selection, written, index);
    return {
      text: token.text,
      className: token.place === null ? "special" : undefined,
      pressed: decoder ? selection.position === index - 1 : isPickedRead(selection, index),
      onPick: pick && (() => select(pick)),
    };
  };

  function maskable(token: StackToken, index: number): RowToken {
    const typed = token.place === null || token.text === maskText;
    return {
      text: token.masked ? maskText : token.text,
      className: token.masked ? "masked-token" : typed ? "special" : undefined,
      pressed: token.masked,
      label: t(token.masked ? "input.unmask" : "input.mask", { token: token.text }),
      title: token.masked && !typed ? token.text : undefined,
      onPick: typed ? null : () => toggleMasked(index),
    };
  }
}

/** How a hidden token is written, whatever the model itself calls it. */
const maskText = "[MASK]";

/** Of the first stack: what was typed, not what a decoder went on to write. */
function typedTokens({ stacks, outcome }: RunResult): readonly StackToken[] {
  const tokens = stacks[0]?.tokens ?? [];
  return outcome.kind === "nextToken" ? tokens.slice(0, outcome.prompt) : tokens;
}
