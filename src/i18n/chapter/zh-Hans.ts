import type { chapterEn } from "./en";

/** 各章共用的文字。 */
export const chapterZhHans: Readonly<Record<keyof typeof chapterEn, string>> = {
  "chapter.pretraining": "预训练",
  "chapter.pretraining.about": "从原始文本到语言模型，一步一步看",
  "chapter.finetuning": "微调",
  "chapter.finetuning.about": "让练好的模型学会新任务",
  "chapter.contents": "各个阶段",
  "chapter.failed": "没有取到。网络断了吗？",
  "chapter.asked": "正在读取模型并作答……",
};
