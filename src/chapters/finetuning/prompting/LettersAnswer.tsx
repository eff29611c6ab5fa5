/** The prompt with the induction head's attention from its last place, and what comes next with the head and without. */
import { percent } from "../../../geometry/format";
import { useTranslation } from "../../../i18n";
import { ClassBars } from "../../../views/ClassBars";
import type { Completed } from "./complete";

interface Props {
  readonly prompt: readonly string[];
  /** What should come next. */
  readonly answer: string;
  readonly completed: Completed | null;
  /** Of the model, in the reader's language. */
  readonly title: string;
}

/** Letters that are listed. */
const most = 4;

export function LettersAnswer({ prompt, answer, completed, title }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <p className="soft small">{t(completed ? "fine.letters.attention" : "fine.letters.prompt")}</p>
      <ol className="fine-letters" lang="">
        {prompt.map((letter, place) => {
          const share = completed?.attention[place] ?? 0;
          return (
            <li key={place}>
              <b>{letter}</b>
              {completed ? (
                <>
                  <i style={{ height: `${Math.max(1, 28 * share)}px` }} aria-hidden="true" />
                  <span>{share < 0.005 ? "·" : percent(share).replace(/\.\d/, "")}</span>
                </>
              ) : null}
            </li>
          );
        })}
        <li>
          <b>?</b>
        </li>
      </ol>
      {completed ? (
        <div className="chapter-pair">
          {(["whole", "without"] as const).map((which) => (
            <div key={which}>
              <p className="soft small">{t(`fine.answer.${which}`)}</p>
              <ClassBars
                classes={completed[which].map(({ id, text, probability }) => ({
                  id: String(id),
                  label: text,
                  probability,
                }))}
                expected={String(completed[which].find(({ text }) => text === answer)?.id)}
                most={most}
                label={`${title}: ${t(`fine.answer.${which}`)}`}
              />
            </div>
          ))}
        </div>
      ) : null}
    </>
  );
}
