/** Why something could not be done, in words, and a way to try again where that may help. */
import { ProblemText } from "../../../explorer/ProblemText";
import { useTranslation } from "../../../i18n";
import { useTuning } from "../../../state/tuning/useTuning";

export function TuningProblem() {
  const { t } = useTranslation();
  const problem = useTuning((state) => state.problem);
  const again = useTuning((state) => state.again);
  if (problem === null) return null;
  if (typeof problem === "string") return t(`train.${problem}`);
  return (
    <>
      <ProblemText problem={problem} />{" "}
      {problem.kind === "download" ? (
        <button type="button" className="tool" onClick={() => void again()}>
          {t("status.retry")}
        </button>
      ) : null}
    </>
  );
}
