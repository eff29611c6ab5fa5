/** Sentences that show something; all their words are the model's (tests/contract). */
export const examples: readonly string[] = [
  "the red car is fast",
  "the old woman gives a book to the boy",
  "we do not drink coffee",
  "three white horses are running in the forest",
  "where is my umbrella ?",
];
