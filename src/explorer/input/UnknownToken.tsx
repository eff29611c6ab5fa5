import { Button, DialogTrigger } from "react-aria-components";
import type { StackToken } from "../../engine/protocol";
import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";
import { Panel } from "../../ui/Panel";
import { inputLanguage } from "../labels";

interface Props {
  readonly token: StackToken;
  readonly onReplace: (word: string) => void;
}

/** A word that the model does not know: it opens what that means, and the nearest known words. */
export function UnknownToken({ token, onReplace }: Props) {
  const { t } = useTranslation();
  const language = useApp(({ model }) => inputLanguage(model));
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
                    <button
                      key={word}
                      type="button"
                      className="chip"
                      aria-label={t("unknown.replace", { token: token.text, replacement: word })}
                      onClick={() => onReplace(word)}
                    >
                      <span lang={language}>{word}</span>
                    </button>
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
