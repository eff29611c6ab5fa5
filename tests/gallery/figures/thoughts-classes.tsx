import { ClassBars } from "../../../src/views/ClassBars";
import type { Figure } from "../figure";
import { changed } from "../trace";

const words = changed[0] ?? [];

export const figure: Figure = {
  title: "Classes: the words that the first position chooses from, as classes",
  Draw() {
    return (
      <ClassBars
        classes={words.map(({ id, text, probability }) => ({ id: String(id), label: text, probability }))}
        expected={String(words[0]?.id)}
        most={5}
        label="classes"
      />
    );
  },
};
