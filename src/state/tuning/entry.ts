/** A fine-tuned model as an entry of the menu. */
import type { Example } from "../../model/about";
import type { TrainedFiles } from "../../model/training/files";
import type { TuningPlan } from "../../model/tuning/plan";
import { type ModelEntry, ownName } from "../models";
import { aboutOf, type OwnWords, ownEntry } from "../training/ownEntry";

const goals = {
  classes: { en: "Classes of definitions", "zh-Hans": "释义分类" },
  style: { en: "Sentences of use", "zh-Hans": "例句风格" },
} as const;
const methods = {
  full: { en: "full", "zh-Hans": "全量" },
  upper: { en: "upper blocks", "zh-Hans": "高层" },
  head: { en: "head only", "zh-Hans": "只训练输出层" },
  lora: { en: "LoRA", "zh-Hans": "LoRA" },
} as const;

function wordsOf({ goal, method }: TuningPlan, step: number): OwnWords {
  const [what, how] = [goals[goal], methods[method]];
  return {
    title: {
      en: `${what.en}, ${how.en}, step ${step}`,
      "zh-Hans": `${what["zh-Hans"]}（${how["zh-Hans"]}，第 ${step} 步）`,
    },
    does: { en: `Fine-tuned in this browser for ${step} steps.`, "zh-Hans": `在本浏览器中微调了 ${step} 步。` },
  };
}

/** about.json of such a model. */
export function aboutTuned(plan: TuningPlan, step: number, examples: readonly Example[]): string {
  return aboutOf(wordsOf(plan, step), examples);
}

export function tunedEntry(id: string, plan: TuningPlan, step: number, files: TrainedFiles): ModelEntry {
  const shape =
    plan.goal === "classes"
      ? ({ architecture: "encoderOnly", task: "textClass" } as const)
      : ({ architecture: "decoderOnly", task: "nextToken" } as const);
  return ownEntry(ownName(`tuned-${id.slice(0, 8)}`), wordsOf(plan, step), shape, files);
}
