/**
 * Kernels of our own for the WASM backend, in plain JavaScript over its heap. Where TensorFlow.js would make one step of
 * many kernels (a layer norm takes nine), the calls cost far more than the arithmetic at the sizes shown here. Other
 * backends, and training, compose the library's kernels instead; the contract test holds both to the same cells.
 */
import { engine, type NamedAttrMap, type Tensor, type TensorInfo } from "@tensorflow/tfjs-core";
import { learning } from "./kernels";

/** What the WASM backend offers to kernels from outside. */
interface Heap {
  makeOutput(shape: readonly number[], type: "float32"): TensorInfo;
  typedArrayFromHeap(info: TensorInfo): Float32Array;
  disposeData(id: object): boolean;
  readonly wasm: { readonly asm: { readonly memory: WebAssembly.Memory } };
}

/** Room to work in, for as long as a kernel runs. */
export interface Room {
  /** In which all arrays of the kernel lie, at their byte offsets. */
  readonly memory: WebAssembly.Memory;
  readonly scratch: Float32Array;
}

export interface HeapKernel {
  /** Shape of the result. */
  shape(inputs: readonly (readonly number[])[], attributes: NamedAttrMap): readonly number[];
  /** Numbers of scratch room; none where this is absent. */
  scratch?(inputs: readonly (readonly number[])[], attributes: NamedAttrMap): number;
  /** Fills `result` from the inputs, all row-major; an int32 input comes as an Int32Array, which reads alike. */
  compute(
    result: Float32Array,
    inputs: readonly Float32Array[],
    shapes: readonly (readonly number[])[],
    attributes: NamedAttrMap,
    room: Room,
  ): void;
}

const none = new Float32Array();

/**
 * → what runs the kernel, past the checks of the library; null where it is not to be had, and the library's must do.
 */
export function heapKernel({ shape, scratch, compute }: HeapKernel) {
  const kernel = (given: readonly TensorInfo[], heap: Heap, attributes: NamedAttrMap): TensorInfo => {
    const shapes = given.map((info) => info.shape);
    const output = heap.makeOutput(shape(shapes, attributes), "float32");
    const working = scratch ? heap.makeOutput([scratch(shapes, attributes)], "float32") : null;
    // Only now: making room may move the heap.
    const arrays = given.map((info) => heap.typedArrayFromHeap(info));
    const room = { memory: heap.wasm.asm.memory, scratch: working ? heap.typedArrayFromHeap(working) : none };
    compute(heap.typedArrayFromHeap(output), arrays, shapes, attributes, room);
    if (working) heap.disposeData(working.dataId);
    return output;
  };
  return (inputs: readonly Tensor[], attributes: NamedAttrMap = {}): Tensor | null => {
    const library = engine();
    if (library.backendName !== "wasm" || learning()) return null;
    return library.makeTensorFromTensorInfo(kernel(inputs, library.backend as unknown as Heap, attributes)) as Tensor;
  };
}
