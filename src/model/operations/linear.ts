import { fused, reshape } from "@tensorflow/tfjs-core";
import { learning, run } from "./kernels";
import { at, input, lastSize, type Operation, splitIndex } from "./operation";

/** y = x W + b: x [..., in], W [in, out], b [out] or absent → [..., out]. */
export const linear: Operation<"linear"> = {
  kind: "linear",
  kernel(inputs) {
    const [x, weight, bias] = [input(inputs, 0), input(inputs, 1), inputs[2]];
    const [rows, columns] = [weight.shape[0] ?? 0, weight.shape[1] ?? 0];
    const shape = [...x.shape.slice(0, -1), columns];
    if (learning()) {
      const product = fused.matMul({ a: reshape(x, [-1, rows]), b: weight, ...(bias ? { bias } : {}) });
      return reshape(product, shape);
    }
    // Without a gradient to record, the kernel itself: the function around it costs twice as much at these sizes.
    const lone = x.rank === 3 && x.shape[0] === 1;
    const a = lone ? x : run("Reshape", { x }, { shape: [1, x.size / rows, rows] });
    const b = run("Reshape", { x: weight }, { shape: [1, rows, columns] });
    const options = { transposeA: false, transposeB: false, activation: "linear" };
    const product = run("_FusedMatMul", bias ? { a, b, bias } : { a, b }, options);
    return lone ? product : run("Reshape", { x: product }, { shape });
  },
  axes: (inputs, { output }) => [...input(inputs, 0).slice(0, -1), output],
  cell(inputs, _, index) {
    const [x, weight, bias] = [input(inputs, 0), input(inputs, 1), inputs[2]];
    const { before, last } = splitIndex(index);
    let sum = bias ? at(bias, last) : 0;
    for (let i = 0; i < lastSize(x); i++) sum += at(x, ...before, i) * at(weight, i, last);
    return sum;
  },
};
