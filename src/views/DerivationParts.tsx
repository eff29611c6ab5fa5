/** The pieces that derivations are put together from: a number, an operand that can be followed, a list of steps. */
import type { ReactNode } from "react";
import { decimal, full } from "../geometry/format";
import { useTranslation } from "../i18n";
import type { Operand } from "../model/operations/derivation";
import type { useRoving } from "../ui/useRoving";
import { useCells } from "./derivationContext";

/** A number in four decimals; in brackets where a sign would follow a sign. */
export function Figure({ value, after = false }: { readonly value: number; readonly after?: boolean }) {
  return (
    <span className="figure" title={full(value)}>
      {after && value < 0 ? `(${decimal(value)})` : decimal(value)}
    </span>
  );
}

interface OperandProps {
  readonly operand: Operand;
  /** In a group that is one stop of the Tab key. */
  readonly stop?: ReturnType<ReturnType<typeof useRoving>>;
}

/** An operand's number, in its value's colour; a button that follows it to where it comes from. */
export function OperandButton({ operand, stop }: OperandProps) {
  const { t } = useTranslation();
  const { name, place, tone, follow, made } = useCells().named(operand);
  const words = (value: string) => t(made ? "derivation.operand.follow" : "derivation.operand", { name, place, value });
  return (
    <button
      type="button"
      {...stop}
      className={`operand tone-${tone}`}
      // The name has the number as it is seen, so that it can be asked for by voice; the title has it in full.
      aria-label={words(decimal(operand.value))}
      title={words(full(operand.value))}
      onClick={follow}
    >
      {decimal(operand.value)}
    </button>
  );
}

/** Lines of a calculation: what is done, and what comes out. */
export function Steps({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <ol className="derivation-steps" aria-label={t("derivation.steps")}>
      {children}
    </ol>
  );
}

export function Step({ words, children }: { readonly words: ReactNode; readonly children: ReactNode }) {
  return (
    <li>
      <span className="derivation-words">{words}</span> <span className="derivation-number">{children}</span>
    </li>
  );
}

/** A value's name with the part of its place that stays the same, in its colour. */
export function OperandName({ operand }: { readonly operand: Operand }) {
  const { name, fixed, tone } = useCells().named(operand);
  return (
    <span className={`tone-${tone}`}>
      <b>{name}</b>
      {fixed === "" ? "" : ` ${fixed}`}
    </span>
  );
}
