import { tuningEn } from "./tuningEn";

/** What the chapter on fine-tuning says, in English. */
export const finetuningEn = {
  ...tuningEn,
  "fine.title": "Fine-tuning: a trained model learns a new task",
  "fine.intro":
    "Pretraining is long and needs no labels; fine-tuning is short and needs few. It goes on from weights that already know the language.",

  "fine.what": "What fine-tuning is",
  "fine.what.say":
    "Training goes on, on other data. The model does not start from random numbers but from the file that pretraining left: same architecture, same weights, and at most a new head at the end for the new task.",
  "fine.what.before":
    "Before: “{{model}}” read over a hundred thousand definitions with words hidden and learned to tell the hidden ones. Nobody had labelled anything.",
  "fine.what.after":
    "After: “{{model}}” started from that very file. Its last layer, which told tokens, gave way to a new one with 26 outputs, one for each category of nouns, and the training of the whole went on, with definitions and their categories.",
  "fine.what.open":
    "Open both in the explorer and give them the same definition: same blocks, same heads, another end.",

  "fine.methods": "How much of it is trained",
  "fine.methods.say":
    "Each way below starts from the same weights. They differ in which of them may move: the fewer, the less memory for the optimiser, the smaller the file to keep for each task, and the less can be forgotten, or learned.",
  "fine.method.full": "Full fine-tuning",
  "fine.method.full.say":
    "Every weight moves. It can learn most, and it can forget most: nothing holds what pretraining taught but a low learning rate and few steps.",
  "fine.method.lower": "Lower layers frozen",
  "fine.method.lower.say":
    "The embeddings and the first blocks stay as they are; the last blocks and the head move. What a word means is thought to be settled low, what the task wants of it high.",
  "fine.method.head": "Head only",
  "fine.method.head.say":
    "Only the new last layer moves. The model is a fixed way of turning text into numbers, and a linear classifier reads them: how well it does tells what pretraining put there.",
  "fine.method.lora": "LoRA, low-rank adaptation",
  "fine.method.lora.say":
    "The old matrices stay; beside each chosen one a product of two thin ones is learned and added to it. B starts at zero, so that training starts from exactly the pretrained model; of rank r, it has r × (rows + columns) numbers instead of rows × columns, and it can be added into W at the end.",

  "fine.labels": "What pretraining buys: fewer labels",
  "fine.labels.say":
    "The same network on the same labelled definitions, once from the pretrained weights and once from random ones. Only the start differs.",
  "fine.labels.figure":
    "Accuracy on held-out definitions by the number of labels, from the pretrained weights and from random ones",
  "fine.labels.axis": "labelled definitions",
  "fine.start.pretrained": "from the pretrained weights",
  "fine.start.random": "from random weights",
  "fine.chance": "pure chance: {{percent}}",
  "fine.labels.needs":
    "With {{few}} labels the pretrained start gets {{reached}} right. The random start gets there with {{needed}} labels.",
  "fine.labels.never":
    "With {{few}} labels the pretrained start gets {{reached}} right. The random start does not get there with any number of labels measured: with {{most}} it gets {{share}}.",
  "fine.labels.how":
    "Mean of at least {{seeds}} seeds, in brackets the worst and the best; every seed is a dot. {{classes}} classes, {{heldOut}} held-out definitions; all weights trained, {{steps}} steps of {{batch}}, learning rate {{rate}}; {{seconds}} s a run on average ({{machine}}). Measured by",

  "fine.prompting": "No training at all: prompts",
  "fine.prompting.say":
    "A decoder goes on with whatever it is given, so a task can be asked for by writing it down, with no example (zero-shot), one or a few, and no weight moves.",

  "fine.categories": "What kind of thing is it? Asking “Dictionary”",
  "fine.categories.say":
    "The model has learned nothing but to go on with dictionary entries. It is asked for the category of {{items}} held-out definitions, as many of each of four: {{labels}}. The definitions do not have these words in them, and each example is of another category. There are two ways to ask: for the label after the definition, or for the definition after the label, where the label counts that makes the definition likeliest.",
  "fine.way": "What is told",
  "fine.way.label": "the label after the definition",
  "fine.way.definition": "the definition after the label",
  "fine.way.label.prompt": "The very prompt; “?” is where the probability of each label is read:",
  "fine.way.definition.prompt": "The very prompts, one for each label; the probability of what is bold is read:",
  "fine.categories.figure": "Accuracy on categories of definitions by the number of examples in the prompt",
  "fine.prompt.shots": "examples in the prompt",
  "fine.prompt.measured": "{{items}} questions for each number; bars and ± are one standard error. Measured by",
  "fine.verdict.less":
    "Asked for {{way}}, it gets {{zero}} right with no example and {{most}} with {{shots}}: the examples do harm.",
  "fine.verdict.more":
    "Asked for {{way}}, it gets {{zero}} right with no example and {{most}} with {{shots}}: the examples help.",
  "fine.verdict.same":
    "Asked for {{way}}, it gets {{zero}} right with no example and {{most}} with {{shots}}: the difference may be chance.",
  "fine.categories.why":
    "So something can be had without training, most of it by asking in the form that the model knows: an entry begins with a word, its part of speech, and a colon. But it does not learn from examples. In training it read one entry at a time and never saw two in a row, so to it an example is no example, only a strange beginning. Learning from examples in the prompt came with far larger models and texts in which things repeat (Brown et al. 2020).",
  "fine.try": "Try it",
  "fine.definition": "A definition of yours, or a held-out one",
  "fine.definition.another": "Another held-out one",
  "fine.examples.others": "Other examples",
  "fine.ask": "Ask “{{model}}”",
  "fine.ask.both": "Ask “{{model}}”, with the head and without",
  "fine.open": "Open in the explorer",
  "fine.open.without": "Open with the head off",
  "fine.answer": "Answer of “{{model}}”",
  "fine.answer.label":
    "Shares among the four labels. All four together have {{percent}} of the probability: mostly the model expects something else here.",
  "fine.answer.definition": "Shares among the four labels, from how likely each makes the definition.",

  "fine.letters": "Learning from the prompt: made-up mappings of letters",
  "fine.letters.say":
    "Learning from examples needs no large model where it is all that was trained. “Induction head” has two blocks of attention and nothing else. Its prompt shows letters, each followed by the one that it stands for, in a mapping made up on the spot; then one of the letters is asked for. No weight moves, and none of the prompts measured here, once they have examples, is how a sequence of its training begins: what it knows of the mapping, it has from the prompt.",
  "fine.letters.pairs": "Pairs in the mapping",
  "fine.letters.with": "as it is",
  "fine.letters.without": "induction head off",
  "fine.letters.figure": "Accuracy on made-up mappings of {{pairs}} pairs by how often the prompt shows each pair",
  "fine.letters.one":
    "With no example there is nothing to know. With one it gets {{with}} right, and with its induction head switched off {{without}}.",
  "fine.letters.head":
    "That head, number {{head}} of block {{block}}, was found as the one of the last block without which most is lost. With three pairs, each shown once, it puts {{after}} of its attention, on average, on the place after the answer, and {{answer}} on the answer itself: the block before has brought the answer along to the next place, and there it is picked up.",
  "fine.letters.limits":
    "More examples do not always help. In its training every stretch came just twice, and sequences had 26 letters at most: a pair that comes for the third or fourth time, in another order, is nothing that it was trained for.",
  "fine.letters.another": "Another mapping",
  "fine.letters.mapping": "Mapping:",
  "fine.letters.prompt": "The very prompt; the letter in the place of “?” is asked for:",
  "fine.letters.attention": "The prompt, and the attention of the induction head from its last letter:",
  "fine.answer.whole": "what comes next, as it is",
  "fine.answer.without": "with the induction head off",
} as const;
