/** What the stage says around its figures, in English. */
export const stageEn = {
  "stage.tabs": "Views of the model",
  "stage.attention": "Attention",
  "stage.step": "Step by step",
  "stage.layers": "Layer outputs",
  "stage.thoughts": "What it thinks so far",
  "stage.without": "Without it",

  "step.number": "step {{number}} of {{count}}",
  "step.head": "Head",
  "step.head.help": "Every head does the same with its own numbers: choose whose are shown.",
  "step.point":
    "Point at a number of the result, or reach it with the arrow keys, to see where it comes from. A click or Enter pins it; a click on an operand leads to the step that made it.",
  "step.trail": "Where this number comes from",
  "step.piece":
    "Columns {{from}} to {{to}} of {{columns}} and rows {{top}} to {{bottom}} of {{rows}}: the matrix is too large to be shown whole.",
  "step.switchedOff": "This step is switched off: it passes one of its inputs on unchanged.",
  "step.edited": "This result was changed by hand; the arithmetic shows what it would have been.",
  "step.code": "The code that ran",
  "step.code.forward": "where the forward pass names it",
  "step.code.kernel": "what computes it",
  "step.cost": "This step takes {{operations}} multiplications with addition; its result is {{bytes}} bytes.",
  "step.cost.elementwise":
    "This step takes {{operations}} single calculations, such as additions, multiplications and powers; its result is {{bytes}} bytes.",
  "step.cost.none": "This step calculates nothing; its result is {{bytes}} bytes.",
  "step.cost.newest": "With keys and values kept, one more token takes {{operations}}.",

  "timeline.title": "Steps of the forward pass",
  "timeline.previous": "Step back",
  "timeline.next": "Next step",
  "timeline.play": "Play",
  "timeline.pause": "Pause",
  "timeline.speed": "Speed",
  "timeline.slow": "slow",
  "timeline.normal": "normal",
  "timeline.fast": "fast",
  "timeline.keys": "Arrow keys step, space plays, Home and End jump.",
  "part.feedForward": "feed-forward",
  "part.embedding": "embedding",
  "part.finalNorm": "final norm",
  "part.output": "output",
} as const;
