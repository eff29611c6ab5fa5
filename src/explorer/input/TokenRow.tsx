import type { ReactNode } from "react";
import { useRoving } from "../../ui/useRoving";
import { visible } from "../tokenText";

export interface RowToken {
  readonly text: string;
  /** Of the chip, beside "token". */
  readonly className?: string | undefined;
  /** Accessible name; the text where it is left out. */
  readonly label?: string | undefined;
  /** On hover. */
  readonly title?: string | undefined;
  /** Chosen, or hidden from the model. */
  readonly pressed?: boolean;
  /** null for what does nothing. */
  readonly onPick: (() => void) | null;
  /** Takes the place of the text. */
  readonly picture?: ReactNode;
  /** Takes the place of the chip. */
  readonly whole?: ReactNode;
}

interface Props {
  readonly tokens: readonly RowToken[];
  /** BCP 47. */
  readonly language: string;
  /** Accessible name. */
  readonly label: string;
}

/** Tokens side by side: one stop of the Tab key, arrow keys between them. */
export function TokenRow({ tokens, language, label }: Props) {
  const item = useRoving(tokens.length, tokens.length, { initial: tokens.findIndex(({ pressed }) => pressed) });
  return (
    <ol className="tokens" aria-label={label} lang={language}>
      {tokens.map(({ text, className = "", pressed = false, onPick, picture, whole, ...token }, index) => {
        const classes = `token ${className}${pressed ? " chosen" : ""}`;
        return (
          <li key={index}>
            {whole ??
              (onPick ? (
                <button
                  type="button"
                  {...item(index)}
                  className={classes}
                  aria-pressed={pressed}
                  aria-label={token.label}
                  title={token.title}
                  onClick={onPick}
                >
                  {picture ?? visible(text)}
                </button>
              ) : (
                <span className={classes} title={token.title}>
                  {visible(text)}
                </span>
              ))}
          </li>
        );
      })}
    </ol>
  );
}
