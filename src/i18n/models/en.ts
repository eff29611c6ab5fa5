/** What is said of models and of choosing one, in English. */
export const modelsEn = {
  "models.title": "Models",
  "models.button": "Choose a model. Now:",
  "models.loading": "Loading {{title}}",
  "models.progress": "{{title}}: {{received}} of {{total}}",
  "models.cancel": "Cancel",
  "score.exactMatch": "{{value}} exact on unseen examples",
  "score.accuracy": "{{value}} right on unseen examples",
  "score.phonemeErrorRate": "{{value}} of phonemes wrong on unseen words",
  "score.bitsPerByte": "{{value}} bits per byte of unseen text",
  "score.nats": "{{value}} nats per token of unseen text",
  "score.other": "{{name}}: {{value}}",
} as const;
