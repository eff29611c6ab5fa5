/** What the figures show: the run as it stands, or a moment of it that was kept. */
import type { Group } from "../../model/training/groups";
import type { Examined, Point } from "../../model/training/progress";
import type { TrainingState } from "./state";
import { useTraining } from "./useTraining";

export const examinedOf = ({ look, examined }: TrainingState): Examined | null => (look ? look.examined : examined);
export const groupsOf = ({ look, latest }: TrainingState): readonly Group[] | null =>
  look ? look.groups : (latest?.groups ?? null);
/** The point of the curve at the step that is shown. */
export const pointOf = ({ look, latest, points }: TrainingState): Point | null =>
  look ? (points.find(({ step }) => step === look.step) ?? null) : (latest?.point ?? null);

/** A part of what the model did at the moment that is shown; null before the first look. */
export function useExamined<T>(part: (examined: Examined) => T): T | null {
  return useTraining((state) => {
    const examined = examinedOf(state);
    return examined && part(examined);
  });
}
