/** What all chapters say, in English. */
export const chapterEn = {
  "chapter.pretraining": "Pretraining",
  "chapter.pretraining.about": "From raw text to a language model, stage by stage",
  "chapter.finetuning": "Fine-tuning",
  "chapter.finetuning.about": "A trained model learns a new task",
  "chapter.contents": "Stages",
  "chapter.failed": "This could not be fetched. Is the connection down?",
  "chapter.asked": "The model is being loaded and asked …",
} as const;
