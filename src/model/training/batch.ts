/** What one step of training reads, as plain numbers. */
type Rows = readonly (readonly number[])[];

/** What B examples are to be answered with. */
interface Wanted {
  /** What is to be predicted at each place, [B, T]; a model that classifies has one place. */
  readonly targets: Rows;
  /** 1 where the prediction counts, 0 where it does not (padding, what was given), [B, T]. */
  readonly counted: Rows;
}

/** B examples as token ids, padded to one length. */
export interface TokenBatch extends Wanted {
  /** What the decoder (or the only stack) reads, [B, T]. */
  readonly ids: Rows;
  /** What the encoder of an encoder–decoder reads, [B, S]; else null. */
  readonly source: Rows | null;
  /** 1 keeps, 0 is padding: of the source in an encoder–decoder [B, S], else of `ids` [B, T]; null keeps all. */
  readonly keep: Rows | null;
}

/** B images as patches. */
export interface ImageBatch extends Wanted {
  /** [B, P, I] */
  readonly patches: readonly Rows[];
}

export type Batch = TokenBatch | ImageBatch;

/** Places whose prediction counts. */
export function countedPlaces({ counted }: Batch): number {
  return counted.reduce((sum, row) => row.reduce((inner, one) => inner + one, sum), 0);
}

/** Tokens that are read, patches among them. */
export function tokensOf(batch: Batch): number {
  const cells = (rows: readonly (readonly unknown[])[]) => rows.length * (rows[0]?.length ?? 0);
  return "patches" in batch ? cells(batch.patches) : cells(batch.ids) + cells(batch.source ?? []);
}
