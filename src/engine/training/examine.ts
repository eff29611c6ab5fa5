/** How a model in training does on examples that it never trains on, and what it looks at meanwhile. */
import { outputSize } from "../../model/config";
import type { Batch } from "../../model/training/batch";
import type { Lessons } from "../../model/training/lessons";
import type { Examined } from "../../model/training/progress";
import { scoreOf } from "../../model/training/score";
import { examineDigits } from "./examineDigits";
import { examineText } from "./examineText";
import type { Onlooked } from "./pass";

/** `test` is what it is scored on. */
export async function examine(model: Onlooked, lessons: Lessons, test: Batch): Promise<Examined> {
  const scoreFor = async (batch: Batch) => {
    const { logits } = await model.see(batch, ["logits"]);
    if (!logits) throw new Error("The forward pass gave no logits.");
    return scoreOf(batch, logits.data, outputSize(lessons.config));
  };
  const score = await scoreFor(test);
  const trained = await scoreFor(lessons.batch(model.steps, test.targets.length));
  const seen = lessons.kind === "text" ? await examineText(model, lessons) : await examineDigits(model, lessons);
  return { score, trained, ...seen };
}
