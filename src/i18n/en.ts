import { attentionEn } from "./attention/en";
import { faultsEn } from "./faults/en";
import { figuresEn } from "./figures/en";
import { inputEn } from "./input/en";
import { modelsEn } from "./models/en";
import { outcomeEn } from "./outcome/en";
import { stageEn } from "./stage/en";
import { valuesEn } from "./values/en";

/** Every string of the page in English; the other languages have the same keys and placeholders. */
export const en = {
  ...attentionEn,
  ...figuresEn,
  ...outcomeEn,
  ...modelsEn,
  ...inputEn,

  "app.brand": "Glassformer",
  "app.title": "Glassformer: a Transformer you can see through",
  "app.description": "A real Transformer translates what you type, and every attention weight is on the screen.",
  "app.skip": "Skip to the attention maps",
  "app.skip.training": "Skip to the training",
  "app.train": "Train",
  "app.explore": "Explorer",
  "app.language": "Language",
  "app.theme": "Theme",
  "app.theme.toLight": "Light",
  "app.theme.toDark": "Dark",
  "app.theme.system": "As the system",
  "app.theme.light": "Light",
  "app.theme.dark": "Dark",
  "app.copyLink": "Copy link",
  "app.linkCopied": "Link copied",
  "app.linkFailed": "Copy the address from the address bar",
  "app.settings": "Settings",
  "app.close": "Close",
  "app.dismiss": "Dismiss this notice",
  "app.notices": "Notices",

  "settings.backend": "Where it computes",
  "settings.backend.help":
    "“Automatic” times this model on what the device has and prefers the graphics card when it keeps up. The text and the selection survive a change.",
  "settings.backend.auto": "Automatic",
  "backend.webgl": "WebGL",
  "backend.webgpu": "WebGPU",
  "backend.wasm": "WebAssembly",
  "backend.cpu": "Plain JavaScript",
  "settings.backend.webgl.help": "graphics card, works almost everywhere",
  "settings.backend.webgpu.help": "graphics card, newer browsers",
  "settings.backend.wasm.help": "processor, fast for small models",
  "settings.backend.cpu.help": "processor, slow but always there",
  "settings.backend.auto.help": "the fastest that works here",

  "error.title": "This page stopped working",
  "error.body": "Something in the page failed. Your text and your choices are kept in the address.",
  "error.again": "Try again",
  "error.detail": "What failed: {{message}}",

  "notice.backendFailed": "{{backend}} could not be used here, so {{next}} takes over. The reason given: {{reason}}",
  "notice.contextLost":
    "The connection to the graphics card ({{backend}}) was lost. {{next}} carries on; your text and selection are kept.",
  "notice.workerDied":
    "The engine on {{backend}} ended unexpectedly. {{next}} carries on; your text and selection are kept.",
  "notice.noBackend": "Nothing on this device could run the model: {{reasons}}",
  "notice.badLink": "Part of this link could not be read, so the page starts with its usual sentence.",
  "notice.ownMissing":
    "This link names a model that someone brought along, which is not kept in this browser. The page starts with its usual model.",
  "notice.languageFailed": "The language could not be fetched. Check the connection and choose it again.",
  "notice.modelFailed": "The model could not be loaded: {{reason}}",

  "problem.emptyText": "Nothing is typed yet: the model waits for something to read.",
  "problem.tooLong": "The text is {{tokens}} tokens; this model reads at most {{maximum}}.",
  "problem.wrongInput.text": "This model reads text, not an image.",
  "problem.wrongInput.image": "This model reads an image, not text.",
  "problem.wrongSize": "The image has {{width}} × {{height}} pixels; this model reads {{needed}} × {{needed}}.",
  "problem.otherText": "Values are to be taken from the text “{{text}}”, which the model cannot read.",
  "problem.tooLong.memory": "It was made for {{trained}}, for which there is not enough memory here.",
  "problem.memory.total":
    "The model is too large: it needs {{needed}} of memory, and {{backend}} can give {{offered}} on this device.",
  "problem.memory.largest":
    "The model is too large: its largest matrix needs {{needed}}, and {{backend}} can hold {{offered}} in one piece on this device.",
  "problem.checkpoint": "The model’s file could not be used: {{message}}",
  "problem.download": "The model could not be fetched from {{url}} (status {{status}}).",
  "problem.download.offline": "The model could not be fetched from {{url}}. Is the connection down?",
  "problem.backend": "{{backend}} could not compute this: {{message}}",
  "problem.kept": "Shown below is still “{{text}}”.",

  "status.starting": "Starting the engine and loading the model …",
  "status.recovering": "The engine is starting again …",
  "status.failed": "The model is not running.",
  "status.retry": "Try again",

  "architecture.encoderDecoder": "encoder–decoder",
  "architecture.decoderOnly": "decoder-only",
  "architecture.encoderOnly": "encoder-only",
  "architecture.imageEncoder": "encoder-only, over an image",

  "run.info": "{{backend}} · {{operations}} operations ({{recomputed}} computed again) · {{milliseconds}} ms",
  "run.label": "Last run",

  "part.selfAttention": "self-attention",
  "part.crossAttention": "cross-attention",
  "part.encoderSelf": "Encoder self-attention",
  "part.decoderSelf": "Decoder self-attention",
  "part.cross": "Cross-attention",
  "part.encoderSelf.note": "tokens read one another",
  "part.decoderSelf.note": "each token reads itself and those before it",
  "part.cross.note": "what is written reads what was given",
  "stack.encoder": "encoder",
  "stack.decoder": "decoder",
  "place.block": "{{stack}} block {{layer}}",
  "place.attention": "{{stack}} block {{layer}}, {{part}}",
  "place.head": "{{stack}} block {{layer}}, {{part}}, head {{head}}",
  "place.headShort": "head {{head}}",
  "place.blockShort": "block {{layer}}",

  "map.title": "The model",
  "map.label": "Architecture of the model: choose a part. Arrow keys move between the parts.",
  "map.embedding": "embedding",
  "map.position": "+ position",
  "map.addNorm": "add & norm",
  "map.norm": "layer norm",
  "map.add": "add",
  "map.feedForward": "feed-forward",
  "map.linear": "linear",
  "map.softmax": "softmax",
  "map.patches": "patches",
  "map.firstToken": "first token",
  "map.head": "head",
  "map.inputs": "your sentence",
  "map.outputs": "written so far",
  "map.text": "the text",
  "map.legend": "A dot is a head: full is on, a ring with a stroke is off.",

  "change.row": "{{head}}, row {{row}} set by hand",
  "change.mean": "{{head}}: its mean",
  "change.text": "{{head}}: its value on “{{text}}”",
  "change.switch": "{{where}}: {{what}} off",
  "switch.attention": "attention",
  "switch.feedForward": "feed-forward",
  "switch.layer": "block",
  "switch.positions": "positions",
  "switch.residual": "residual connection",
  "switch.norm": "layer norm",
  "switch.mask": "mask",
  "switch.scaling": "scaling by √D",

  ...stageEn,
  ...valuesEn,
  ...faultsEn,
} as const;
