/** What the chapter on pretraining says, in English. */
export const pretrainingEn = {
  "pre.title": "Pretraining, from raw text to a language model",
  "pre.intro":
    "A language model learns from plenty of text that nobody labelled: the text itself says what comes next. Here is the whole way, at a small scale; every number is worked out on this page as you change things.",
  "pre.contents": "Stages",
  "pre.failed": "This could not be fetched. Is the connection down?",

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
  "pre.vocabulary": "Vocabulary: {{size}} tokens, the newest last",
  "pre.vocabulary.say":
    "{{characters}} characters and {{step}} merges. The text is {{tokens}} tokens long, {{each}} characters a token.",
  "pre.cut": "The text as it is cut now, the beginning: {{count}} tokens",
  "pre.shrinking": "After {{step}} merges the whole text is {{count}} tokens",
  "pre.shrinking.tokens": "tokens",
  "pre.shrinking.label": "Tokens of the whole text after each merge",
  "pre.ways": "The same sentence, cut in six ways",
  "pre.sentence": "Sentence",
  "pre.way.characters": "characters of the text above",
  "pre.way.words": "words of the text above",
  "pre.way.own": "the {{step}} merges learned above",
  "pre.way.dictionary": "“{{model}}”, a shipped model: byte-level BPE as in GPT-2, learned on WordNet",
  "pre.way.translate": "“{{model}}”, a shipped model: whole words",
  "pre.way.poems": "“{{model}}”, a shipped model: Chinese characters",
  "pre.way.size": "vocabulary {{size}} · {{count}} tokens",
  "pre.way.unknown": "· {{count}} unknown",
  "pre.ways.help":
    "Dashed: not in the vocabulary, read as “unknown”. The shipped models’ tokenizers are their real ones, from their files.",
} as const;
