/** The baseline for classes: multinomial naive Bayes over words (https://nlp.stanford.edu/IR-book/html/htmledition/naive-bayes-text-classification-1.html). */

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

export class NaiveBayes {
  private readonly counts: Map<string, number>[];
  private readonly totals: number[];
  private readonly priors: number[];
  private readonly vocabulary: number;
  private readonly added: number;

  /** `added` is put to every count, so that no word makes a class impossible. */
  constructor(items: readonly { readonly text: string; readonly label: number }[], classes: number, added: number) {
    this.counts = Array.from({ length: classes }, () => new Map());
    this.totals = Array.from({ length: classes }, () => 0);
    this.priors = Array.from({ length: classes }, () => 0);
    const known = new Set<string>();
    for (const { text, label } of items) {
      const counts = this.counts[label];
      if (!counts) throw new Error(`The label is ${label}; there are ${classes} classes.`);
      for (const word of wordsOf(text)) {
        known.add(word);
        counts.set(word, (counts.get(word) ?? 0) + 1);
        this.totals[label] = (this.totals[label] ?? 0) + 1;
      }
      this.priors[label] = (this.priors[label] ?? 0) + 1 / items.length;
    }
    this.vocabulary = known.size;
    this.added = added;
  }

  predict(text: string): number {
    const words = wordsOf(text);
    const scores = this.counts.map((counts, label) => {
      const all = (this.totals[label] ?? 0) + this.added * this.vocabulary;
      return words.reduce(
        (sum, word) => sum + Math.log(((counts.get(word) ?? 0) + this.added) / all),
        Math.log(this.priors[label] ?? 0),
      );
    });
    return scores.indexOf(Math.max(...scores));
  }
}
