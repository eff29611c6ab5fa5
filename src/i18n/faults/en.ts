/**
 * What can be wrong with a model's files, in English. Apart from the page's other strings, because the engine's worker
 * needs these alone.
 */
export const faultsEn = {
  "fault.missing": "{{file}} is missing; the model cannot be used without it.",
  "fault.unreadable": "{{file}} was changed, moved or deleted since it was chosen. Choose it again.",
  "fault.format":
    "{{file}} cannot be read here, since only the safetensors format can. In Python: safetensors.torch.save_file(model.state_dict(), 'model.safetensors').",
  "fault.tooLarge": "The weights are {{found}} GB; a browser can run {{needed}} GB at most.",
  "fault.notJson": "{{file}} is not JSON; it starts with {{found}}.",
  "fault.value": "{{file}}: {{key}} is {{found}}; {{needed}} is needed.",
  "fault.keyless": "{{file}} holds {{found}}; {{needed}} is needed.",

  "fault.config.heads": "config.json: the width is {{width}}; it needs to be a multiple of {{heads}} heads.",
  "fault.config.patches":
    "config.json: image_size is {{image}}; it needs to be a multiple of patch_size, which is {{patch}}.",
  "fault.config.labels": "config.json: id2label holds {{found}}; names numbered 0, 1, 2 and so on are needed.",
  "fault.config.tied":
    "config.json: the embeddings are tied, but src_vocab_size is {{source}} and tgt_vocab_size {{target}}; one size is needed.",
  "fault.config.token": "config.json names the token {{token}}, which the tokenizer lacks.",
  "fault.config.tokens": "The tokenizer has {{found}} tokens; the model has embeddings for {{needed}}.",
  "fault.config.architecture": "config.json: the model is {{found}}; {{needed}} is needed here.",

  "fault.tensor.missing": "{{name}}: it is missing; [{{needed}}] is needed.",
  "fault.tensor.shape": "{{name}}: its shape is [{{found}}]; [{{needed}}] is needed.",
  "fault.tensor.dtype": "{{name}}: its dtype is {{found}}; {{needed}} can be read.",
  "fault.tensor.block": "{{name}}: it is of block {{found}}; the config has {{needed}}, counted from 0.",
  "fault.tensor.notFinite": "{{name}}: its value {{place}} is {{found}}; finite numbers are needed.",

  "fault.shards.missing": "{{file}} is missing; model.safetensors.index.json says that {{name}} is in it.",
  "fault.shards.elsewhere": "{{name}}: model.safetensors.index.json says that it is in {{file}}, which lacks it.",

  "fault.safetensors.short": "The file has {{found}} bytes; a header needs at least 8.",
  "fault.safetensors.claim": "The header claims {{claimed}} bytes; the file has {{found}} after its length.",
  "fault.safetensors.notJson": "The header is not a JSON object in UTF-8, as safetensors needs.",
  "fault.safetensors.twice": "{{name}}: the header has it twice; once is needed.",
  "fault.safetensors.reserved": "{{name}}: the header has a tensor of this name; another name is needed.",
  "fault.safetensors.metadata": "__metadata__: the header has {{found}}; an object of texts is needed.",
  "fault.safetensors.nameless": "A tensor has an empty name; every tensor needs one.",
  "fault.safetensors.entry": "{{name}}: the header has {{found}}; dtype, shape and data_offsets are needed.",
  "fault.safetensors.span": "{{name}}: the offsets span {{found}} bytes; {{dtype}} [{{shape}}] needs {{needed}}.",
  "fault.safetensors.end": "{{name}}: the data ends at byte {{end}}; the file has {{found}} bytes of data.",
  "fault.safetensors.overlap":
    "{{name}}: it starts at byte {{from}} and overlaps {{before}}, which ends at byte {{end}}.",
  "fault.safetensors.hole":
    "{{name}}: it starts at byte {{from}} and leaves a hole after the tensors before it, which end at byte {{end}}.",
  "fault.safetensors.rest": "The tensors end at byte {{end}}; the file has {{found}} bytes of data.",

  "fault.tokenizer.twoTokens":
    "tokenizer.json: the id {{id}} belongs to {{first}} and to {{second}}; one token is needed.",
  "fault.tokenizer.noUnknown":
    "tokenizer.json: model.unk_token is {{token}}, which the vocabulary of {{count}} tokens lacks.",
  "fault.tokenizer.library": "tokenizer.json cannot be used: {{message}}",
  "fault.tokenizer.merges": "merges.txt: a line is {{found}}; two tokens with a space between them are needed.",
  "fault.tokenizer.vocabulary": "vocab.txt: {{token}} is missing among its {{count}} tokens; it is needed.",
  "fault.tokenizer.noId": "The tokenizer has no id for {{token}}.",

  "fault.training.zip":
    "This file of {{found}} bytes is no archive of a run, or it is damaged: a .zip as it was exported is needed.",
  "fault.training.run":
    "The archive holds no run of this page: {{needed}} are needed. A model alone can be brought along in the menu of models.",
  "fault.training.numbers":
    "{{tensor}} in training.safetensors has {{found}} numbers; the plan in run.json needs {{needed}}.",
  "fault.training.state":
    "The saved state has {{found}} numbers; this model and its optimiser need {{needed}}. The run cannot be gone on with.",
  "fault.training.short": "The text has {{found}} characters; at least {{needed}} are needed to learn from it.",
  "fault.tuning.origin":
    "This run was begun from another version of the model {{model}}, or with other texts: it cannot be gone on with. What was measured stays.",
} as const;
