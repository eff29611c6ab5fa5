import type { Candidate, Outcome } from "../engine/protocol";
import { useTranslation } from "../i18n";
import { useApp } from "../state/useApp";
import { Distribution } from "../views/Distribution";
import { ChangesPanel } from "./ChangesPanel";
import { barOf } from "./compare";
import { inputLanguage, writtenOf } from "./labels";
import { WrittenPanel } from "./WrittenPanel";

/** What comes out, and what would come out with nothing changed. */
export function OutcomePanel() {
  const { t } = useTranslation();
  const run = useApp((state) => state.run);
  const written = writtenOf(run?.outcome);
  return (
    <section className="outcome" aria-label={t("outcome.title")}>
      <ChangesPanel />
      {run ? (
        written ? (
          <WrittenPanel now={written} before={writtenOf(run.baseline)} />
        ) : (
          <ChosenPanel outcome={run.outcome} compared={run.baseline !== null} />
        )
      ) : (
        <p className="soft">{t("outcome.empty")}</p>
      )}
    </section>
  );
}

/** What fills each hidden token, or the classes. */
function ChosenPanel({ outcome, compared }: { readonly outcome: Outcome; readonly compared: boolean }) {
  const { t } = useTranslation();
  if (outcome.kind === "classes") {
    return (
      <>
        <h2 className="heading">{t("outcome.classes")}</h2>
        <Candidates candidates={outcome.classes} compared={compared} />
      </>
    );
  }
  if (outcome.kind !== "masked") return null;
  if (outcome.places.length === 0) return <p className="soft">{t("outcome.noneHidden")}</p>;
  return outcome.places.map(({ position, candidates }) => (
    <section key={position}>
      <h2 className="heading">{t("outcome.hidden", { position: position + 1 })}</h2>
      <Candidates candidates={candidates} compared={compared} />
    </section>
  ));
}

function Candidates({
  candidates,
  compared,
}: {
  readonly candidates: readonly Candidate[];
  readonly compared: boolean;
}) {
  const { t } = useTranslation();
  const language = useApp((state) => inputLanguage(state.model));
  return (
    <>
      <Distribution
        bars={candidates.map(barOf)}
        compared={compared}
        language={language}
        describe={({ text }, percent, was) =>
          compared
            ? t("outcome.probabilityWas", { token: text, percent, was })
            : t("outcome.probability", { token: text, percent })
        }
      />
      {compared ? <p className="soft small">{t("outcome.legend")}</p> : null}
    </>
  );
}
