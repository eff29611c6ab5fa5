/** What several models say together. Plain numbers. */

/** ln of the mean of the members' probabilities, a row of V for each place: what `scoreOf` takes for logits [..., V]. */
export function pooled(members: readonly Float32Array[], vocabulary: number): Float32Array {
  const size = members[0]?.length ?? 0;
  const sum = new Float64Array(size);
  for (const logits of members) {
    if (logits.length !== size) throw new Error(`A member has ${logits.length} logits, the first ${size}.`);
    for (let row = 0; row < size; row += vocabulary) {
      const own = logits.subarray(row, row + vocabulary);
      const most = own.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
      const whole = own.reduce((total, value) => total + Math.exp(value - most), 0);
      for (const [at, value] of own.entries()) sum[row + at] = (sum[row + at] ?? 0) + Math.exp(value - most) / whole;
    }
  }
  return Float32Array.from(sum, (share) => Math.log(Math.max(share / members.length, 1e-37)));
}
