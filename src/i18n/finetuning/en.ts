/** What the chapter on fine-tuning says, in English. */
export const finetuningEn = {
  "fine.title": "Fine-tuning: a trained model learns a new task",
  "fine.intro":
    "Pretraining is long and needs no labels; fine-tuning is short and needs few. It goes on from weights that already know the language.",

  "fine.what": "What fine-tuning is",
  "fine.what.say":
    "Training goes on, on other data. The model does not start from random numbers but from the file that pretraining left: same architecture, same weights, and at most a new head at the end for the new task.",
  "fine.what.before":
    "Before: “{{model}}” read a hundred thousand definitions with words hidden and learned to tell the hidden ones. Nobody had labelled anything.",
  "fine.what.after":
    "After: “{{model}}” started from that very file. Its last layer, which told tokens, gave way to a new one with 26 outputs, one for each category of nouns, and the whole was trained a little longer, on definitions with their category.",
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
    "The old matrices stay; beside each chosen one a product of two thin ones is learned and added to it. B starts at zero, so that training starts from exactly the pretrained model; of rank r, it has r times rows and columns numbers instead of rows times columns, and it can be added into W at the end.",

  "fine.labels": "What pretraining buys: fewer labels",
  "fine.labels.say":
    "The same network on the same labelled definitions, once from the pretrained weights and once from random ones. Only the start differs.",

  "fine.prompting": "No training at all: prompts",
  "fine.prompting.say":
    "A decoder goes on with whatever it is given, so a task can be asked for by writing it down, with no example (zero-shot), one or a few, and no weight moves.",
} as const;
