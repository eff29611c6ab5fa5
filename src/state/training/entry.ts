/** A model in training as an entry of the menu: its files as blobs, with an about.json of its own. */
import type { TaskKind } from "../../model/checkpoints/task";
import type { TrainedFiles } from "../../model/training/files";
import type { Plan } from "../../model/training/plan";
import type { ModelEntry } from "../models";

const kinds: Readonly<Record<Plan["model"]["stack"], TaskKind>> = {
  encoderDecoder: "sequenceToSequence",
  decoderOnly: "nextToken",
  encoderOnly: "maskedToken",
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
};

export function entryOf(name: string, plan: Plan, step: number, files: TrainedFiles): ModelEntry {
  const { en, "zh-Hans": chinese } = titles[plan.task];
  const title = { en: `${en}, own, step ${step}`, "zh-Hans": `${chinese}（自己训练，第 ${step} 步）` };
  const does = {
    en: `Trained in this browser for ${step} steps.`,
    "zh-Hans": `在本浏览器中训练了 ${step} 步。`,
  };
  const order = 1000;
  const about = JSON.stringify({ title, does, examples: files.examples, order });
  const blobs = {
    "config.json": new Blob([files.config]),
    "tokenizer.json": new Blob([files.tokenizer]),
    "about.json": new Blob([about]),
    "model.safetensors": new Blob([files.weights]),
  };
  const sizes = Object.fromEntries(Object.entries(blobs).map(([file, blob]) => [file, blob.size]));
  const { stack } = plan.model;
  const { parameters } = files;
  return {
    name,
    title,
    does,
    order,
    architecture: stack,
    task: kinds[stack],
    parameters,
    files: sizes,
    scores: [],
    blobs,
  };
}
