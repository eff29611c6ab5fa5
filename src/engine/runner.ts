/**
 * Runs forward functions on TensorFlow.js tensors and remembers every named value, so that an operation whose inputs
 * have not changed is not computed again. Owns the memory of all of them. Knows nothing of workers or tokens.
 */
import { dispose, keep, type Tensor, tensor, tidy } from "@tensorflow/tfjs-core";
import type { ModelConfig } from "../model/config";
import type { Edit } from "../model/edits";
import type { Name } from "../model/names";
import { type Attributes, type Axis, type Kind, type Operations, operations } from "../model/operations";
import { slice } from "../model/operations/kernels";
import { type Parameter, parameterAxes } from "../model/parameters";
import { replaced, skipped } from "./edited";
import type { TracedArray, TraceStep } from "./protocol";

/** A named tensor; equal versions mean equal contents. */
export interface Value {
  readonly name: string;
  readonly version: number;
  readonly tensor: Tensor;
  readonly axes: readonly Axis[];
  readonly from: "weight" | "input" | "step";
}

/** What a result was made from; alike causes make alike results. */
interface Cause {
  /** Of an input its contents, of a step its edit. */
  readonly key: string;
  readonly inputs: readonly Value[];
  readonly attributes: object;
}

interface Entry {
  readonly key: string;
  /** The versions of the inputs. */
  readonly versions: readonly number[];
  readonly attributes: object;
  readonly value: Value;
}

/** A step of this run; what the page needs of it is written down when it is asked for. */
interface Taken {
  readonly name: Name;
  readonly kind: Kind;
  readonly inputs: readonly Value[];
  readonly attributes: object;
  readonly edit: Edit | null;
  readonly value: Value;
  readonly computed: boolean;
}

/** What is changed in a pass, by the path of the value; equal keys mean equal edits. */
export type Edits = ReadonlyMap<string, { readonly key: string; readonly edit: Edit }>;

export const noEdits: Edits = new Map();

/** Results kept for a name: the baseline's and the changed run's. */
export const kept = 2;

/** Rows of a batch, each a row of numbers or of such rows. */
type Nested = readonly (readonly number[])[] | readonly (readonly (readonly number[])[])[];

/** Length of each dimension, taken from the first row of each. */
function shapeOf(rows: Nested): number[] {
  const [row = []] = rows;
  const [first] = row;
  return typeof first === "object" ? [rows.length, row.length, first.length] : [rows.length, row.length];
}

export class Runner implements Operations<Value> {
  private versions = 0;
  private readonly weightValues = new Map<string, Value>();
  private readonly memory = new Map<string, Entry[]>();
  private taken: Taken[] = [];
  private current = new Map<string, Value>();
  private edits: Edits = noEdits;

  /** Takes the weights one by one, so that none need be in memory twice. */
  constructor(config: ModelConfig, parameters: Iterable<readonly [string, Parameter]>) {
    const axes = parameterAxes(config);
    try {
      for (const [name, { shape, data }] of parameters) {
        const held = keep(tensor(data, [...shape]));
        this.weightValues.set(name, this.value(name, held, axes.get(name) ?? [], "weight"));
      }
    } catch (error) {
      this.dispose();
      throw error;
    }
  }

  /** The weight of that name. */
  readonly weights = (name: string): Value => {
    const found = this.weightValues.get(name);
    if (!found) throw new Error(`The model has no weight named ${name}.`);
    return found;
  };

  /** Starts a run: from here on the trace is this run's. */
  begin(edits: Edits = noEdits): void {
    this.edits = edits;
    this.taken = [];
    this.current = new Map();
  }

  /** An input of this run; the same contents as before keep their version, so what depends on them is not computed again. */
  input(name: string, rows: Nested, axes: readonly Axis[], type: "int32" | "float32" = "int32"): Value {
    const cause: Cause = { key: JSON.stringify(rows), inputs: [], attributes: {} };
    const value =
      this.remembered(name, cause) ??
      this.remember(name, cause, this.value(name, keep(tensor(rows.flat(2), shapeOf(rows), type)), axes, "input"));
    this.current.set(name, value);
    return value;
  }

  apply<K extends Kind>(kind: K, name: Name, inputs: readonly Value[], attributes: Attributes[K]): Value {
    const edited = this.edits.get(name.path);
    const edit = edited?.edit ?? null;
    const cause: Cause = { key: edited?.key ?? "", inputs, attributes };
    const held = this.remembered(name.path, cause);
    const value = held ?? this.remember(name.path, cause, this.compute(kind, name.path, inputs, attributes, edit));
    this.current.set(name.path, value);
    this.taken.push({ name, kind, inputs, attributes, edit, value, computed: held === undefined });
    return value;
  }

  /** The steps of this run, in order. */
  trace(): readonly TraceStep[] {
    return this.taken.map(({ name, kind, inputs, attributes, edit, value, computed }) => ({
      name: name.path,
      stack: name.stack,
      layer: name.layer,
      part: name.part,
      value: name.value,
      kind,
      shape: value.tensor.shape,
      axes: value.axes,
      inputs: inputs.filter((input) => input.from !== "weight").map((input) => input.name),
      weights: inputs.filter((input) => input.from === "weight").map((input) => input.name),
      attributes: { ...attributes },
      edit,
      computed,
    }));
  }

  /** A value of this run or a weight, on the host; null where there is none of that name. */
  async read(name: string): Promise<TracedArray | null> {
    const value = this.find(name);
    if (!value) return null;
    const data = await value.tensor.data();
    return {
      shape: value.tensor.shape,
      axes: value.axes,
      data: data instanceof Float32Array ? data : new Float32Array(data),
    };
  }

  /**
   * The cells of a value of this run or of a weight with from[d] ≤ index[d] < to[d], row-major, on the host; null where
   * there is none of that name. The rest is not read back: a weight can be hundreds of megabytes.
   */
  async readWindow(
    name: string,
    from: readonly number[],
    to: readonly number[],
  ): Promise<Float32Array | Int32Array | Uint8Array | null> {
    const found = this.find(name);
    if (!found) return null;
    const part = tidy(() =>
      slice(
        found.tensor,
        from,
        to.map((end, dimension) => end - (from[dimension] ?? 0)),
      ),
    );
    const data = await part.data();
    dispose(part);
    return data;
  }

  /**
   * The softmax of what `steps` of this run make of the value `name`, in the place of the value that the first of them
   * takes its stream from; on the host. Nothing of it is kept, and the trace stays what it was.
   */
  async replay(name: string, steps: readonly TraceStep[]): Promise<TracedArray> {
    const source = this.find(name);
    const first = steps[0]?.inputs[0];
    if (!source || first === undefined) throw new Error(`The run does not hold ${name}, or no steps were given.`);
    const result = tidy(() => {
      const values = new Map([[first, source.tensor]]);
      let last = source.tensor;
      for (const { name: made, kind, inputs, weights, attributes, edit } of steps) {
        const tensors = [...inputs, ...weights].map((operand) => {
          const found = values.get(operand) ?? this.find(operand)?.tensor;
          if (!found) throw new Error(`The run does not hold ${operand}.`);
          return found;
        });
        last =
          edit?.kind === "skip"
            ? skipped(made, tensors, edit.keep)
            : operations[kind].kernel(tensors, attributes as never);
        values.set(made, last);
      }
      return operations.softmax.kernel([last], {});
    });
    const data = await result.data();
    dispose(result);
    return { shape: result.shape, axes: [], data: data instanceof Float32Array ? data : new Float32Array(data) };
  }

  /** A value of this run or a weight. */
  find(name: string): Value | undefined {
    return this.current.get(name) ?? this.weightValues.get(name);
  }

  /** Frees all results, so that the next run computes everything again. */
  forget(): void {
    for (const entries of this.memory.values()) for (const { value } of entries) dispose(value.tensor);
    this.memory.clear();
    this.current.clear();
  }

  /** Frees every tensor. */
  dispose(): void {
    this.forget();
    for (const value of this.weightValues.values()) dispose(value.tensor);
    this.weightValues.clear();
  }

  private compute<K extends Kind>(
    kind: K,
    name: string,
    inputs: readonly Value[],
    attributes: Attributes[K],
    edit: Edit | null,
  ): Value {
    const operation = operations[kind];
    const tensors = inputs.map((input) => input.tensor);
    const result = tidy(() => {
      if (edit?.kind === "skip") return skipped(name, tensors, edit.keep);
      const whole = operation.kernel(tensors, attributes);
      return edit === null ? whole : replaced(whole, edit.rows);
    });
    const axes = operation.axes(
      inputs.map((input) => input.axes),
      attributes,
    );
    return this.value(name, keep(result), axes, "step");
  }

  private value(name: string, held: Tensor, axes: readonly Axis[], from: Value["from"]): Value {
    this.versions += 1;
    return { name, version: this.versions, tensor: held, axes, from };
  }

  private remembered(name: string, cause: Cause): Value | undefined {
    const entries = this.memory.get(name);
    const at = entries?.findIndex((entry) => alike(entry, cause)) ?? -1;
    const found = entries?.[at];
    if (entries && found && at > 0) entries.unshift(...entries.splice(at, 1));
    return found?.value;
  }

  private remember(name: string, { key, inputs, attributes }: Cause, value: Value): Value {
    const entries = this.memory.get(name) ?? [];
    entries.unshift({ key, versions: inputs.map(({ version }) => version), attributes, value });
    if (entries.length > kept) for (const old of entries.splice(kept)) dispose(old.value.tensor);
    this.memory.set(name, entries);
    return value;
  }
}

/** Compared piece by piece: it is done for every step of every pass. */
function alike(entry: Entry, { key, inputs, attributes }: Cause): boolean {
  if (entry.key !== key || entry.versions.length !== inputs.length) return false;
  for (let n = 0; n < inputs.length; n++) if (entry.versions[n] !== inputs[n]?.version) return false;
  const [was, is] = [entry.attributes as Record<string, unknown>, attributes as Record<string, unknown>];
  for (const attribute in is) if (was[attribute] !== is[attribute]) return false;
  return true;
}
