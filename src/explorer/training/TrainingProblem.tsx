/** Why a run could not start, or ended by itself, in words. */
import { useTranslation } from "../../i18n";
import { useTraining } from "../../state/training/useTraining";
import { ProblemText } from "../ProblemText";

export function TrainingProblem() {
  const { t } = useTranslation();
  const problem = useTraining((state) => state.problem);
  if (!problem) return null;
  return (
    <p className="problem" role="alert">
      {typeof problem === "string" ? t(`train.${problem}`) : <ProblemText problem={problem} />}
    </p>
  );
}
