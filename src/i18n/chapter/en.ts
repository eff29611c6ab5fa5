/** What all chapters say, in English. */
export const chapterEn = {
  "chapter.contents": "Stages",
  "chapter.failed": "This could not be fetched. Is the connection down?",
} as const;
