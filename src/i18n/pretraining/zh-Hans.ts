import type { pretrainingEn } from "./en";

/** “预训练”一章的文字。 */
export const pretrainingZhHans: Readonly<Record<keyof typeof pretrainingEn, string>> = {
  "pre.title": "预训练：从原始文本到语言模型",
  "pre.intro":
    "语言模型从大量没有人工标注的文本中学习：下一个词是什么，文本自己就给出了答案。这一页用很小的规模走完全程；每一个数都是随着你的操作在本页当场算出来的。",

  "pre.collect": "收集",
  "pre.collect.say":
    "文本来自许多地方，其中不少会重复出现。同一段话读上一百遍，模型学到的是背诵而不是语言；测试用的段落若也出现在训练里，考试就不算数了。所以第一步是去重。",
  "pre.sources": "来源",
  "pre.source": "来源",
  "pre.source.definitions": "WordNet 词条",
  "pre.source.sentences": "造出来的句子",
  "pre.source.poems": "古诗绝句",
  "pre.source.own": "你的文本",
  "pre.own": "你自己的文本，一行一篇",
  "pre.own.help":
    "文本不会离开你的浏览器。一开始放的是《爱丽丝漫游奇境》的开头，样子就像从网页上复制下来的，其中有两行在别的来源里也有。",
  "pre.threshold": "五字符片段有 {{percent}} % 相同即算近似重复",
  "pre.count.found": "收集到",
  "pre.count.exact": "完全重复",
  "pre.count.near": "近似重复",
  "pre.count.kept": "保留",
  "pre.count.all": "合计",
  "pre.doubles": "去掉了 {{count}} 篇，这里列出 {{shown}} 篇",
  "pre.double.exact": "等同于",
  "pre.double.near": "有 {{percent}} % 相同于",

  "pre.clean": "清洗",
  "pre.clean.say":
    "看起来一样的东西，对计算机也应该一样：é 可以是一个字符，也可以是两个；空格有十几种；还有些字符根本看不见。每一种差别都会白白占去词表里的一个词元。",
  "pre.rules": "规则",
  "pre.rule": "规则",
  "pre.rule.unicode": "合成字母（Unicode NFC）",
  "pre.rule.invisible": "去掉看不见的字符",
  "pre.rule.spaces": "统一空格",
  "pre.rule.case": "一律小写",
  "pre.rule.changes": "改动处数",
  "pre.rule.off": "未用",
  "pre.document": "文档",
  "pre.after": "全部规则之后",

  "pre.stop": "停用词",
  "pre.stop.say":
    "过去的搜索引擎和主题模型会删掉最常见的词，也就是“停用词”，因为它们对一篇文章讲什么贡献不大。看看跟着一起丢掉的还有什么。",
  "pre.stop.with": "句子（停用词被划掉）",
  "pre.stop.without": "剩下的",
  "pre.stop.own": "你自己的英文句子",
  "pre.stop.share":
    "在上面收集的英文里，{{percent}} 的词是停用词。今天的语言模型把它们全部保留：否定、方向、谁对谁做了什么，都靠这些词；没读过它们的模型写不出一个完整的句子；至于哪些词重要，注意力自己会学。",

  "pre.tokens": "分词",
  "pre.tokens.say":
    "模型读的是数：词表里每个词元对应一个编号。按字符切，序列太长；按整词切，新词全都不认识。字节对编码（BPE）取其中：从字符开始，把最常相邻的一对并成一个词元，一遍又一遍。（GPT-2 从 256 个字节开始，因此没有任何东西是“未知”。）",
  "pre.merges": "在上面的文本上学习合并",
  "pre.merges.back": "后退",
  "pre.merges.play": "播放",
  "pre.merges.pause": "暂停",
  "pre.merges.step": "合并一次",
  "pre.merges.at": "第 {{step}} 次合并，共 {{last}} 次",
  "pre.merges.did": "“{{left}}”和“{{right}}”相邻了 {{count}} 次，比任何一对都多：从现在起“{{whole}}”是一个词元。",
  "pre.merges.start": "现在每个字符各是一个词元，“␣”表示空格。来合并第一对吧。",
  "pre.pairs": "目前最常相邻的对",
  "pre.pair": "{{left}} 在 {{right}} 之前：{{count}} 次",
  "pre.vocabulary": "词表：{{size}} 个词元，最新的在最后",
  "pre.vocabulary.say":
    "{{characters}} 个字符，{{step}} 次合并。全文长 {{tokens}} 个词元，平均每个词元 {{each}} 个字符。",
  "pre.cut": "文本现在的切法（开头部分）：{{count}} 个词元",
  "pre.shrinking": "合并 {{step}} 次之后，全文是 {{count}} 个词元",
  "pre.shrinking.tokens": "词元数",
  "pre.shrinking.label": "每次合并之后全文的词元数",
  "pre.ways": "同一个句子的六种切法",
  "pre.sentence": "句子",
  "pre.way.characters": "按上面文本的字符",
  "pre.way.words": "按上面文本的整词",
  "pre.way.own": "用上面学到的 {{step}} 次合并",
  "pre.way.dictionary": "随页面提供的模型“{{model}}”：与 GPT-2 同样的字节级 BPE，在 WordNet 上学得",
  "pre.way.translate": "随页面提供的模型“{{model}}”：整词",
  "pre.way.poems": "随页面提供的模型“{{model}}”：汉字",
  "pre.way.size": "词表 {{size}} · {{count}} 个词元",
  "pre.way.unknown": "· {{count}} 个未知",
  "pre.ways.help": "虚线框：词表里没有，模型只能当作“未知”来读。随页面提供的模型用的是它们文件里真实的分词器。",

  "pre.objectives": "训练目标",
  "pre.objectives.say":
    "没有标注的文本，遮住一部分就成了题目；遮住什么，决定模型以后能做什么。每一行上面是模型读到的，下面是它要说出的；画点的地方不出题。",
  "pre.objective.sentence": "句子（按随页面提供的模型切分）",
  "pre.objective.share": "遮住 {{percent}} %（遮盖词元和片段）",
  "pre.objective.again": "换一批来遮",
  "pre.objective.rows": "上面读到，下面要说",
  "pre.objective.encoder": "编码器读到",
  "pre.objective.decoder": "解码器：上面读到，下面写出",
  "pre.objective.counted": "文本共 {{all}} 个词元，损失计入 {{counted}} 个词元。",
  "pre.objective.next": "下一个词元",
  "pre.objective.next.say":
    "遮住的是后文：每个词元都由前面的来猜。处处有题可做，学成之后还会写作。GPT 就是这样训练的。（“词典”学的是整条词条；句子若不像“otter (noun): …”那样开头，会出乎它的意料。）",
  "pre.objective.masked": "遮盖词元",
  "pre.objective.masked.say":
    "遮住少数词元，由左右两边来猜：其中八成读成 [MASK]，一成读成别的词元，一成保持原样，免得模型只认遮盖符号。每篇文本学到的少些，但每个词元都知道自己的全部上下文。BERT 就是这样训练的。（下面请模型作答时，选中的一律遮住。）",
  "pre.objective.spans": "序列到序列：片段",
  "pre.objective.spans.say":
    "整段挖掉，各留一个哨兵符号。编码器读剩下的；解码器依次写出哨兵和它所代表的内容。T5 就是这样训练的。",
  "pre.objective.spans.none": "随页面提供的模型里没有按片段训练的，因此这里没有损失可看。",
  "pre.slot.reads": "读到",
  "pre.slot.says": "要说",
  "pre.loss.ask": "计算“{{model}}”的损失",
  "pre.loss":
    "每个词元 {{nats}} 奈特：也就是上面各数的平均，每个数是正确词元概率的 −ln。相当于在 {{among}} 个同样可能的词元里拿不定主意。",

  "pre.choose": "选择模型",
  "pre.choose.say":
    "训练目标决定了谁能看到哪里。图中一行是文本中的一个位置，有颜色的格子是它看得到的地方；颜色越淡，消息走过的步数越多。",
  "pre.size.layers": "每个栈 {{value}} 层",
  "pre.size.width": "宽度 {{value}}",
  "pre.size.length": "文本长 {{value}} 个词元",
  "pre.family.encoder": "编码器",
  "pre.family.encoder.say": "看得到一切，所以只能考它被遮住的。适合分类和查找。例如 BERT。",
  "pre.family.decoder": "解码器",
  "pre.family.decoder.say": "只看得到前文，所以会写作，而且处处都是题目。例如 GPT。",
  "pre.family.both": "编码器加解码器",
  "pre.family.both.say": "一个读，另一个写，边写边看读到的内容。适合翻译和摘要。例如 T5。",
  "pre.family.recurrent": "循环网络（GRU）",
  "pre.family.recurrent.say":
    "一个词元接一个词元地读，只往后传一份摘要。远处的内容要穿过中间的每一步，训练也没法各个位置同时进行。",
  "pre.family.weights": "参数个数",
  "pre.family.path": "两个位置之间最长的路",
  "pre.family.sequential": "每层必须先后进行的步数",
  "pre.sight": "每个位置看得到什么",
  "pre.sight.read": "编码器",
  "pre.sight.written": "解码器",
  "pre.families.help":
    "大小一律相同：词表 2000，输出与词嵌入共用参数，前馈层宽度为四倍。图中最多画 12 个位置。路长和步数的算法见 Vaswani 等人（2017）表 1。",

  "pre.training": "训练",
  "pre.training.say":
    "剩下的就是反复：取一批文本，让模型作答，量出损失，把每个参数改一点点，让损失变小。先在这里用你的文本现场训练一个小模型；下面再看随页面提供的两个模型当初的漫长训练。",
  "pre.live": "此时此地，从随机参数开始",
  "pre.live.say":
    "一个两层的解码器按字符学习你清洗过的文本：共 {{characters}} 个字符，你自己的排在最前。想试别的模型和优化器，请到“训练”页。",
  "pre.live.start": "开始训练",
  "pre.live.pause": "暂停",
  "pre.live.play": "继续",
  "pre.live.stop": "停止",
  "pre.live.at": "第 {{step}} 步，共 {{steps}} 步",
  "pre.live.short": "文本太少：至少要 {{least}} 个字符。",
  "pre.growth": "漫长的训练，在它的各个检查点",
  "pre.growth.model": "模型",
  "pre.growth.dictionary": "下一个词元",
  "pre.growth.fill-mask": "遮盖词元",
  "pre.growth.dictionary.say":
    "“词典”，160 万个参数，学的是续写 WordNet 的词条。下面的句子都不在其中。第 4700 步时训练原已结束，后来又用较高的学习率接着训练，所以损失先升后降。",
  "pre.growth.fill-mask.say":
    "“完形填空”，110 万个参数，学的是猜出释义中被遮住的词元。第 4000 步到第 12000 步之间，遮盖比例从 40 % 降到 15 %，所以损失不是一条光滑的线。",
  "pre.growth.at": "第 {{step}} 步：在 {{items}} 篇留出文本上，每个词元 {{loss}} 奈特",
  "pre.growth.sentence": "句子",
  "pre.growth.loss": "留出文本",
  "pre.growth.losses": "留出文本上的损失随步数的变化（步数取对数）",
  "pre.growth.dictionary.places": "在每个词元的位置上，模型看了前面的词元之后以为会出现什么。横条是正确词元的概率。",
  "pre.growth.fill-mask.places": "依次遮住每个词元：模型看了其余全部词元之后在这里填了什么。横条是正确词元的概率。",
  "pre.growth.right": "正确词元：{{percent}}",
  "pre.growth.attention": "这一步上，每个注意力头在这个句子上的注意力",
};
