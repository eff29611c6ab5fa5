import type { chapterEn } from "./en";

/** 各章共用的文字。 */
export const chapterZhHans: Readonly<Record<keyof typeof chapterEn, string>> = {
  "chapter.contents": "各个阶段",
  "chapter.failed": "没有取到。网络断了吗？",
  "chapter.asked": "正在读取模型并作答……",
};
