/** What the chapter on pretraining says, in English. */
export const pretrainingEn = {
  "pre.title": "Pretraining, from raw text to a language model",
  "pre.intro":
    "A language model learns from plenty of text that nobody labelled: the text itself says what comes next. Here is the whole way, at a small scale. Numbers are worked out on this page as you change things; only those of the long runs near its end were measured beforehand, at checkpoints of shipped models.",

  "pre.collect": "Collecting",
  "pre.collect.say":
    "Text comes from many places, and much of it comes twice. A model that reads a passage a hundred times learns it by heart instead of learning the language, and a test passage that was also trained on proves nothing. So doubles go first.",
  "pre.sources": "Sources",
  "pre.source": "Source",
  "pre.source.definitions": "WordNet entries",
  "pre.source.sentences": "made-up sentences",
  "pre.source.poems": "Chinese quatrains",
  "pre.source.own": "your text",
  "pre.own": "Your own text, a document a line",
  "pre.own.help":
    "It stays in this browser. At first: the opening of “Alice’s Adventures in Wonderland”, as text looks when it was copied from a web page, with two lines that other sources have too.",
  "pre.threshold": "Near duplicate from {{percent}} % of shared five-character shingles",
  "pre.count.found": "found",
  "pre.count.exact": "exact doubles",
  "pre.count.near": "near doubles",
  "pre.count.kept": "kept",
  "pre.count.all": "all",
  "pre.doubles": "Left out: {{count}}, of which {{shown}} are shown",
  "pre.double.exact": "is the same as",
  "pre.double.near": "shares {{percent}} % with",

  "pre.clean": "Cleaning",
  "pre.clean.say":
    "What looks the same should be the same to the computer: é can be one character or two, a space can be of a dozen kinds, and some characters cannot be seen at all. Each difference would cost the vocabulary a token of its own.",
  "pre.rules": "Rules",
  "pre.rule": "Rule",
  "pre.rule.unicode": "compose letters (Unicode NFC)",
  "pre.rule.invisible": "drop invisible characters",
  "pre.rule.spaces": "one kind of space",
  "pre.rule.case": "small letters only",
  "pre.rule.changes": "places changed",
  "pre.rule.off": "off",
  "pre.document": "Document",
  "pre.after": "after all of them",

  "pre.stop": "Stop words",
  "pre.stop.say":
    "Search engines and topic models used to drop the commonest words, “stop words”, because they say little of what a text is about. Look at what else goes with them.",
  "pre.stop.with": "sentence, its stop words struck out",
  "pre.stop.without": "what is left",
  "pre.stop.own": "A sentence of your own",
  "pre.stop.share":
    "In the English text collected above, {{percent}} of the words are stop words. Today’s language models keep all of them: they carry negation, direction and who does what to whom, a model that never read them could not write a sentence, and attention learns by itself which words matter.",

  "pre.tokens": "Tokens",
  "pre.tokens.say":
    "A model reads numbers: each token of a fixed list has one. Characters make long sequences, whole words leave every new word unknown. Byte-pair encoding lies between: it starts from characters and makes the commonest pair of neighbours one token, again and again. (GPT-2 starts from the 256 bytes instead, so that nothing at all is unknown.)",
  "pre.merges": "Learning the merges on the text above",
  "pre.merges.back": "Back",
  "pre.merges.play": "Play",
  "pre.merges.pause": "Pause",
  "pre.merges.step": "Merge",
  "pre.merges.at": "Merge {{step}} of {{last}}",
  "pre.merges.did":
    "“{{left}}” and “{{right}}” stood side by side {{count}} times, more often than any other two: from now on “{{whole}}” is one token.",
  "pre.merges.start": "Every character is a token of its own; “␣” is a space. Merge the first pair.",
  "pre.pairs": "Commonest neighbours now",
  "pre.pair": "{{left}} before {{right}}: {{count}} times",
  "pre.vocabulary": "Vocabulary: {{size}} tokens, {{shown}} of them here, the newest last",
  "pre.vocabulary.say":
    "{{characters}} characters and {{step}} merges. The text is {{tokens}} tokens long, {{each}} characters a token.",
  "pre.cut": "The text as it is cut now, the beginning: {{count}} tokens",
  "pre.shrinking": "After {{step}} merges the whole text is {{count}} tokens",
  "pre.shrinking.tokens": "tokens",
  "pre.shrinking.label": "Tokens of the whole text after each merge",
  "pre.ways": "The same sentence, cut in several ways",
  "pre.sentence": "Sentence",
  "pre.way.characters": "characters of the text above",
  "pre.way.words": "words of the text above",
  "pre.way.own": "the {{step}} merges learned above",
  "pre.way.dictionary": "“{{model}}”, a shipped model: byte-level BPE as in GPT-2, learned on WordNet",
  "pre.way.translate": "“{{model}}”, a shipped model: whole words",
  "pre.way.poems": "“{{model}}”, a shipped model: Chinese characters",
  "pre.way.gpt2": "GPT-2 and GPT-3 (r50k_base): byte-level BPE, learned mostly on English",
  "pre.way.o200k": "GPT-4o (o200k_base): byte-level BPE, learned on many languages",
  "pre.way.gpt": "As GPT-2 and GPT-4o cut it (1 MB)",
  "pre.way.size": "vocabulary {{size}} · {{count}} tokens",
  "pre.way.unknown": "· {{count}} unknown",
  "pre.ways.help":
    "Dashed: not in the vocabulary, read as “unknown”. The shipped models’ tokenizers are their real ones, from their files.",

  "pre.objectives": "Objectives",
  "pre.objectives.say":
    "Text without labels becomes a task by hiding part of it. What is hidden decides what the model can be used for later. Above each line stands what the model reads, below it what it has to say; where there is a dot, nothing is asked.",
  "pre.objective.sentence": "Sentence, in the tokens of the shipped models",
  "pre.objective.share": "Hide {{percent}} % (masked tokens and spans)",
  "pre.objective.again": "Hide others",
  "pre.objective.rows": "read above, wanted below",
  "pre.objective.encoder": "the encoder reads",
  "pre.objective.decoder": "the decoder reads above and writes below",
  "pre.objective.counted": "The loss counts {{counted}} tokens for {{all}} tokens of text.",
  "pre.objective.next": "Next token",
  "pre.objective.next.say":
    "The future is hidden: each token is told from those before it. Every place teaches something, and the model can write. So GPT is trained. (“Dictionary” learned whole entries: a sentence that does not begin as one, such as “otter (noun): …”, surprises it.)",
  "pre.objective.masked": "Masked token",
  "pre.objective.masked.say":
    "A few tokens are hidden and told from both sides: 8 in 10 of them read as [MASK], 1 in 10 as another token, 1 in 10 as themselves, so that the model cannot rely on the mask. Less is learned from each text, but each token knows its whole surroundings. So BERT is trained. (When the shipped model is asked below, all of them are masked.)",
  "pre.objective.spans": "Sequence to sequence, with spans",
  "pre.objective.spans.say":
    "Whole spans are cut out and a sentinel left in the place of each. The encoder reads what is left; the decoder writes each sentinel and what belongs there. So T5 is trained.",
  "pre.objective.spans.none": "No model that is shipped here was trained on spans, so there is no loss to show.",
  "pre.slot.reads": "reads",
  "pre.slot.says": "says",
  "pre.loss.ask": "Compute the loss of “{{model}}”",
  "pre.loss":
    "{{nats}} nats a token: the mean of the numbers above, each −ln of the probability of the right token. As unsure as between {{among}} equally likely ones.",

  "pre.choose": "Choosing the model",
  "pre.choose.say":
    "The objective decides who may look where. In the pictures a row is a place in the text, and what is coloured in it is what that place sees; the fainter, the more steps the news has travelled.",
  "pre.size.layers": "{{value}} blocks (of each stack)",
  "pre.size.width": "width {{value}}",
  "pre.size.length": "a text of {{value}} tokens",
  "pre.family.encoder": "Encoder",
  "pre.family.encoder.say":
    "Sees everything, so it must be asked what is hidden. For telling classes and finding things. BERT.",
  "pre.family.decoder": "Decoder",
  "pre.family.decoder.say": "Sees what came before, so it can write, and every place is a question. GPT.",
  "pre.family.both": "Encoder and decoder",
  "pre.family.both.say": "One reads, the other writes and looks at what was read. For translation and summaries. T5.",
  "pre.family.recurrent": "Recurrent (GRU)",
  "pre.family.recurrent.say":
    "Reads one token after the other and hands on a summary. What lies far back has passed through every step between, and training cannot go on all places at once.",
  "pre.family.weights": "weights",
  "pre.family.path": "longest way between two places",
  "pre.family.sequential": "steps one after another, a layer",
  "pre.sight": "what each place sees",
  "pre.sight.read": "encoder",
  "pre.sight.written": "decoder",
  "pre.families.help":
    "All of one size: vocabulary of 2,000, output tied to the embeddings, feed-forward layers four times the width. Pictures show at most 12 places. Ways and steps as in table 1 of Vaswani et al. (2017).",

  "pre.training": "Training",
  "pre.training.say":
    "The rest is repetition: take a batch, let the model say what it thinks, measure the loss, change every weight a little so that it becomes smaller. First a small model, here and now, on your text; below it the long runs of two models that are shipped.",
  "pre.live": "Here and now, from random weights",
  "pre.live.say":
    "A decoder of two blocks learns your cleaned text by characters: {{characters}} of them, your own first. For other models and optimisers go to “Train”.",
  "pre.live.start": "Start training",
  "pre.live.pause": "Pause",
  "pre.live.play": "Go on",
  "pre.live.stop": "Stop",
  "pre.live.at": "Step {{step}} of {{steps}}",
  "pre.live.short": "There is too little text: {{least}} characters are needed.",
  "pre.growth": "The long run, at its checkpoints",
  "pre.growth.model": "Model",
  "pre.growth.dictionary": "next token",
  "pre.growth.fill-mask": "masked token",
  "pre.growth.dictionary.say":
    "“Dictionary”, 1.6 million weights, learned to go on writing entries of WordNet. These sentences are none of them. At step 4,700 the run had come to its end; it was then gone on with at a high learning rate again, so the loss rises before it falls below.",
  "pre.growth.fill-mask.say":
    "“Fill in the blank”, 1.1 million weights, learned to tell hidden tokens of definitions. From step 4,000 to 12,000 first 40 %, at last 15 % were hidden, so its losses are not a smooth line.",
  "pre.growth.at": "Step {{step}}: {{loss}} nats a token on {{items}} held-out texts",
  "pre.growth.sentence": "Sentence",
  "pre.growth.loss": "held out",
  "pre.growth.losses": "Loss on held-out texts by steps, on a logarithmic axis",
  "pre.growth.dictionary.places":
    "In the place of each token, what the model thought would come, given the tokens before it. The bar is the probability of the right one.",
  "pre.growth.fill-mask.places":
    "Each token hidden in turn: what the model put in its place, given all the others. The bar is the probability of the right one.",
  "pre.growth.right": "the right token: {{percent}}",
  "pre.growth.attention": "Attention of every head on this sentence at this step",
} as const;
