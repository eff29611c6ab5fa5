/** What the "Without it" tab says, in English. */
export const withoutEn = {
  "without.intro":
    "Everything here is part of the running model. Switch something off, and only what depends on it is computed again; what comes out stands beside what came out before.",

  "without.effect": "What changes",
  "without.effect.none": "Nothing is changed yet. Switch something off below.",
  "without.before": "with everything on",
  "without.now": "now",
  "without.recomputed": "{{recomputed}} of {{operations}} operations computed again",
  "without.divergence": "KL divergence {{nats}} nats on average",
  "without.divergence.help":
    "How much is lost by believing the changed distribution where the unchanged one holds: 0 is no change; 0.69 is as much as taking what was certain for the toss of a coin.",
  "without.changed": "{{changed}} of {{count}} predictions changed",
  "without.incomparable":
    "No prediction can be compared: with everything on, the model had written something else before each of them.",
  "without.rows": "Prediction by prediction",
  "without.rows.place": "after",
  "without.rows.hidden": "hidden place",
  "without.rows.choose": "Compare the predictions after {{token}}",
  "without.compared": "What is likely after “{{place}}”",
  "without.compared.class": "What is likely",
  "without.rows.was": "likeliest before",
  "without.rows.is": "likeliest now",
  "without.rows.difference": "its probability",
  "without.rows.divergence": "KL, nats",
  "without.rows.differs": "Predictions after another text than before answer another question and are left out.",

  "without.table": "Switches",
  "without.table.hint":
    "One row for each sublayer, in the order of the computation. Point at a switch, or walk to it with the keyboard, to read what to expect.",
  "without.stack": "Switches of the {{stack}}",
  "without.block": "block",
  "without.sublayer": "sublayer",
  "without.whole": "whole",
  "without.heads": "heads",
  "without.mask": "mask",
  "without.scaling": "÷ √D",
  "without.residual": "residual",
  "without.norm": "norm",
  "without.row.start": "embedding",
  "without.row.end": "after the last block",
  "without.name": "{{where}}: {{what}}",

  "without.to": "A head that is switched off gives",
  "without.to.zero": "zero",
  "without.to.zero.help":
    "Nothing at all goes on from this head. A blunt question: the layers after it never met a zero here.",
  "without.to.mean": "its mean",
  "without.to.mean.help":
    "Its average over all tokens of the model’s examples goes on: the usual amount, but nothing about this text (mean ablation). What breaks now broke for want of what the head said, not for want of its size.",
  "without.to.text": "its value on another text",
  "without.to.text.help":
    "What the head gives on another text goes on (activation patching). Where the output turns into that of the other text, this head carries the difference between the two.",
  "without.text": "Other text",

  "without.help.head":
    "One head stops passing on what it gathered. Most heads can go without a trace, for others do the same work; where the output breaks, this head carried something alone.",
  "without.help.attention.selfAttention":
    "Tokens no longer read each other here. Expect words to lose their context: agreement and word order suffer first, single words last.",
  "without.help.attention.crossAttention":
    "The decoder no longer sees the source here. In one block the others may make up for it; in all of them it writes a fluent sentence about something else.",
  "without.help.feedForward":
    "What was gathered is not worked on here. Expect wrong words rather than a wrong order: much of what a model knows about single words is kept in these layers.",
  "without.help.layer":
    "The stream passes the whole block by. With a residual stream a middle block can often be spared: the others still get what they expect, a little less finished. First and last blocks hurt more.",
  "without.help.positions":
    "The model sees a bag of words. Expect the right words in a wrong order, or one word again and again: attention alone cannot tell first from last.",
  "without.help.residual":
    "Only what the sublayer computed goes on; the token itself is forgotten. Expect ruin: each sublayer learned to give a correction, not a replacement.",
  "without.help.norm":
    "Numbers keep whatever size they have grown to. Expect the softmax and later layers to be thrown off, the more the deeper the block; a model trained without norms would cope, this one was not.",
  "without.help.mask":
    "Tokens may read those that come after them. While a text is written there is nothing after the newest one, so its prediction hardly changes; earlier rows read what they never met in training.",
  "without.help.scaling":
    "Scores are √D times as large, so the softmax picks one key almost alone. Expect hard, nearly one-hot patterns and, in heads that spread their attention, other words.",

  "without.every": "Try every head",
  "without.every.hint":
    "Each head in turn gives zero, on top of what is changed already, and the divergence from the output with all heads is measured on the same tokens. The more, the less the others can do without it.",
  "without.every.start": "Try all {{heads}} heads",
  "without.every.stop": "Stop",
  "without.every.progress": "Heads tried",
  "without.every.count": "{{count}} of {{heads}} heads tried",
  "without.every.unit": "KL divergence in nats",
  "without.every.label": "Effect of each head",

  "without.edit": "Set a row of attention by hand",
  "without.edit.hint":
    "Drag a bar up or down to give a key more or less, or from one key to another to move its weight; the rest of the row makes room, so that it adds up to 1. With the keyboard: up and down change a bar, left and right go to the next one, with Shift they take 0.05 along.",
  "without.edit.head": "Head",
  "without.edit.query": "Query",
  "without.edit.row": "Weights of query “{{query}}” in {{head}}",
  "without.edit.bar": "weight on key “{{key}}”",
  "without.edit.back": "Back to what the model computes",
  "without.edit.masked": "masked",
} as const;
