/** A shipped model that a part of a chapter asks when the visitor wants it to, and what is said meanwhile. */
import "../../i18n/chapter";
import { type ReactNode, useState } from "react";
import { ProblemText } from "../../explorer/ProblemText";
import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";
import { type Ask, type Asked, askModel } from "./ask";

interface Asking<T> {
  /** In the reader's language. */
  readonly title: string;
  /** The answer to the question as it is now; null where there is none yet. */
  readonly value: T | null;
  readonly busy: boolean;
  readonly ask: (work: (ask: Ask) => Promise<T>) => Promise<void>;
  /** For an element with the role of a status. */
  readonly status: ReactNode;
}

/** `question` names what is asked: the answer to another is shown no longer. */
export function useModel<T>(name: string, question: string): Asking<T> {
  const { t, i18n } = useTranslation();
  const entry = useApp((state) => state.models.find((model) => model.name === name));
  const [last, setLast] = useState<{ readonly question: string; readonly asked: Asked<T> | null } | null>(null);
  const current = last?.question === question ? last : null;
  const busy = current !== null && current.asked === null;
  const asked = current?.asked;
  return {
    title: (i18n.language === "en" ? entry?.title.en : entry?.title["zh-Hans"]) ?? name,
    value: asked?.kind === "answered" ? asked.value : null,
    busy: busy || !entry,
    ask: async (work) => {
      if (!entry) return;
      setLast({ question, asked: null });
      const found = await askModel(entry, work);
      setLast((before) => (before?.question === question ? { question, asked: found } : before));
    },
    status: (
      <>
        {busy ? t("chapter.asked") : null}
        {asked?.kind === "failed" ? t("chapter.failed") : null}
        {asked?.kind === "problem" ? <ProblemText problem={asked.problem} /> : null}
      </>
    ),
  };
}
