/**
 * Which part of a model speaks for a token: the logit as a sum over what wrote into the residual stream (direct logit
 * attribution; Elhage et al. 2021, https://transformer-circuits.pub/2021/framework). Numbers only, read where needed.
 */
import type { ModelConfig } from "../model/config";
import { operandsOf } from "./derive";
import type { Attribution, Contribution, TraceStep } from "./protocol";
import type { Runner } from "./runner";
import { tailOf } from "./tail";

/** Steps between the stream and the output's linear layer that parts can be told apart through. */
const linear: ReadonlySet<string> = new Set(["layerNorm", "firstToken"]);

/** Cells of one row of a residual stream. */
type Row = Float64Array;

/**
 * The contributions to the logit of `token` at `position` (of a classifier, the class; its position is its first token's)
 * in the runner's last run, whose sum is the logit. With the layer norm's scale held, the norm is linear: it takes each
 * part's own mean away and multiplies by gain / √(variance + ε), so parts can be told apart. Post-norm models normalise
 * the stream in every block and BERT's head bends it, so there parts do not add up.
 */
export async function attributionOf(
  runner: Runner,
  config: ModelConfig,
  position: number,
  token: number,
): Promise<Attribution> {
  if (config.norm === "post") return { kind: "unavailable", reason: "postNorm" };
  const trace = runner.trace();
  const byName = new Map(trace.map((step) => [step.name, step]));
  const { streams, steps } = tailOf(trace);
  const last = streams.at(-1);
  const output = steps.at(-1);
  if (!last || output?.kind !== "linear") return { kind: "unavailable", reason: "head" };
  if (!steps.slice(0, -1).every(({ kind }) => linear.has(kind))) {
    return { kind: "unavailable", reason: "head" };
  }
  const norm = steps.find(({ kind, edit }) => kind === "layerNorm" && edit?.kind !== "skip") ?? null;
  // Of a classifier, the head reads the first token alone.
  const place = output.shape.length === 2 ? 0 : position;
  const read = new RowReader(runner, place);

  const [, unembedding = "", outputBias] = operandsOf(output);
  const column = await read.column(unembedding, token, last.shape.at(-1) ?? 0);
  const [gain, bias] = norm ? await Promise.all(norm.weights.map((name) => read.vector(name))) : [null, null];
  const stream = await read.row(last.name);
  const scale = norm ? 1 / Math.sqrt(variance(stream) + epsilonOf(norm)) : 1;
  /** What a row of the stream adds to the logit. */
  const speak = (row: Row): number => {
    const middle = norm ? mean(row) : 0;
    return row.reduce((sum, cell, i) => sum + (cell - middle) * scale * (gain?.[i] ?? 1) * (column[i] ?? 0), 0);
  };

  const contributions: Contribution[] = [];
  const add = (step: TraceStep, row: Row, head: number | null, isBias: boolean) => {
    const { name, layer, part, value } = step;
    contributions.push({ name, layer, part, value, head, isBias, amount: speak(row) });
  };
  for (const leaf of leavesOf(last, byName)) {
    const merged = byName.get(leaf.inputs[0] ?? "");
    if (leaf.kind !== "linear" || merged?.kind !== "mergeHeads") {
      add(leaf, await read.row(leaf.name), null, false);
      continue;
    }
    const [weight = "", bias = ""] = leaf.weights;
    const heads = await read.heads(merged.name, weight, config.heads);
    for (const [head, row] of heads.entries()) add(leaf, row, head, false);
    add(leaf, await read.vector(bias), null, true);
  }
  const constant = (name: string, amount: number): Contribution => {
    return { name, layer: null, part: null, value: name, head: null, isBias: true, amount };
  };
  if (norm && bias) {
    const amount = bias.reduce((sum, cell, i) => sum + cell * (column[i] ?? 0), 0);
    contributions.push(constant(norm.weights[1] ?? "", amount));
  }
  if (outputBias !== undefined) {
    contributions.push(constant(outputBias, (await read.vector(outputBias))[token] ?? 0));
  }
  const logit = await read.logit(output, position, token);
  return { kind: "contributions", position: place, token, logit, contributions };
}

/** What was added up into a stream, in the order of the forward pass. */
function leavesOf(step: TraceStep, byName: ReadonlyMap<string, TraceStep>): TraceStep[] {
  if (step.kind !== "add") return [step];
  const passed = step.edit?.kind === "skip" ? step.edit.keep : null;
  const inputs = step.inputs.filter((_, number) => passed === null || number === passed);
  return inputs.flatMap((name) => {
    const input = byName.get(name);
    return input ? leavesOf(input, byName) : [];
  });
}

function mean(row: Row): number {
  return row.reduce((sum, cell) => sum + cell, 0) / row.length;
}

function variance(row: Row): number {
  const middle = mean(row);
  return row.reduce((sum, cell) => sum + (cell - middle) ** 2, 0) / row.length;
}

function epsilonOf({ attributes }: TraceStep): number {
  return typeof attributes.epsilon === "number" ? attributes.epsilon : 0;
}

/** Reads rows at one place of the sequence. */
class RowReader {
  private readonly runner: Runner;
  private readonly place: number;

  constructor(runner: Runner, place: number) {
    this.runner = runner;
    this.place = place;
  }

  /** The row [C] of a value [B, T, C], or [T, C] of positions. */
  async row(name: string): Promise<Row> {
    const shape = this.shapeOf(name);
    const from = [...(shape.length === 3 ? [0] : []), this.place, 0];
    return this.read(
      name,
      from,
      from.map((start, d) => (d === shape.length - 1 ? (shape[d] ?? 0) : start + 1)),
    );
  }

  /** A whole vector. */
  vector(name: string): Promise<Row> {
    return this.read(name, [0], [...this.shapeOf(name)]);
  }

  /** Column `column` of a matrix of `rows` rows. */
  column(name: string, column: number, rows: number): Promise<Row> {
    return this.read(name, [0, column], [rows, column + 1]);
  }

  /** What each head adds to the stream: its piece of the merged row times its rows of the output projection. */
  async heads(merged: string, weight: string, count: number): Promise<Row[]> {
    const row = await this.row(merged);
    const [rows = 0, columns = 0] = this.shapeOf(weight);
    const matrix = await this.read(weight, [0, 0], [rows, columns]);
    const depth = row.length / count;
    return Array.from({ length: count }, (_, head) => {
      const result = new Float64Array(columns);
      for (let i = head * depth; i < (head + 1) * depth; i++) {
        for (let c = 0; c < columns; c++) result[c] = (result[c] ?? 0) + (row[i] ?? 0) * (matrix[i * columns + c] ?? 0);
      }
      return result;
    });
  }

  async logit({ name, shape }: TraceStep, position: number, token: number): Promise<number> {
    const from = shape.length === 3 ? [0, position, token] : [0, token];
    const cell = await this.read(
      name,
      from,
      from.map((start) => start + 1),
    );
    return cell[0] ?? Number.NaN;
  }

  private shapeOf(name: string): readonly number[] {
    const found = this.runner.find(name);
    if (!found) throw new Error(`The run does not hold ${name}.`);
    return found.tensor.shape;
  }

  private async read(name: string, from: readonly number[], to: readonly number[]): Promise<Row> {
    const data = await this.runner.readWindow(name, from, to);
    if (!data) throw new Error(`The run does not hold ${name}.`);
    return Float64Array.from(data);
  }
}
