import type { pretrainingEn } from "./en";

/** “预训练”一章的文字。 */
export const pretrainingZhHans: Readonly<Record<keyof typeof pretrainingEn, string>> = {
  "pre.title": "预训练：从原始文本到语言模型",
  "pre.intro":
    "语言模型从大量没有人工标注的文本中学习：下一个词是什么，文本自己就给出了答案。这一页用很小的规模走完全程；每一个数都是随着你的操作在本页当场算出来的。",
  "pre.contents": "各个阶段",
  "pre.failed": "没有取到。网络断了吗？",

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
};
