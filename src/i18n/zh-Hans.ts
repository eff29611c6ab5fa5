import { attentionZhHans } from "./attention/zh-Hans";
import { derivationZhHans } from "./derivation/zh-Hans";
import { faultsZhHans } from "./faults/zh-Hans";
import { figuresZhHans } from "./figures/zh-Hans";
import { inputZhHans } from "./input/zh-Hans";
import { layersZhHans } from "./layers/zh-Hans";
import type { Messages } from "./messages";
import { modelsZhHans } from "./models/zh-Hans";
import { outcomeZhHans } from "./outcome/zh-Hans";
import { stageZhHans } from "./stage/zh-Hans";
import { stepsZhHans } from "./steps/zh-Hans";
import { thoughtsZhHans } from "./thoughts/zh-Hans";
import { valuesZhHans } from "./values/zh-Hans";
import { withoutZhHans } from "./without/zh-Hans";

/** Every string of the page in Simplified Chinese. */
export const zhHans: Messages = {
  ...attentionZhHans,
  ...figuresZhHans,
  ...outcomeZhHans,
  ...modelsZhHans,
  ...inputZhHans,

  "app.brand": "Glassformer",
  "app.title": "Glassformer：看得透的 Transformer",
  "app.description": "一个真实的 Transformer 翻译您输入的句子，每一个注意力权重都显示在屏幕上。",
  "app.skip": "跳到注意力图",
  "app.language": "语言",
  "app.theme": "主题",
  "app.theme.toLight": "浅色",
  "app.theme.toDark": "深色",
  "app.theme.system": "跟随系统",
  "app.theme.light": "浅色",
  "app.theme.dark": "深色",
  "app.copyLink": "复制链接",
  "app.linkCopied": "链接已复制",
  "app.linkFailed": "请从地址栏复制网址",
  "app.settings": "设置",
  "app.close": "关闭",
  "app.dismiss": "关闭这条通知",
  "app.notices": "通知",

  "settings.backend": "在哪里计算",
  "settings.backend.help":
    "选择“自动”时，页面会在本机可用的后端上测试这个模型的速度，只要显卡跟得上就优先用显卡。切换后端不会丢失文本和选择。",
  "settings.backend.auto": "自动",
  "backend.webgl": "WebGL",
  "backend.webgpu": "WebGPU",
  "backend.wasm": "WebAssembly",
  "backend.cpu": "纯 JavaScript",
  "settings.backend.webgl.help": "用显卡计算，几乎处处可用",
  "settings.backend.webgpu.help": "用显卡计算，需要较新的浏览器",
  "settings.backend.wasm.help": "用处理器计算，小模型很快",
  "settings.backend.cpu.help": "用处理器计算，较慢但总是可用",
  "settings.backend.auto.help": "选用本机最快的后端",

  "error.title": "页面出错了",
  "error.body": "页面的某一部分出了故障。您的文本和选择都保存在网址里。",
  "error.again": "再试一次",
  "error.detail": "出错原因：{{message}}",

  "notice.backendFailed": "{{backend}} 在这里无法使用，已改用 {{next}}。原因：{{reason}}",
  "notice.contextLost": "与显卡（{{backend}}）的连接中断了。现在由 {{next}} 继续计算，文本和选择都还在。",
  "notice.workerDied": "{{backend}} 上的计算引擎意外停止了。现在由 {{next}} 继续计算，文本和选择都还在。",
  "notice.noBackend": "这台设备上没有能运行这个模型的后端：{{reasons}}",
  "notice.badLink": "链接中有一部分无法识别，页面改从默认句子开始。",
  "notice.modelFailed": "模型加载失败：{{reason}}",

  "problem.emptyText": "还没有输入内容：模型在等待可读的东西。",
  "problem.tooLong": "文本有 {{tokens}} 个词元，这个模型最多只能读 {{maximum}} 个。",
  "problem.wrongInput.text": "这个模型读的是文字，不是图像。",
  "problem.wrongInput.image": "这个模型读的是图像，不是文字。",
  "problem.wrongSize": "图像是 {{width}} × {{height}} 像素；这个模型读的是 {{needed}} × {{needed}} 像素。",
  "problem.otherText": "需要从文字“{{text}}”中取值，但模型读不了它。",
  "problem.checkpoint": "模型文件无法使用：{{message}}",
  "problem.download": "无法从 {{url}} 下载模型（状态码 {{status}}）。",
  "problem.download.offline": "无法从 {{url}} 下载模型。网络是否断开了？",
  "problem.backend": "{{backend}} 无法完成计算：{{message}}",
  "problem.kept": "下面显示的仍是“{{text}}”的结果。",

  "status.starting": "正在启动引擎并加载模型……",
  "status.recovering": "正在重新启动引擎……",
  "status.failed": "模型没有在运行。",
  "status.retry": "再试一次",

  "architecture.encoderDecoder": "编码器–解码器",
  "architecture.decoderOnly": "仅解码器",
  "architecture.encoderOnly": "仅编码器",
  "architecture.imageEncoder": "仅编码器，读图像",

  "run.info": "{{backend}} · {{operations}} 个运算（重新计算 {{recomputed}} 个）· {{milliseconds}} 毫秒",
  "run.label": "最近一次运行",

  "part.selfAttention": "自注意力",
  "part.crossAttention": "交叉注意力",
  "part.encoderSelf": "编码器自注意力",
  "part.decoderSelf": "解码器自注意力",
  "part.cross": "交叉注意力",
  "part.encoderSelf.note": "原句中的词互相读取",
  "part.decoderSelf.note": "写出的每个词读取它前面的词",
  "part.cross.note": "写出的词读取原句",
  "stack.encoder": "编码器",
  "stack.decoder": "解码器",
  "place.block": "{{stack}}第 {{layer}} 层",
  "place.attention": "{{stack}}第 {{layer}} 层，{{part}}",
  "place.head": "{{stack}}第 {{layer}} 层，{{part}}，头 {{head}}",
  "place.headShort": "头 {{head}}",
  "place.blockShort": "第 {{layer}} 层",

  "map.title": "模型结构",
  "map.label": "模型的结构图：选择一个部分。用方向键在各部分之间移动。",
  "map.embedding": "词嵌入",
  "map.position": "+ 位置编码",
  "map.addNorm": "相加与归一化",
  "map.norm": "层归一化",
  "map.add": "相加",
  "map.feedForward": "前馈网络",
  "map.linear": "线性层",
  "map.softmax": "softmax",
  "map.patches": "图块",
  "map.firstToken": "首个词元",
  "map.head": "输出头",
  "map.inputs": "您的句子",
  "map.outputs": "已写出的词",
  "map.text": "文本",
  "map.legend": "一个圆点是一个注意力头：实心为开，带斜线的圆圈为关。",

  "change.row": "{{head}}，第 {{row}} 行由手动设定",
  "change.mean": "{{head}}：取平均值",
  "change.text": "{{head}}：取它在“{{text}}”上的值",
  "change.switch": "{{where}}：关闭{{what}}",
  "switch.attention": "注意力",
  "switch.feedForward": "前馈层",
  "switch.layer": "整个块",
  "switch.positions": "位置编码",
  "switch.residual": "残差连接",
  "switch.norm": "层归一化",
  "switch.mask": "掩码",
  "switch.scaling": "除以 √D 的缩放",

  ...derivationZhHans,
  ...layersZhHans,
  ...stageZhHans,
  ...stepsZhHans,
  ...thoughtsZhHans,
  ...valuesZhHans,
  ...withoutZhHans,
  ...faultsZhHans,
};
