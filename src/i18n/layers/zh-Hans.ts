import type { layersEn } from "./en";

/** 各层输出周围的文字。 */
export const layersZhHans: Readonly<Record<keyof typeof layersEn, string>> = {
  "layers.stack": "编码器或解码器",
  "layers.stack.help": "看哪一边的词元和层。",
  "layers.kind": "看哪些数",
  "layers.kind.stream": "残差流",
  "layers.kind.ffnHidden": "前馈层的单元",
  "layers.kind.stream.help": "每个子层都从它读取，再加回到它上面。",
  "layers.kind.ffnHidden.help": "每个前馈子层中间的宽层，经过激活函数之后的值。",
  "layers.vectors.title": "每个词元的向量",
  "layers.vectors.what":
    "每一行是一个词元，每一列是向量的一维。把滑块从嵌入拖到最后一层，看每个子层改变了什么。每一层各有自己的色标，写在图的下方。",
  "layers.norms.title": "向量有多长",
  "layers.norms.what":
    "每个词元的向量长度（欧几里得范数）随深度的变化。pre-norm 模型里它往往越来越大，因为每个子层都往上加；post-norm 模型在每次相加之后把它调整回来。",
  "layers.likeness.title": "哪些词元变得相像",
  "layers.likeness.what":
    "每两个词元的向量之间夹角的余弦：1 表示方向相同，0 表示无关，−1 表示相反。起初，向量只是词元加上位置，相像与否只取决于是什么词元、在什么位置，用法相近的词元从一开始就可能相像；往后各层读取了上下文，上下文也会起作用。",
  "layers.places.title": "词元移动到哪里",
  "layers.places.what":
    "取所有层的向量差别最大的两个方向（主成分）。两维不可能显示全部：它们占总方差的多少，写在下面。",
  "layers.positions.title": "位置加上了什么",
  "layers.positions.what": "按词元所在的位置加上去的数：画成沿文本的曲线，每条是一维；也画成热图。",
};
