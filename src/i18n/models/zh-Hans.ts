import type { modelsEn } from "./en";

/** What is said of models and of choosing one, in Chinese. */
export const modelsZhHans: Readonly<Record<keyof typeof modelsEn, string>> = {
  "models.title": "模型",
  "models.button": "选择模型，当前：",
  "models.loading": "正在加载{{title}}",
  "models.progress": "{{title}}：已下载 {{received}} / {{total}}",
  "models.cancel": "取消加载",
  "score.exactMatch": "未见过的样例中 {{value}} 完全正确",
  "score.accuracy": "未见过的样例中 {{value}} 正确",
  "score.phonemeErrorRate": "未见过的单词中 {{value}} 的音素有误",
  "score.bitsPerByte": "未见过的文本每字节 {{value}} 比特",
  "score.nats": "未见过的文本每个词元 {{value}} 奈特",
  "score.other": "{{name}}：得分 {{value}}",
};
