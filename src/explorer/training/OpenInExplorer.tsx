/** The model as it stands, or as it stood at the moment that is shown, for the explorer. */
import { useTranslation } from "../../i18n";
import { useTraining } from "../../state/training/useTraining";
import { OpenTrained } from "../runs/OpenTrained";

export function OpenInExplorer() {
  const { t } = useTranslation();
  const status = useTraining((state) => state.status);
  const diverged = useTraining((state) => state.latest?.ending?.kind === "diverged");
  const look = useTraining((state) => state.look !== null);
  const pause = useTraining((state) => state.pause);
  const model = useTraining((state) => state.model);
  if (status === "idle" || status === "starting" || (diverged && !look)) return null;
  return <OpenTrained text={t(look ? "train.open.then" : "train.open")} {...{ pause, model }} />;
}
