/** What is kept of a run as it tells of itself. Pure. */
import type { TuningProgress, TuningScore } from "../../model/tuning/progress";
import type { TuningPoint, TuningRun } from "./runs";

/** Points of a curve: as many as a chart can show. */
const most = 240;

/** A point that says what another said of the same step does not stand beside it. */
function withPoint(points: readonly TuningPoint[], { step, loss, score }: TuningProgress): readonly TuningPoint[] {
  const last = points.at(-1);
  const same = last?.step === step;
  const point = { step, loss: loss ?? (same ? last.loss : null), score: score ?? (same ? last.score : null) };
  const before = same ? points.slice(0, -1) : points;
  // The first is how things stood before any step; where there are too many, every second of the others goes.
  const kept = before.length >= most ? before.filter((one, index) => index % 2 === 0 || one.score !== null) : before;
  return [...kept, point];
}

export function heardBy(run: TuningRun, progress: TuningProgress): TuningRun {
  const steps = progress.step - (run.latest?.step ?? 0);
  return {
    ...run,
    latest: progress,
    points: withPoint(run.points, progress),
    seconds: run.seconds + (progress.stepMs * steps) / 1000,
  };
}

/** What is shown of a saved run. */
export function runOf({ id, plan, costs, points, latest, seconds }: TuningRun): TuningRun {
  return { id, plan, costs, points, latest, seconds };
}

/** Before any step. */
export const firstScore = ({ points }: TuningRun): TuningScore | null => points[0]?.score ?? null;
export const lastScore = ({ points }: TuningRun): TuningScore | null =>
  points.findLast(({ score }) => score !== null)?.score ?? null;
