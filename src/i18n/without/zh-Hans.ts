import type { withoutEn } from "./en";

/** “去掉它会怎样”页的文字。 */
export const withoutZhHans: Readonly<Record<keyof typeof withoutEn, string>> = {
  "without.intro":
    "这里的每一项都是正在运行的模型的一部分。关掉其中一项，只重新计算受它影响的部分；新的结果与原来的结果并排显示。",

  "without.effect": "有什么变化",
  "without.effect.none": "还没有改动任何东西。请在下面关掉一项试试。",
  "without.before": "全部打开时",
  "without.now": "现在",
  "without.recomputed": "重新计算了 {{operations}} 个运算中的 {{recomputed}} 个",
  "without.divergence": "KL 散度平均 {{nats}} 奈特",
  "without.divergence.help":
    "本来应该相信改动前的分布，却相信了改动后的分布，由此损失了多少信息：0 表示毫无变化；0.69 相当于把确定无疑的事当成抛硬币。",
  "without.changed": "{{count}} 个预测中有 {{changed}} 个变了",
  "without.incomparable": "没有可以比较的预测：全部打开时，模型在每个预测之前写的是别的内容。",
  "without.rows": "逐个预测",
  "without.rows.place": "在此之后",
  "without.rows.hidden": "被遮住的位置",
  "without.rows.choose": "比较 {{token}} 之后的预测",
  "without.compared": "“{{place}}”之后可能是什么",
  "without.compared.class": "可能是什么",
  "without.rows.was": "原来最可能的",
  "without.rows.is": "现在最可能的",
  "without.rows.difference": "它的概率",
  "without.rows.divergence": "KL（奈特）",
  "without.rows.differs": "如果前文已经与原来不同，预测回答的就是另一个问题，因此不列在这里。",

  "without.table": "开关",
  "without.table.hint":
    "每个子层占一行，按计算的先后排列。把指针移到开关上，或用键盘走到它那里，就能读到预期会看到什么。",
  "without.stack": "{{stack}}的开关",
  "without.block": "层",
  "without.sublayer": "子层",
  "without.whole": "整个",
  "without.heads": "注意力头",
  "without.mask": "掩码",
  "without.scaling": "÷ √D 缩放",
  "without.residual": "残差",
  "without.norm": "归一化",
  "without.row.start": "词嵌入",
  "without.row.end": "最后一层之后",
  "without.name": "{{where}}的{{what}}",

  "without.to": "被关掉的头给出",
  "without.to.zero": "零",
  "without.to.zero.help": "这个头什么也不传下去。这种做法比较粗暴：后面的层在训练中从没在这里遇到过零。",
  "without.to.mean": "平均值",
  "without.to.mean.help":
    "传下去的是它在模型各例句全部词元上的平均值：数量如常，却不含任何关于这段文字的信息（均值消融）。这时出错，是因为缺了这个头说的内容，而不是缺了它的大小。",
  "without.to.text": "它读另一段文字时的值",
  "without.to.text.help":
    "传下去的是这个头读另一段文字时给出的值（激活修补）。如果输出变成了另一段文字的输出，说明两者的差别就是由这个头传递的。",
  "without.text": "另一段文字",

  "without.help.head":
    "一个头不再传下它收集到的内容。多数头去掉后看不出痕迹，因为别的头也在做同样的事；如果输出坏了，说明有些内容只由这个头传递。",
  "without.help.attention.selfAttention":
    "词元在这里不再互相读取。预计词会失去上下文：先乱的是一致关系和词序，最后才是单个的词。",
  "without.help.attention.crossAttention":
    "解码器在这里看不到原句。只关一层，别的层也许能弥补；全部关掉，它就会流畅地写出另一句话。",
  "without.help.feedForward":
    "收集到的内容在这里不再加工。预计会用错词，而不是弄错词序：模型对单个词的许多知识都存在这些层里。",
  "without.help.layer":
    "残差流绕过整个这一层。有了残差流，中间的某一层往往可以省去：别的层得到的东西仍与预期相近，只是少加工了一道。去掉第一层和最后一层，影响会大一些。",
  "without.help.positions":
    "模型看到的只是一袋词。预计词是对的，次序却乱了，或者反复写同一个词：单靠注意力分不清先后。",
  "without.help.residual":
    "只有子层算出的结果传下去，词元本身被忘掉了。预计结果一塌糊涂：每个子层学会的是修正，而不是取代。",
  "without.help.norm":
    "数值增长到多大就保持多大，不再调整。预计 softmax 和后面的层会失常，层越深越明显；如果训练时就没有归一化，模型能够适应，但这个模型不是这样训练的。",
  "without.help.mask":
    "词元可以读取后面的词元。写作过程中最新的词元后面什么也没有，所以它的预测几乎不变；前面各行则会读到训练中从未见过的东西。",
  "without.help.scaling":
    "分数变成原来的 √D 倍，softmax 几乎只选一个键。预计注意力图变得非黑即白，注意力原本分散的头会使写出的词改变。",

  "without.every": "逐个试每个头",
  "without.every.hint":
    "在已有改动的基础上，依次让每个头给出零，并在同样的词元上测量输出与所有头都在时相差多少。差别越大，别的头就越替代不了它。",
  "without.every.start": "试一遍全部 {{heads}} 个头",
  "without.every.stop": "停止",
  "without.every.progress": "已试过的头",
  "without.every.count": "已试 {{heads}} 个头中的 {{count}} 个",
  "without.every.unit": "KL 散度（奈特）",
  "without.every.label": "每个头的影响",

  "without.edit": "手动设定一行注意力",
  "without.edit.hint":
    "上下拖动一根长条，可以多给或少给一个键；从一根拖到另一根，可以把权重移过去；这一行的其余部分会相应调整，总和仍为 1。用键盘时：上下键改变长条，左右键走到相邻的一根，按住 Shift 则把 0.05 一起带过去。",
  "without.edit.head": "注意力头",
  "without.edit.query": "查询",
  "without.edit.row": "{{head}}中查询“{{query}}”的权重",
  "without.edit.bar": "键“{{key}}”的权重",
  "without.edit.back": "恢复模型算出的值",
  "without.edit.masked": "被掩码遮住",
};
