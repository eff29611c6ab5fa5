/** What all chapters say, in English. */
export const chapterEn = {
  "chapter.contents": "Stages",
  "chapter.failed": "This could not be fetched. Is the connection down?",
  "chapter.asked": "The model is being loaded and asked …",
} as const;
