import { oneHot, type Tensor } from "@tensorflow/tfjs-core";
import { heapKernel } from "../../operations/heapKernels";
import { reshape, run } from "../../operations/kernels";
import { input } from "../../operations/operation";
import { product } from "../../operations/products";
import { withGradient } from "./gradient";

const rowsOf = heapKernel({
  shape: ([ids = [], table = []]) => [...ids, table[1] ?? 1],
  compute(result, [ids, table], [, [, width = 1] = []]) {
    if (!ids || !table) throw new Error("An embedding needs ids and a table.");
    for (let place = 0; place < ids.length; place++) {
      const row = (ids[place] as number) * width;
      for (let i = 0; i < width; i++) result[place * width + i] = table[row + i] as number;
    }
  },
});

/** Adds every row of the slope to the row of the table that was chosen. */
const scatter = heapKernel({
  shape: (_, { table }) => table as number[],
  compute(result, [ids, slope], _, { table }) {
    const [, width = 1] = table as number[];
    if (!ids || !slope) throw new Error("The slope of an embedding needs ids and a slope.");
    result.fill(0);
    for (let place = 0; place < ids.length; place++) {
      const row = (ids[place] as number) * width;
      for (let i = 0; i < width; i++)
        result[row + i] = (result[row + i] as number) + (slope[place * width + i] as number);
    }
  },
});

/** Row `ids[b, t]` of a table: ids [B, T], table [V, C] → [B, T, C]; only the table has a gradient. */
export function embed(inputs: readonly Tensor[]): Tensor {
  const [ids, table] = [input(inputs, 0), input(inputs, 1)];
  const [rows = 0, width = 0] = table.shape;
  return withGradient([table], {
    forward(given) {
      const x = input(given, 0);
      const quick = rowsOf([ids, x]);
      return { value: quick ?? run("GatherV2", { x, indices: ids }, { axis: 0, batchDims: 0 }), saved: [] };
    },
    backward(slope) {
      const quick = scatter([ids, slope], { table: [rows, width] });
      if (quick) return [quick];
      // Not every backend adds up rows by their number; int32, because WASM makes garbage of float32 here.
      const chosen = run("Cast", { x: oneHot(reshape(ids, [ids.size]), rows, 1, 0, "int32") }, { dtype: "float32" });
      return [product(chosen, reshape(slope, [ids.size, width]), { transposeA: true })];
    },
  });
}
