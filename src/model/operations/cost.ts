/** What an operation costs, by its shapes alone. */

export interface Cost {
  /** Products that are added to a sum, in matrix products: rows · columns · inner length. */
  readonly multiplyAdds: number;
  /**
   * Other arithmetic: additions, multiplications, comparisons, exponentials and the like, each counted as one, for every
   * cell of the result (what is done once for a whole row is not counted).
   */
  readonly elementwise: number;
  /** Every input cell that is needed, once, at 4 bytes. */
  readonly bytesRead: number;
  /** Every cell of the result, at 4 bytes. */
  readonly bytesWritten: number;
}

const bytes = 4;

/** `read` and `written` are cells. */
export function costOf(
  arithmetic: { readonly multiplyAdds?: number; readonly elementwise?: number },
  read: number,
  written: number,
): Cost {
  const { multiplyAdds = 0, elementwise = 0 } = arithmetic;
  return { multiplyAdds, elementwise, bytesRead: read * bytes, bytesWritten: written * bytes };
}

/** All of them together. */
export function totalCost(costs: Iterable<Cost>): Cost {
  const total = { multiplyAdds: 0, elementwise: 0, bytesRead: 0, bytesWritten: 0 };
  for (const cost of costs) {
    total.multiplyAdds += cost.multiplyAdds;
    total.elementwise += cost.elementwise;
    total.bytesRead += cost.bytesRead;
    total.bytesWritten += cost.bytesWritten;
  }
  return total;
}
