/** Batches of rows of one length, so that none needs padding: → the numbers of the rows in each. */
export function equalLengths(
  rows: readonly { readonly length: number }[],
  size: number,
): readonly (readonly number[])[] {
  const byLength = new Map<number, number[]>();
  for (const [row, { length }] of rows.entries()) {
    const found = byLength.get(length);
    if (found) found.push(row);
    else byLength.set(length, [row]);
  }
  return [...byLength.values()].flatMap((same) =>
    Array.from({ length: Math.ceil(same.length / size) }, (_, part) => same.slice(part * size, (part + 1) * size)),
  );
}
