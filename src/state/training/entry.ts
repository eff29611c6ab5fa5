/** A model in training as an entry of the menu. */
import type { Example } from "../../model/about";
import type { TaskKind } from "../../model/checkpoints/task";
import type { Architecture } from "../../model/config";
import type { TrainedFiles } from "../../model/training/files";
import { architectureOf, type Plan } from "../../model/training/plan";
import type { ModelEntry } from "../models";
import { type OwnWords, aboutOf as ownAbout, ownEntry } from "./ownEntry";

const kinds: Readonly<Record<Architecture, TaskKind>> = {
  encoderDecoder: "sequenceToSequence",
  decoderOnly: "nextToken",
  encoderOnly: "maskedToken",
  imageEncoder: "imageClass",
};

/** What the menu calls the tasks, in both languages, for it outlives the page that trains. */
const titles: Readonly<Record<Plan["task"], { readonly en: string; readonly "zh-Hans": string }>> = {
  copy: { en: "Copy", "zh-Hans": "抄写" },
  reverse: { en: "Reverse", "zh-Hans": "倒写" },
  sort: { en: "Sort", "zh-Hans": "排序" },
  addition: { en: "Add", "zh-Hans": "加法" },
  induction: { en: "Repeat", "zh-Hans": "重复" },
  grammar: { en: "English to French", "zh-Hans": "英译法" },
  names: { en: "Names", "zh-Hans": "人名" },
  text: { en: "Own text", "zh-Hans": "自己的文本" },
  digits: { en: "Digits", "zh-Hans": "手写数字" },
};

function wordsOf(plan: Plan, step: number): OwnWords {
  const { en, "zh-Hans": chinese } = titles[plan.task];
  return {
    title: { en: `${en}, own, step ${step}`, "zh-Hans": `${chinese}（自己训练，第 ${step} 步）` },
    does: { en: `Trained in this browser for ${step} steps.`, "zh-Hans": `在本浏览器中训练了 ${step} 步。` },
  };
}

/** about.json of such a model. */
export function aboutOf(plan: Plan, step: number, examples: readonly Example[]): string {
  return ownAbout(wordsOf(plan, step), examples);
}

export function entryOf(name: string, plan: Plan, step: number, files: TrainedFiles): ModelEntry {
  const architecture = architectureOf(plan);
  return ownEntry(name, wordsOf(plan, step), { architecture, task: kinds[architecture] }, files);
}
