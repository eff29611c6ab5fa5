import type { stageEn } from "./en";

/** 舞台上图表周围的文字。 */
export const stageZhHans: Readonly<Record<keyof typeof stageEn, string>> = {
  "stage.tabs": "观察模型的方式",
  "stage.attention": "注意力",
  "stage.step": "逐步计算",
  "stage.layers": "各层输出",
  "stage.thoughts": "此刻的想法",
  "stage.without": "去掉它会怎样",

  "stage.attention.help": "每一层的每个头里，各个词元从哪些词元读取信息。",
  "stage.step.help": "把整个前向计算一步一步走一遍，看到每个数以及它的来历。",
  "stage.layers.help": "从嵌入到最后一层，各个词元的向量。",
  "stage.thoughts.help": "模型在每个子层之后会说什么，哪些部分支持它。",
  "stage.without.help": "关掉任何一部分，看结果变成什么。",

  "step.number": "第 {{number}} 步，共 {{count}} 步",
  "step.head": "头",
  "step.head.help": "各个头做同样的运算，用的是各自的数：选择看哪个头的数。",
  "step.point":
    "把指针移到结果中的一个数上，或用方向键选中它，就能看到它是怎样算出来的。点击或按回车可以固定它；点击运算数会跳到得出它的那一步。",
  "step.trail": "这个数的来历",
  "step.piece":
    "显示第 {{from}} 至 {{to}} 列（共 {{columns}} 列）、第 {{top}} 至 {{bottom}} 行（共 {{rows}} 行）：矩阵太大，无法整个显示。",
  "step.switchedOff": "这一步已关闭：它把一个输入原样传下去。",
  "step.edited": "这个结果被手动改过；下面的算式给出的是未改动时的值。",
  "step.code": "实际运行的代码",
  "step.code.forward": "前向计算中写到它的地方",
  "step.code.kernel": "计算它的函数",
  "step.cost": "这一步需要 {{operations}} 次乘加运算；结果占 {{bytes}} 字节。",
  "step.cost.elementwise": "这一步需要 {{operations}} 次单个运算，例如加法、乘法和乘方；结果占 {{bytes}} 字节。",
  "step.cost.none": "这一步没有计算；结果占 {{bytes}} 字节。",
  "step.cost.newest": "如果缓存了键和值，每多一个词元只需 {{operations}} 次。",

  "cost.title": "整个前向计算的开销",
  "cost.what": "各部分的乘加次数，一次算完全部 {{count}} 个词元。",
  "cost.part": "部分",
  "cost.multiplyAdds": "乘加次数",
  "cost.share": "占比",
  "cost.sum": "合计",

  "timeline.title": "前向计算的步骤",
  "timeline.previous": "上一步",
  "timeline.next": "下一步",
  "timeline.play": "播放",
  "timeline.pause": "暂停",
  "timeline.speed": "速度",
  "timeline.play.help": "自动一步一步往下走，直到最后一步。",
  "timeline.speed.help": "播放时每一步停留多久：4 秒、1.6 秒或 0.5 秒。",
  "timeline.slow": "慢",
  "timeline.normal": "中",
  "timeline.fast": "快",
  "timeline.keys": "方向键前进或后退，空格键播放，Home 和 End 键跳到开头或结尾。",
  "part.feedForward": "前馈",
  "part.embedding": "嵌入",
  "part.finalNorm": "最后的归一化",
  "part.output": "输出",
};
