import { useEffect, useRef } from "react";
import type { Candidate, Outcome, WrittenOutcome } from "../../engine/protocol";
import { percent } from "../../geometry/format";
import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";
import { shownPosition, written } from "../compare";
import { inputLanguage } from "../labels";
import { hexadecimal } from "../tokenText";
import { pickWritten } from "./pick";
import { type RowToken, TokenRow } from "./TokenRow";

/** The outcome in a few words, beside what was typed. */
export function Answer() {
  const outcome = useApp((state) => state.run?.outcome);
  if (!outcome) return null;
  return "positions" in outcome ? <Written outcome={outcome} /> : <Chosen outcome={outcome} />;
}

/** What the model wrote; choosing a token shows how likely it was. */
function Written({ outcome }: { readonly outcome: WrittenOutcome }) {
  const { t } = useTranslation();
  const chosen = useApp((state) => state.scene.selection.position);
  const select = useApp((state) => state.select);
  const typed = useApp(({ model }) => inputLanguage(model));
  const { prompt, positions } = outcome;
  const shown = shownPosition(outcome, chosen);
  const words = written(outcome).length;
  const tokens = positions.slice(prompt - 1).map(({ next, candidates: [best] }, index): RowToken => {
    const place = prompt - 1 + index;
    const text = next?.text ?? best?.text ?? "";
    const pick = pickWritten(place + 1);
    const bytes = (next ?? best)?.bytes;
    return {
      text,
      title: bytes && t("token.bytes", { bytes: hexadecimal(bytes) }),
      className: next === null ? "out coming" : index < words ? "out" : "out end",
      pressed: place === shown,
      label: t(next === null ? "input.coming" : "input.position", { token: text, position: index + 1 }),
      onPick: pick && (() => select(pick)),
    };
  });
  const language = outcome.kind === "sequence" ? outcome.language : typed;
  const newest = useRef<HTMLSpanElement>(null);
  const goesOn = outcome.kind === "nextToken" && words > 0;
  useEffect(() => {
    // A text that grows shows its end; one that is typed stays where it is.
    if (goesOn && positions.length > 0) newest.current?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  }, [goesOn, positions.length]);
  return (
    <>
      <TokenRow tokens={tokens} language={language} label={t("input.output")} />
      <span ref={newest} />
      {outcome.kind === "sequence" && !outcome.ended && positions.at(-1)?.next ? (
        <span className="problem small">{t("input.notEnded")}</span>
      ) : null}
    </>
  );
}

/** The best for each hidden token, or the likeliest class. */
function Chosen({ outcome }: { readonly outcome: Exclude<Outcome, WrittenOutcome> }) {
  const { t } = useTranslation();
  const typed = useApp(({ model }) => inputLanguage(model));
  const best: readonly (Candidate | undefined)[] =
    outcome.kind === "classes" ? [outcome.classes[0]] : outcome.places.map(({ candidates }) => candidates[0]);
  const tokens = best.flatMap((candidate): RowToken[] => {
    if (!candidate) return [];
    const text = `${candidate.text} ${percent(candidate.probability)}`;
    return [{ text, className: "out", onPick: null }];
  });
  if (tokens.length === 0) return <span className="soft small">{t("outcome.noneHidden")}</span>;
  return <TokenRow tokens={tokens} language={typed} label={t("input.output")} />;
}
