import type { thoughtsEn } from "./en";

/** 对数几率透镜与归因周围的文字。 */
export const thoughtsZhHans: Readonly<Record<keyof typeof thoughtsEn, string>> = {
  "thoughts.lens.title": "如果停在这里，它会说什么",
  "thoughts.lens.what":
    "在每个子层之后读取残差流，就当它已经是最后一层，让它直接通过模型自己的最后几步。每一格是此时胜出的词元，颜色越浓，把握越大。从嵌入开始逐行看，就能看到答案是怎样形成的。",
  "thoughts.lens.note":
    "这叫“logit 透镜”。模型在结束之前从不这样读自己的残差流，所以前面几行只是线索，并不是它真有这样的想法。",
  "thoughts.lens.probability": "概率",
  "thoughts.after": "第 {{layer}} 层 · {{part}}",
  "thoughts.parts.title": "哪些部分支持它",
  "thoughts.parts.what":
    "每个部分都往残差流里写了一些内容，logit 就是对这些内容求和。把最后一次归一化的缩放固定为它此刻的值，各部分相加就正好等于 logit。",
  "thoughts.parts.token": "词元：",
  "thoughts.parts.sum": "“{{token}}”的 logit",
  "thoughts.parts.postNorm":
    "这个模型在每次相加之后都对残差流做归一化（post-norm），前面写入的内容会被后面的每次归一化重新缩放。各部分的贡献加起来不等于 logit，画成条形图只会误导人。能给出的就是上面这张表。pre-norm 的模型（例如“词典”）可以看到这个和。",
  "thoughts.parts.head":
    "在这个模型的残差流与 logit 之间有一个非线性层，各部分的贡献加起来不等于 logit，画成条形图只会误导人。能给出的就是上面这张表。",
};
