/** What the Attention tab says, in English. */
export const attentionEn = {
  "heads.title": "All heads",
  "heads.hint":
    "The stronger the colour, the more attention. Choose a head to see it large; its switch takes it out of the model.",
  "heads.panel": "{{name}}: heads by block",
  "heads.switches": "{{name}}: a switch for each head. Arrow keys move.",
  "heads.switch": "{{head}}: switch",

  "focus.title": "{{place}} · head {{head}}",
  "focus.switchOn": "Switch this head on",
  "focus.switchOff": "Switch this head off",
  "focus.isOff.zero":
    "This head is switched off: its pattern is still computed and shown, but what it gathered is replaced by zeros.",
  "focus.isOff.mean":
    "This head is replaced: its pattern is still computed and shown, but what it gathered gives way to its mean over the model’s examples.",
  "focus.isOff.text":
    "This head is replaced: its pattern is still computed and shown, but what it gathered gives way to what it gathers from “{{text}}”.",
  "focus.encoder":
    "In this head, <b>{{query}}</b> reads most from <b>{{key}}</b> ({{weight}}). Its shares over all {{count}} tokens add up to 1.",
  "focus.decoder":
    "In this head, <b>{{query}}</b> reads most from <b>{{key}}</b> ({{weight}}). It may only look at itself and what stands before it.",
  "focus.cross":
    "With <b>{{query}}</b> as its newest word, the decoder reads most from <b>{{key}}</b> ({{weight}}) in this head, and the model goes on to write <b>{{next}}</b>.",
  "focus.merged":
    "Taken together, these heads read most from <b>{{key}}</b> ({{weight}}) where <b>{{query}}</b> reads.",
  "focus.query": "query",
  "focus.key": "key",
  "focus.cell": "query “{{query}}” to key “{{key}}”: {{value}}",
  "focus.masked": "query “{{query}}” to key “{{key}}”: masked, it comes later",
  "focus.maskedLegend": "hatched: masked, a word cannot read what comes after it",
  "focus.habit.itself": "On average over its rows, {{share}} of the weight stays on the token itself.",
  "focus.habit.previous": "On average over its rows, {{share}} of the weight goes to the token just before.",
  "focus.habit.next": "On average over its rows, {{share}} of the weight goes to the token just after.",
  "focus.habit.first": "On average over its rows, {{share}} of the weight goes to the first token.",

  "attention.figure": "Show as",
  "attention.figure.heatmap": "heatmap",
  "attention.figure.heatmap.help":
    "One cell for each query (rows, the tokens that read) and key (columns, the tokens that are read).",
  "attention.figure.lines": "lines",
  "attention.figure.lines.help":
    "A line leads from each token that reads, at the left, to those that it reads; the wider, the more weight. Choose a token to see its lines alone.",
  "attention.figure.products": "products",
  "attention.figure.products.help":
    "A score is the dot product of a query and a key: their numbers multiplied one by one, then added. Here are the products of each dimension.",
  "attention.figure.sums": "sums",
  "attention.figure.sums.help": "Weights added up over some tokens.",

  "attention.stage": "Numbers",
  "attention.stage.scores": "scores",
  "attention.stage.scores.of": "Raw scores of {{title}}",
  "attention.stage.scores.help":
    "Raw scores: the dot product of each query with each key, any size, positive or negative.",
  "attention.stage.scaledScores": "scaled",
  "attention.stage.scaledScores.of": "Scaled scores of {{title}}",
  "attention.stage.scaledScores.help":
    "Scores divided by the square root of the head’s width, so that the softmax does not decide too early.",
  "attention.stage.maskedScores": "masked",
  "attention.stage.maskedScores.of": "Masked scores of {{title}}",
  "attention.stage.maskedScores.help":
    "After the mask: keys that come later got a score so low that the softmax makes exactly 0 of it.",
  "attention.stage.pattern": "softmax",
  "attention.stage.pattern.of": "Attention weights of {{title}}",
  "attention.stage.pattern.help":
    "After the softmax: weights between 0 and 1. Rows are queries, the tokens that read; each row adds up to 1. Columns are keys, the tokens that are read.",

  "attention.merge": "Heads",
  "attention.merge.one": "this one",
  "attention.merge.one.help": "The chosen head alone.",
  "attention.merge.mean": "average",
  "attention.merge.mean.help": "The average over the heads that you pick: what they have in common.",
  "attention.merge.max": "maximum",
  "attention.merge.max.help": "For each cell the largest of the heads that you pick: what any of them reads.",
  "attention.heads": "of heads",
  "attention.merged.mean": "average of heads {{heads}}",
  "attention.merged.max": "maximum of heads {{heads}}",
  "attention.merged.none": "no head picked",

  "attention.numbers": "All heads in numbers",
  "attention.numbers.hint":
    "Sorted by any column; a row shows its head large. A dash stands where a number has no meaning.",
  "attention.scale.weight": "attention weight, from 0 to 1",
  "attention.scale.signed": "blue is negative, orange positive",
  "attention.lines": "Lines of {{title}}",
  "attention.products": "Products of {{title}}",
  "attention.query": "Query",

  "attention.sums": "Add up",
  "attention.sums.queries": "over queries",
  "attention.sums.keys": "over keys",
  "attention.sums.queries.pick": "Tokens that read",
  "attention.sums.keys.pick": "Tokens that are read",
  "attention.sums.label": "Sums of {{title}} over {{names}}",
  "attention.sums.queries.row": "key “{{token}}” is read by {{names}}: {{value}} together",
  "attention.sums.keys.row": "query “{{token}}” reads from {{names}}: {{value}} together",
  "attention.sums.queries.help":
    "How much the picked tokens read from each token, added up. The bars together make as many as tokens are picked.",
  "attention.sums.keys.help": "How much of its weight each token spends on the picked ones, between 0 and 1.",
} as const;
