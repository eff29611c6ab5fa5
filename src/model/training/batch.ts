/** What one step of training reads, as plain rows of token ids. */
type Rows = readonly (readonly number[])[];

/** B examples, padded to one length. */
export interface Batch {
  /** What the decoder (or the only stack) reads, [B, T]. */
  readonly ids: Rows;
  /** What the encoder of an encoder–decoder reads, [B, S]; else null. */
  readonly source: Rows | null;
  /** 1 keeps, 0 is padding: of the source in an encoder–decoder [B, S], else of `ids` [B, T]; null keeps all. */
  readonly keep: Rows | null;
  /** What is to be predicted at each place of `ids`, [B, T]. */
  readonly targets: Rows;
  /** 1 where the prediction counts, 0 where it does not (padding, what was given), [B, T]. */
  readonly counted: Rows;
}

/** Places whose prediction counts. */
export function countedPlaces({ counted }: Batch): number {
  return counted.reduce((sum, row) => row.reduce((inner, one) => inner + one, sum), 0);
}
