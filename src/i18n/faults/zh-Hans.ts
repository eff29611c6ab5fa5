import type { faultsEn } from "./en";

/** What can be wrong with a model's files, in Simplified Chinese. */
export const faultsZhHans: Readonly<Record<keyof typeof faultsEn, string>> = {
  "fault.missing": "缺少 {{file}}；没有它就无法使用这个模型。",
  "fault.unreadable": "{{file}} 已无法读取：选择之后它被修改、移动或删除了，请重新选择。",
  "fault.format":
    "{{file}} 在这里无法读取，只能读取 safetensors 格式。可在 Python 中转换：safetensors.torch.save_file(model.state_dict(), 'model.safetensors')。",
  "fault.tooLarge": "权重文件共 {{found}} GB，浏览器最多能运行 {{needed}} GB。",
  "fault.notJson": "{{file}} 不是 JSON，开头是 {{found}}。",
  "fault.value": "{{file}}：{{key}} 是 {{found}}，需要 {{needed}}。",
  "fault.keyless": "{{file}} 的内容是 {{found}}，需要 {{needed}}。",

  "fault.config.heads": "config.json：宽度是 {{width}}，它必须是头数 {{heads}} 的倍数。",
  "fault.config.patches": "config.json：image_size 是 {{image}}，它必须是 patch_size（{{patch}}）的倍数。",
  "fault.config.labels": "config.json：id2label 的内容是 {{found}}，需要从 0 起连续编号的名称。",
  "fault.config.tied":
    "config.json：词嵌入是共享的，但 src_vocab_size 是 {{source}}，tgt_vocab_size 是 {{target}}，两者必须相等。",
  "fault.config.token": "config.json 提到了词元 {{token}}，但分词器里没有它。",
  "fault.config.tokens": "分词器有 {{found}} 个词元，而模型只有 {{needed}} 个词元的嵌入。",
  "fault.config.architecture": "config.json：模型是 {{found}}，这里需要 {{needed}}。",

  "fault.tensor.missing": "{{name}}：缺少这个张量，需要形状 [{{needed}}]。",
  "fault.tensor.shape": "{{name}}：形状是 [{{found}}]，需要 [{{needed}}]。",
  "fault.tensor.dtype": "{{name}}：数据类型是 {{found}}，能读取的是 {{needed}}。",
  "fault.tensor.block": "{{name}}：属于第 {{found}} 层，而配置只有 {{needed}} 层（从 0 数起）。",
  "fault.tensor.notFinite": "{{name}}：第 {{place}} 个值是 {{found}}，需要有限的数。",

  "fault.shards.missing": "缺少文件 {{file}}：model.safetensors.index.json 说 {{name}} 在其中。",
  "fault.shards.elsewhere": "{{name}}：model.safetensors.index.json 说它在 {{file}} 中，但那里没有。",

  "fault.safetensors.short": "文件只有 {{found}} 字节，文件头至少需要 8 字节。",
  "fault.safetensors.claim": "文件头自称有 {{claimed}} 字节，而其长度之后文件只有 {{found}} 字节。",
  "fault.safetensors.notJson": "文件头不是 safetensors 所要求的 UTF-8 JSON 对象。",
  "fault.safetensors.twice": "{{name}}：文件头里出现了两次，只能出现一次。",
  "fault.safetensors.reserved": "{{name}}：文件头里有以此为名的张量，需要换一个名称。",
  "fault.safetensors.metadata": "__metadata__：文件头里是 {{found}}，需要一个值都是文本的对象。",
  "fault.safetensors.nameless": "有一个张量的名称为空，每个张量都需要名称。",
  "fault.safetensors.entry": "{{name}}：文件头里是 {{found}}，需要 dtype、shape 和 data_offsets。",
  "fault.safetensors.span": "{{name}}：偏移量跨 {{found}} 字节，而 {{dtype}} [{{shape}}] 需要 {{needed}} 字节。",
  "fault.safetensors.end": "{{name}}：数据到第 {{end}} 字节为止，而文件只有 {{found}} 字节的数据。",
  "fault.safetensors.overlap": "{{name}}：从第 {{from}} 字节开始，与到第 {{end}} 字节为止的 {{before}} 重叠。",
  "fault.safetensors.hole": "{{name}}：从第 {{from}} 字节开始，与前面到第 {{end}} 字节为止的张量之间留有空洞。",
  "fault.safetensors.rest": "张量到第 {{end}} 字节为止，而文件有 {{found}} 字节的数据。",

  "fault.tokenizer.twoTokens": "tokenizer.json：编号 {{id}} 同时属于 {{first}} 和 {{second}}，只能属于一个词元。",
  "fault.tokenizer.noUnknown": "tokenizer.json：model.unk_token 是 {{token}}，但 {{count}} 个词元的词表里没有它。",
  "fault.tokenizer.library": "tokenizer.json 无法使用：{{message}}",
  "fault.tokenizer.merges": "merges.txt：有一行是 {{found}}，每行需要以空格分开的两个词元。",
  "fault.tokenizer.vocabulary": "vocab.txt：{{count}} 个词元中没有 {{token}}，需要有它。",
  "fault.tokenizer.noId": "分词器里没有 {{token}} 的编号。",

  "fault.training.zip": "这个文件（{{found}} 字节）不是训练的存档，或者已损坏：需要导出时得到的 .zip 文件。",
  "fault.training.run": "存档里没有训练：需要 {{needed}}。若只是一个模型，可在模型菜单中导入。",
  "fault.training.numbers":
    "training.safetensors 中的 {{tensor}} 有 {{found}} 个数；run.json 中的方案需要 {{needed}} 个。",
  "fault.training.state": "保存的状态有 {{found}} 个数；这个模型和优化器需要 {{needed}} 个，无法继续。",
  "fault.training.short": "文本只有 {{found}} 个字符；至少需要 {{needed}} 个才能学习。",
  "fault.tuning.origin": "这次训练开始时用的是另一个版本的模型 {{model}}，或另一批文本，无法继续。已测得的结果仍在。",
};
