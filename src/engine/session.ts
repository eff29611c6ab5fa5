/**
 * One loaded model and what it answers: an input in, an outcome and attention maps out. What the input is and how it is
 * answered is its task's. Runs in a worker and in Node alike; knows nothing of backends, messages or the page.
 */
import type { Example } from "../model/about";
import { withChanges } from "../model/changes";
import type { Task } from "../model/checkpoints/task";
import type { ModelConfig } from "../model/config";
import { effectOf } from "../model/effects";
import type { Explanation } from "../model/explain/explain";
import { probabilities } from "../model/forward/output";
import type { HeadId } from "../model/names";
import type { Parameter } from "../model/parameters";
import { headsOf } from "../model/switches";
import { attentionOf, headOutputsOf } from "./attention";
import { attributionOf } from "./attribution";
import { deriveCell } from "./derive";
import { editsOf } from "./edits";
import { everyHead } from "./everyHead";
import { explainRun } from "./explain";
import { type ForwardInputs, forward } from "./forward";
import { HeadReferences } from "./headReferences";
import { breathe, Superseded, Unreadable } from "./interruptions";
import { lensOf } from "./lens";
import type {
  Answer,
  Attribution,
  DerivedCell,
  Generation,
  HeadEffect,
  Input,
  Lens,
  RunRequest,
  RunResult,
  TracedArray,
  TraceStep,
  ValueWindow,
} from "./protocol";
import type { Reader } from "./reader";
import { type Edits, noEdits, Runner } from "./runner";
import { type Done, type Prepared, type TaskContext, type TaskEngine, taskEngine } from "./tasks";
import { readWindow } from "./window";

type Ready = Extract<Prepared, { readonly kind: "ready" }>;

/** A pass that can be taken again. */
interface Pass {
  readonly inputs: ForwardInputs;
  readonly edits: Edits;
}

/** What the page shows. */
interface Answered {
  readonly run: number;
  readonly pass: Pass;
  readonly request: RunRequest;
  readonly done: Done;
}

/** Passes that are timed at least, and ms after which no more are. */
const [fewest, longest] = [5, 300];

export interface SessionModel {
  readonly config: ModelConfig;
  readonly parameters: Iterable<readonly [string, Parameter]>;
  readonly task: Task;
  /** null for a model of images. */
  readonly reader: Reader | null;
  /** What the mean of a head is taken over. */
  readonly examples: readonly Example[];
}

export class Session {
  private readonly runner: Runner;
  private readonly config: ModelConfig;
  private readonly prepare: TaskEngine;
  private readonly reader: Reader | null;
  private readonly references: HeadReferences;
  /** How other texts are run: what is written for them is the model's own, what is typed stays alone. */
  private readonly plain: Generation;
  /** A token or class as a reader sees it. */
  private readonly textOf: (id: number) => string;
  private newest = Number.NEGATIVE_INFINITY;
  /** Runs go one after another: a pass must not start while another's values are being read. */
  private queue: Promise<unknown> = Promise.resolve();
  private baseline: { readonly key: string; readonly done: Done } | null = null;
  /** The run that the page shows. */
  private answered: Answered | null = null;
  /** The pass whose values the runner holds. */
  private held: Pass | null = null;
  private passMilliseconds = 0;

  constructor({ config, parameters, task, reader, examples }: SessionModel) {
    this.config = config;
    this.runner = new Runner(config, parameters);
    this.textOf =
      "labels" in task ? (id) => task.labels[id] ?? String(id) : (id) => reader?.tokenText(id) ?? String(id);
    this.plain = { choosing: { kind: "greedy" }, seed: 0, steps: task.kind === "nextToken" ? 0 : null };
    this.reader = reader;
    this.prepare = taskEngine(config, task, reader);
    this.references = new HeadReferences(examples, (input, id) => this.headValues(input, id));
  }

  /** Answers a request, unless a newer one comes first. */
  run(request: RunRequest, written: TaskContext["written"] = () => undefined): Promise<Answer> {
    this.newest = Math.max(this.newest, request.id);
    return this.next(() => this.answer(request, written));
  }

  /**
   * Times a whole forward pass of what a request leads to, with every attention map read back and nothing remembered: as
   * many as fit in a while, few once a newer request waits. It warms the code up, too: the first passes take several
   * times as long. → the median in ms, or null where the request has no result.
   */
  async time(request: RunRequest): Promise<number | null> {
    const answer = await this.run(request);
    if (answer.kind !== "result") return null;
    return this.next(async () => {
      const { answered } = this;
      if (answered === null) return null;
      const times: number[] = [];
      const began = performance.now();
      while (times.length < fewest || (performance.now() - began < longest && !(await this.isOld(request.id)))) {
        this.runner.forget();
        await this.pass({ inputs: answered.pass.inputs, edits: noEdits });
        const read = performance.now();
        await attentionOf(this.runner);
        times.push(this.passMilliseconds + performance.now() - read);
      }
      return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? null;
    });
  }

  /** The steps of run `run`; null where another was answered since. */
  trace(run: number): Promise<readonly TraceStep[] | null> {
    return this.of(run, async () => this.runner.trace());
  }

  /** Values of run `run` and weights by name; unknown names are absent. */
  values(run: number, names: readonly string[]): Promise<Readonly<Record<string, TracedArray>> | null> {
    return this.of(run, async () => {
      const found: Record<string, TracedArray> = {};
      for (const wanted of names) {
        const value = await this.runner.read(wanted);
        if (value) found[wanted] = value;
      }
      return found;
    });
  }

  /** A piece of a value of run `run` or of a weight. */
  window(run: number, name: string, window: ValueWindow): Promise<TracedArray | null> {
    return this.of(run, () => readWindow(this.runner, name, window));
  }

  /** Every token of the vocabulary as a reader sees it, by id; empty for a model that reads no text. */
  vocabulary(): readonly string[] {
    return this.reader?.vocabulary() ?? [];
  }

  /** Where cell `index` of a value of run `run` comes from. */
  derive(run: number, name: string, index: readonly number[]): Promise<DerivedCell | null> {
    return this.of(run, () => deriveCell(this.runner, name, index));
  }

  /** What the model would say after each sublayer of run `run`. */
  lens(run: number): Promise<Lens | null> {
    return this.of(run, () => lensOf(this.runner, this.textOf, () => this.isOld(run)));
  }

  /** Which parts speak for a token or class at a position of run `run`. */
  attribute(run: number, position: number, token: number): Promise<Attribution | null> {
    return this.of(run, () => attributionOf(this.runner, this.config, position, token));
  }

  /**
   * The effect of every head of run `run` being zero, one at a time; null where a newer request comes.
   */
  tryEveryHead(run: number, each: (effect: HeadEffect) => void): Promise<readonly HeadEffect[] | null> {
    return this.of(run, async ({ request, done, pass: { inputs } }) => {
      const without = async (head: HeadId) => {
        if (await this.isOld(run)) return null;
        const changes = withChanges(request.changes, [{ kind: "head", at: head, to: "zero" }]);
        const edits = await editsOf(changes, this.references.of(request.input, run));
        return this.pass({ inputs, edits });
      };
      return everyHead(headsOf(this.config), done.rows, without, each);
    });
  }

  /** What there is to say of every step of run `run` besides its numbers. */
  explain(run: number): Promise<Readonly<Record<string, Explanation>> | null> {
    return this.of(run, async () => explainRun(this.runner));
  }

  dispose(): void {
    this.runner.dispose();
  }

  /** Lets messages in; whether one of them asked for something newer than run `run`. */
  private async isOld(run: number): Promise<boolean> {
    await breathe();
    return this.newest > run;
  }

  /** Does `work` after what is being done. */
  private next<T>(work: () => Promise<T>): Promise<T> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => undefined);
    return done;
  }

  /** Does `work` with the values of run `run` in the runner; null where another was answered since. */
  private of<T>(run: number, work: (answered: Answered) => Promise<T | null>): Promise<T | null> {
    return this.next(async () => {
      const { answered } = this;
      if (answered?.run !== run) return null;
      // An attempt that was given up, or one at something else, left its own values.
      if (this.held !== answered.pass) await this.pass(answered.pass);
      return work(answered);
    });
  }

  private async answer(request: RunRequest, written: TaskContext["written"]): Promise<Answer> {
    const { id, input, changes, generation } = request;
    const prepared = this.prepare(input);
    if (prepared.kind === "refused") return { kind: "problem", id, problem: prepared.problem, tokens: prepared.tokens };
    const began = performance.now();
    try {
      const key = JSON.stringify([prepared.key, generation]);
      if (changes.length > 0 && this.baseline?.key !== key) {
        this.baseline = { key, done: await this.do(prepared, request, noEdits) };
      }
      const edits = changes.length > 0 ? await editsOf(changes, this.references.of(input, id)) : noEdits;
      const done = await this.do(prepared, request, edits, written);
      const passBegan = performance.now();
      const attention = await attentionOf(this.runner);
      if (changes.length === 0) this.baseline = { key, done };
      const before = changes.length > 0 ? (this.baseline?.done ?? null) : null;
      // The last pass is over exactly what the outcome speaks of.
      this.answered = this.held && { run: id, request, done, pass: this.held };
      const steps = this.runner.trace();
      const result: RunResult = {
        id,
        input,
        changes,
        generation,
        stacks: done.stacks,
        attention,
        outcome: done.outcome(before?.rows ?? null),
        baseline: before?.outcome(null) ?? null,
        effect: before && effectOf(before.rows, done.rows),
        operations: steps.length,
        recomputed: steps.filter((step) => step.computed).length,
        milliseconds: performance.now() - began,
        passMilliseconds: this.passMilliseconds + performance.now() - passBegan,
      };
      return { kind: "result", result };
    } catch (error) {
      if (error instanceof Superseded) return { kind: "superseded", id };
      if (error instanceof Unreadable) return { kind: "problem", id, problem: error.problem, tokens: [] };
      throw error;
    }
  }

  /** Runs a prepared task with these edits, unless a newer request comes. */
  private do(
    prepared: Ready,
    { id, generation }: Pick<RunRequest, "id" | "generation">,
    edits: Edits,
    written: TaskContext["written"] = () => undefined,
  ): Promise<Done> {
    return prepared.run({
      generation,
      written,
      pass: async (inputs) => {
        if (await this.isOld(id)) throw new Superseded();
        return this.pass({ inputs, edits });
      },
    });
  }

  /** One forward pass → probabilities. */
  private async pass(pass: Pass): Promise<TracedArray> {
    const began = performance.now();
    this.held = null;
    probabilities(this.runner, forward(this.runner, this.config, pass.inputs, pass.edits));
    const found = await this.runner.read("probabilities");
    if (!found) throw new Error("The forward pass gave no probabilities.");
    this.held = pass;
    this.passMilliseconds = performance.now() - began;
    return found;
  }

  /** What every head gives on another input, unchanged; throws where the model cannot read it. */
  private async headValues(input: Input, id: number): Promise<readonly (readonly [string, TracedArray])[]> {
    const prepared = this.prepare(input);
    if (prepared.kind === "refused") {
      const text = input.kind === "text" ? input.text : "";
      throw new Unreadable({ kind: "otherText", text, problem: prepared.problem });
    }
    await this.do(prepared, { id, generation: this.plain }, noEdits);
    return headOutputsOf(this.runner);
  }
}
