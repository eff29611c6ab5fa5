import { Button, DialogTrigger } from "react-aria-components";
import type { RunResult, StackToken } from "../engine/protocol";
import { useTranslation } from "../i18n";
import { useApp } from "../state/useApp";
import { Panel } from "../ui/Panel";
import { inputLanguage } from "./labels";
import { replaceToken } from "./replaceToken";

/** A text far too long is cut here; the rest is counted. */
const greatest = 40;

/** The tokens as typed; unknown ones are marked and offer the nearest known words. */
export function SourceTokens({ onReplace }: { readonly onReplace: (text: string) => void }) {
  const { t } = useTranslation();
  const run = useApp((state) => state.run);
  const problem = useApp((state) => state.problem);
  const text = useApp(({ scene }) => (scene.input?.kind === "text" ? scene.input.text : ""));
  const language = useApp((state) => inputLanguage(state.model));
  const tokens = problem?.tokens ?? (run ? typedTokens(run) : []);
  const unknown = tokens.filter(({ known }) => !known);
  return (
    <div className="tokens-group">
      <h2 className="heading">{t("input.tokens")}</h2>
      <ol className="tokens">
        {tokens.slice(0, greatest).map((token, index) => (
          <li key={index}>
            {token.known ? (
              <span className="token" lang={language}>
                {token.masked ? "[MASK]" : token.text}
              </span>
            ) : (
              <Unknown token={token} onReplace={(word) => onReplace(replaceToken(text, tokens, index, word))} />
            )}
          </li>
        ))}
        {tokens.length > greatest ? (
          <li className="soft small">{t("input.tokensMore", { count: tokens.length - greatest })}</li>
        ) : null}
      </ol>
      {unknown.length > 0 ? <p className="soft small">{t("unknown.hint")}</p> : null}
    </div>
  );
}

/** Of the first stack: what was typed, not what a decoder went on to write. */
function typedTokens({ stacks, outcome }: RunResult): readonly StackToken[] {
  const tokens = stacks[0]?.tokens ?? [];
  return outcome.kind === "nextToken" ? tokens.slice(0, outcome.prompt) : tokens;
}

function Unknown({ token, onReplace }: { readonly token: StackToken; readonly onReplace: (word: string) => void }) {
  const { t } = useTranslation();
  const language = useApp((state) => inputLanguage(state.model));
  return (
    <DialogTrigger>
      <Button className="token unknown" aria-label={t("unknown.chip", { token: token.text })}>
        {token.text}
      </Button>
      <Panel label={t("unknown.mark")} placement="bottom start">
        {() => (
          <>
            <p>{t("unknown.explain", { token: token.text })}</p>
            {token.suggestions.length > 0 ? (
              <>
                <p className="soft small">{t("unknown.suggest")}</p>
                <p className="io-line">
                  {token.suggestions.map((word) => (
                    <Button
                      key={word}
                      className="chip"
                      aria-label={t("unknown.replace", { token: token.text, replacement: word })}
                      onPress={() => onReplace(word)}
                    >
                      <span lang={language}>{word}</span>
                    </Button>
                  ))}
                </p>
              </>
            ) : (
              <p className="soft small">{t("unknown.none")}</p>
            )}
          </>
        )}
      </Panel>
    </DialogTrigger>
  );
}
