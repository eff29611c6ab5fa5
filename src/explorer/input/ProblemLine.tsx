import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";
import { ProblemText } from "../ProblemText";

/** Why there is no answer to what was given, and what is still shown instead. */
export function ProblemLine() {
  const { t } = useTranslation();
  const problem = useApp((state) => state.problem);
  const shown = useApp(({ run }) => (run?.input.kind === "text" ? run.input.text : undefined));
  return (
    <p id="input-problem" className="problem" role="status">
      {problem ? (
        <>
          <ProblemText problem={problem.problem} />{" "}
          {shown === undefined ? null : <span className="soft">{t("problem.kept", { text: shown })}</span>}
        </>
      ) : null}
    </p>
  );
}
