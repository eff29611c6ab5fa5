import { useState } from "react";
import type { Outcome } from "../../engine/protocol";
import { useTranslation } from "../../i18n";
import type { Effect } from "../../model/effects";
import { useApp } from "../../state/useApp";
import { inputLanguage } from "../labels";
import { Chances } from "./Chances";
import { EffectLines } from "./EffectLines";

type Classes = Extract<Outcome, { readonly kind: "classes" }>;

interface Props {
  readonly now: Classes;
  /** With nothing changed; null where nothing is. */
  readonly before: Classes | null;
  readonly effect: Effect | null;
}

/** Classes that are listed at first. */
const few = 10;

/** What the whole input is, and how sure that is. */
export function ClassesPanel({ now, before, effect }: Props) {
  const { t } = useTranslation();
  const language = useApp(({ model }) => inputLanguage(model));
  const [all, showAll] = useState(false);
  const [best] = now.classes;
  const [was] = before?.classes ?? [];
  const changed = was && best && was.id !== best.id ? [{ position: null, from: was.text, to: best.text }] : [];
  return (
    <>
      <h2 className="heading">{t("outcome.classes")}</h2>
      <output className="outcome-text" lang={language}>
        {best?.text}
      </output>
      {effect ? <EffectLines effect={effect} changed={changed} language={language} /> : null}
      <Chances
        candidates={all ? now.classes : now.classes.slice(0, few)}
        language={language}
        label={t("outcome.classes")}
      />
      {now.classes.length > few ? (
        <button type="button" className="tool" aria-expanded={all} onClick={() => showAll(!all)}>
          {t(all ? "outcome.fewer" : "outcome.all", { count: all ? few : now.classes.length })}
        </button>
      ) : null}
    </>
  );
}
