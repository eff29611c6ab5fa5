/** Small runs one after another, for a chart of what each number of labels makes of each start. */
import type { TuningApi } from "../../engine/tuning/protocol";
import { firstTuningPlan, type TuningPlan } from "../../model/tuning/plan";
import type { TuningProgress } from "../../model/tuning/progress";
import type { GridRun } from "./state";

interface Hearer {
  /** Whether it should go on. */
  readonly wanted: () => boolean;
  readonly step: (step: number) => void;
  readonly done: (run: GridRun) => void;
}

const labels = [10, 30, 100] as const;
export const gridSteps = 40;

/** Every number of labels from both starts, with each seed: the first seed of all of them first. */
export function gridPlans(seeds: number): readonly TuningPlan[] {
  const plan = { ...firstTuningPlan("classes", "full"), steps: gridSteps };
  return Array.from({ length: seeds }, (_, member) =>
    labels.flatMap((examples) =>
      (["pretrained", "random"] as const).map((start) => ({ ...plan, examples, start, seed: member + 1 })),
    ),
  ).flat();
}

export async function runGrid(api: TuningApi, plans: readonly TuningPlan[], hearer: Hearer): Promise<void> {
  for (const plan of plans) {
    if (!hearer.wanted()) return;
    const run = await oneRun(api, plan, hearer);
    if (run) hearer.done(run);
  }
}

/** null where it was not let go on to its end, or came to none. */
async function oneRun(api: TuningApi, plan: TuningPlan, { wanted, step }: Hearer): Promise<GridRun | null> {
  let spent = 0;
  let before = 0;
  let ended: (last: TuningProgress) => void = () => undefined;
  const end = new Promise<TuningProgress>((resolve) => {
    ended = resolve;
  });
  await api.begin(plan, null, (news) => {
    spent += news.stepMs * (news.step - before);
    before = news.step;
    step(news.step);
    if (news.over) ended(news);
  });
  // A stop that came while it was begun finds nothing to stop.
  if (!wanted()) return null;
  await api.play();
  if (!wanted()) return null;
  // The last news may come after the answer to `play`.
  const { score } = await end;
  const { examples: labels, start, seed } = plan;
  return score && { labels, start, seed, accuracy: score.accuracy, seconds: spent / 1000 };
}
