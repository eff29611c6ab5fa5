import type { finetuningEn } from "./en";
import { tuningZhHans } from "./tuningZhHans";

/** “微调”一章的文字。 */
export const finetuningZhHans: Readonly<Record<keyof typeof finetuningEn, string>> = {
  ...tuningZhHans,
  "fine.title": "微调：让练好的模型学会新任务",
  "fine.intro": "预训练耗时长，不需要标注；微调时间短，只需要少量标注。微调的起点，是一套已经懂得语言的权重。",

  "fine.what": "什么是微调",
  "fine.what.say":
    "微调就是换一批数据接着训练。模型不从随机数开始，而是从预训练留下的那个文件开始：结构相同，权重相同，最多在末端为新任务换上一个新的输出层。",
  "fine.what.before": "之前：“{{model}}”读了十一万多条被遮住一些词的释义，学会了猜出遮住的词。没有人做过任何标注。",
  "fine.what.after":
    "之后：“{{model}}”正是从那个文件出发的。原先用来猜词元的输出层，换成了有 26 个输出的新输出层，每个名词类别一个；然后用带类别的释义接着训练整个模型。",
  "fine.what.open": "在探索页里打开这两个模型，给它们同一条释义：层相同，头相同，只有末端不同。",

  "fine.methods": "训练多少权重",
  "fine.methods.say":
    "下面几种做法的起点是同一套权重，区别在于哪些权重可以动。动得越少，优化器占的内存越少，每个任务要保存的文件越小，会忘掉的越少，能学到的也越少。",
  "fine.method.full": "全量微调",
  "fine.method.full.say":
    "所有权重都动。能学到的最多，会忘掉的也最多：能留住预训练成果的，只有较低的学习率和较少的步数。",
  "fine.method.lower": "冻结低层",
  "fine.method.lower.say":
    "词嵌入和前几层保持不变，只动后几层和输出层。一般认为，词义在低层就已确定，任务需要什么则由高层决定。",
  "fine.method.head": "只训练输出层",
  "fine.method.head.say":
    "只有新的输出层在动。模型成了一种把文本变成数的固定方法，由一个线性分类器来读这些数；它做得多好，就说明预训练留下了多少东西。",
  "fine.method.lora": "LoRA（低秩适配）",
  "fine.method.lora.say":
    "原来的矩阵不动；在选定的每个矩阵旁边，学两个细长矩阵的乘积，加到它上面。B 从零开始，所以训练的起点就是原来的模型；秩为 r 时，要学的数从“行数乘列数”减少到“r 乘行数与列数之和”，训练完还可以并入 W。",

  "fine.labels": "预训练换来了什么：更少的标注",
  "fine.labels.say": "同一个网络、同一批带标注的释义，一次从预训练的权重开始，一次从随机权重开始。只有起点不同。",
  "fine.labels.figure": "留出释义上的准确率随标注数量的变化：从预训练权重开始，与从随机权重开始",
  "fine.labels.axis": "带标注的释义条数",
  "fine.start.pretrained": "从预训练权重开始",
  "fine.start.random": "从随机权重开始",
  "fine.chance": "纯靠猜：{{percent}}",
  "fine.labels.needs":
    "用 {{few}} 条标注，从预训练权重开始能答对 {{reached}}；从随机权重开始，要用 {{needed}} 条标注才能达到。",
  "fine.labels.never":
    "用 {{few}} 条标注，从预训练权重开始能答对 {{reached}}；从随机权重开始，在测过的标注数量内都达不到：用到 {{most}} 条也只有 {{share}}。",
  "fine.labels.how":
    "至少 {{seeds}} 个随机种子的平均，括号里是最差和最好的一次，图中每个种子一个点。{{classes}} 个类别，{{heldOut}} 条留出释义；训练全部权重，{{steps}} 步，每步 {{batch}} 条，学习率 {{rate}}；平均每次 {{seconds}} 秒（{{machine}}）。测量命令：",

  "fine.prompting": "完全不训练：提示",
  "fine.prompting.say":
    "解码器会接着写你给它的任何文字，所以把任务写出来就可以提问：不给例子（零样本）、给一个（单样本）或几个（少样本），权重一个也不动。",

  "fine.categories": "这是哪一类事物？问“词典”",
  "fine.categories.say":
    "这个模型只学过续写词典条目。现在问它 {{items}} 条留出释义属于哪一类，四类（{{labels}}）各占同样多。释义里不含这几个词，给出的例子各属不同的类。问法有两种：给出释义问标签；或者给出标签问释义，哪个标签让这条释义最有可能出现，就算它答了哪个。",
  "fine.way": "问的是",
  "fine.way.label": "释义之后的标签",
  "fine.way.definition": "标签之后的释义",
  "fine.way.label.prompt": "完整的提示如下，在“?”处读出每个标签的概率：",
  "fine.way.definition.prompt": "完整的提示如下，每个标签一条，读出粗体部分的概率：",
  "fine.categories.figure": "释义归类的准确率随提示中例子个数的变化",
  "fine.prompt.shots": "提示中的例子",
  "fine.prompt.measured": "每种个数 {{items}} 题；竖线和 ± 是一个标准误。测量命令：",
  "fine.verdict.less": "问“{{way}}”：不给例子答对 {{zero}}，给 {{shots}} 个例子答对 {{most}}，例子反而有害。",
  "fine.verdict.more": "问“{{way}}”：不给例子答对 {{zero}}，给 {{shots}} 个例子答对 {{most}}，例子有帮助。",
  "fine.verdict.same": "问“{{way}}”：不给例子答对 {{zero}}，给 {{shots}} 个例子答对 {{most}}，这点差别可能只是偶然。",
  "fine.categories.why":
    "可见不训练也能得到一些东西，关键是用模型熟悉的形式来问：词典条目以单词、词性和冒号开头。但它不会从例子中学习。训练时它每次只读一个条目，从没见过两个条目连在一起，所以对它来说，例子不是例子，只是一段奇怪的开头。从提示里的例子中学习，要靠大得多的模型，以及内容会前后呼应、反复出现的文本（Brown 等，2020）。",
  "fine.try": "试一试",
  "fine.definition": "你自己写的英文释义，或一条留出释义",
  "fine.definition.another": "换一条留出释义",
  "fine.examples.others": "换一批例子",
  "fine.ask": "问“{{model}}”",
  "fine.ask.both": "问“{{model}}”：有这个头和没有这个头",
  "fine.open": "在探索页打开",
  "fine.open.without": "关掉这个头再打开",
  "fine.answer": "“{{model}}”的回答",
  "fine.answer.label": "四个标签之间的比例。四个标签的概率合起来是 {{percent}}：模型在这里多半期待别的词。",
  "fine.answer.definition": "四个标签之间的比例，按各自让这条释义有多大可能出现来算。",

  "fine.letters": "从提示中学习：临时编的字母对应",
  "fine.letters.say":
    "如果训练的就是从例子中学习，小模型也能做到。“归纳头”只有两层注意力，别的什么都没有。提示里，每个字母后面跟着它所对应的字母，对应关系是临时编的；最后问其中一个字母。权重一个也不动；这里测过的带例子的提示，没有一条是训练序列的开头：它对这套对应关系的了解，全部来自提示。",
  "fine.letters.pairs": "对应的对数",
  "fine.letters.with": "原样",
  "fine.letters.without": "关掉归纳头",
  "fine.letters.figure": "{{pairs}} 对临时编的对应：准确率随每对在提示中出现次数的变化",
  "fine.letters.one": "没有例子，就无从知道。给一个例子，答对 {{with}}；关掉归纳头，只答对 {{without}}。",
  "fine.letters.head":
    "这个头是第 {{block}} 层的第 {{head}} 个，找法是：在最后一层里，关掉它影响最大。三对各出现一次时，它平均把 {{after}} 的注意力放在答案后面的那个位置，放在答案本身的只有 {{answer}}：前一层已经把答案带到了下一个位置，它就在那里取。",
  "fine.letters.limits":
    "例子并非越多越好。训练时每个片段只出现两次，序列最长 26 个字母；同一对以不同的顺序第三次、第四次出现，是它从没练过的。",
  "fine.letters.another": "换一套对应",
  "fine.letters.mapping": "对应关系：",
  "fine.letters.prompt": "完整的提示如下，问“?”处的字母：",
  "fine.letters.attention": "提示，以及归纳头从最后一个字母看出去的注意力：",
  "fine.answer.whole": "原样时接下来是什么",
  "fine.answer.without": "关掉归纳头之后",
};
