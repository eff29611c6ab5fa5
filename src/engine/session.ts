/**
 * One loaded model and what it answers: text in, decoded tokens and attention maps out. Runs in a worker and in Node
 * alike; knows nothing of backends, messages or the page.
 */
import type { EncoderDecoderConfig } from "../model/config";
import { type AttentionId, attentionPath, type HeadId, name, root } from "../model/names";
import type { Parameters } from "../model/parameters";
import { forward } from "./forward";
import type {
  Answer,
  AttentionMap,
  Candidate,
  Decoded,
  InputToken,
  Position,
  RunRequest,
  TracedArray,
  TraceStep,
} from "./protocol";
import { Runner, type Zeroed } from "./runner";

/** How a model's text becomes ids and back. */
export interface Reader {
  encode(text: string): readonly InputToken[];
  /** One token as a reader sees it. */
  tokenText(id: number): string;
  /** A whole output in that language. */
  join(ids: readonly number[], language: string): string;
  /** The decoder's first token for that language; null where the model does not write it. */
  startToken(language: string): number | null;
  readonly endToken: number;
}

/** Candidates shown at each position. */
const shown = 10;

/** Signals that a newer request came; never leaves this file. */
class Superseded extends Error {}

interface Pass {
  readonly given: readonly number[];
  readonly probabilities: TracedArray;
  readonly ended: boolean;
}

/** Lets waiting messages in, so that a newer request can stop an older one between tokens. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

export class Session {
  private readonly runner: Runner;
  private readonly config: EncoderDecoderConfig;
  private readonly reader: Reader;
  private newest = Number.NEGATIVE_INFINITY;
  /** Runs go one after another: a pass must not start while another's values are being read. */
  private queue: Promise<unknown> = Promise.resolve();
  /** The last output, as it was given to the decoder. */
  private guess: readonly number[] = [];
  private baseline: { readonly key: string; readonly decoded: Decoded } | null = null;

  constructor(config: EncoderDecoderConfig, parameters: Parameters, reader: Reader) {
    this.config = config;
    this.reader = reader;
    this.runner = new Runner(parameters);
  }

  /** Answers a request, unless a newer one comes first. */
  run(request: RunRequest): Promise<Answer> {
    this.newest = Math.max(this.newest, request.id);
    const answer = this.queue.then(() => this.answer(request));
    this.queue = answer.catch(() => undefined);
    return answer;
  }

  /**
   * Times a whole forward pass of what a request decodes to, with every attention map read back and nothing remembered;
   * → the median in ms, or null where the request has no result.
   */
  async time(request: RunRequest, passes: number): Promise<number | null> {
    const answer = await this.run(request);
    if (answer.kind !== "result") return null;
    const { source, positions } = answer.result;
    const ids = [positions.map(({ given }) => given.id)];
    const measured = this.queue.then(async () => {
      const times: number[] = [];
      for (let pass = 0; pass < passes; pass++) {
        this.runner.forget();
        const began = performance.now();
        const logits = forward(this.runner, this.config, { ids, source: [source.map(({ id }) => id)] });
        this.runner.apply("softmax", name(root, "probabilities"), [logits], {});
        await this.runner.read("probabilities");
        await this.attention();
        times.push(performance.now() - began);
      }
      return times.sort((a, b) => a - b)[Math.floor(passes / 2)] ?? null;
    });
    this.queue = measured.catch(() => undefined);
    return measured;
  }

  /** The steps of the last pass. */
  trace(): readonly TraceStep[] {
    return this.runner.trace();
  }

  /** Values of the last pass by name; unknown names are absent. */
  async values(names: readonly string[]): Promise<Readonly<Record<string, TracedArray>>> {
    const found: Record<string, TracedArray> = {};
    for (const wanted of names) {
      const value = await this.runner.read(wanted);
      if (value) found[wanted] = value;
    }
    return found;
  }

  dispose(): void {
    this.runner.dispose();
  }

  private async answer(request: RunRequest): Promise<Answer> {
    const { id, text, language, off } = request;
    const source = this.reader.encode(text);
    const maximum = this.config.maximumLength;
    const start = this.reader.startToken(language);
    if (source.length === 0) return { kind: "problem", id, problem: { kind: "emptyText" }, source };
    if (source.length > maximum) {
      const problem = { kind: "tooLong", tokens: source.length, maximum } as const;
      return { kind: "problem", id, problem, source: source.slice(0, maximum) };
    }
    if (start === null) throw new Error(`The model writes no language named ${language}.`);
    const began = performance.now();
    try {
      const ids = source.map((token) => token.id);
      const key = JSON.stringify([ids, language]);
      if (off.length > 0 && this.baseline?.key !== key) {
        const pass = await this.decode(id, ids, start, new Map());
        this.baseline = { key, decoded: this.describe(pass, language) };
      }
      const pass = await this.decode(id, ids, start, zeroedBy(off));
      const passBegan = performance.now();
      const attention = await this.attention();
      const decoded = this.describe(pass, language);
      if (off.length === 0) this.baseline = { key, decoded };
      const steps = this.runner.trace();
      return {
        kind: "result",
        result: {
          ...decoded,
          id,
          inputText: text,
          language,
          off,
          source,
          attention,
          baseline: off.length > 0 ? (this.baseline?.decoded ?? null) : null,
          operations: steps.length,
          recomputed: steps.filter((step) => step.computed).length,
          milliseconds: performance.now() - began,
          passMilliseconds: pass.milliseconds + performance.now() - passBegan,
        },
      };
    } catch (error) {
      if (error instanceof Superseded) return { kind: "superseded", id };
      throw error;
    }
  }

  /**
   * Greedy decoding: the likeliest token is given back to the decoder until it says the end token. Since the decoder
   * looks back only, one pass judges a whole guessed output at once: the guess is the last output in this language, and
   * every pass takes over its first wrong token. The last pass is over exactly what was decoded, so the outcome is that
   * of decoding token by token, in fewer passes (Stern et al. 2018, https://arxiv.org/abs/1811.03115, use it likewise).
   */
  private async decode(
    request: number,
    source: readonly number[],
    start: number,
    zeroed: Zeroed,
  ): Promise<Pass & { readonly milliseconds: number }> {
    let given = this.guess[0] === start ? this.guess : [start];
    for (;;) {
      await breathe();
      if (request < this.newest) throw new Superseded();
      const began = performance.now();
      const logits = forward(this.runner, this.config, { ids: [given], source: [source] }, zeroed);
      this.runner.apply("softmax", name(root, "probabilities"), [logits], {});
      const probabilities = await this.runner.read("probabilities");
      if (!probabilities) throw new Error("The forward pass gave no probabilities.");
      const milliseconds = performance.now() - began;
      const next = given.map((_, row) => largest(rowOf(probabilities, row)));
      const wrong = next.findIndex((token, row) => token === this.reader.endToken || token !== given[row + 1]);
      const token = next[wrong];
      const right = given.slice(0, wrong + 1);
      const ended = token === this.reader.endToken;
      const full = right.length === this.config.maximumLength;
      if (token === undefined || ((ended || full) && right.length === given.length)) {
        this.guess = given;
        return { given, probabilities, ended, milliseconds };
      }
      given = ended || full ? right : [...right, token, ...given.slice(wrong + 2)];
    }
  }

  private describe({ given, probabilities, ended }: Pass, language: string): Decoded {
    const positions = given.map((id, row): Position => {
      const chances = rowOf(probabilities, row);
      const candidates = likeliest(chances, shown).map(
        (candidate): Candidate => ({
          id: candidate,
          text: this.reader.tokenText(candidate),
          probability: chances[candidate] ?? 0,
        }),
      );
      return { given: { id, text: this.reader.tokenText(id) }, candidates };
    });
    const last = positions.at(-1)?.candidates[0]?.id;
    // Cut short by the length, the last prediction is part of the output although it was never given back.
    const output = ended || last === undefined ? given.slice(1) : [...given.slice(1), last];
    return { positions, ended, text: this.reader.join(output, language) };
  }

  /** Every pattern of the last pass. */
  private async attention(): Promise<AttentionMap[]> {
    const maps: AttentionMap[] = [];
    for (const { stack, layer, part, value, name: path } of this.runner.trace()) {
      if (value !== "pattern" || stack === null || layer === null || part === null || part === "feedForward") continue;
      const pattern = await this.runner.read(path);
      if (!pattern) continue;
      const [, heads = 0, queries = 0, keys = 0] = pattern.shape;
      const id: AttentionId = { stack, layer, part };
      maps.push({ ...id, heads, queries, keys, pattern: pattern.data });
    }
    return maps;
  }
}

/** Row `row` of probabilities [1, T, V]. */
function rowOf({ shape, data }: TracedArray, row: number): Float32Array {
  const size = shape[2] ?? 0;
  return data.subarray(row * size, (row + 1) * size);
}

/** The index of the largest; ties go to the lowest. */
function largest(chances: Float32Array): number {
  let best = 0;
  for (let id = 1; id < chances.length; id++) if ((chances[id] ?? 0) > (chances[best] ?? 0)) best = id;
  return best;
}

/** Ids of the largest probabilities, best first; ties go to the lower id. */
function likeliest(chances: Float32Array, count: number): number[] {
  const best: number[] = [];
  for (let id = 0; id < chances.length; id++) {
    const chance = chances[id] ?? 0;
    if (best.length === count && chance <= (chances[best.at(-1) ?? 0] ?? 0)) continue;
    let place = best.length;
    while (place > 0 && (chances[best[place - 1] ?? 0] ?? 0) < chance) place -= 1;
    best.splice(place, 0, id);
    if (best.length > count) best.pop();
  }
  return best;
}

function zeroedBy(off: readonly HeadId[]): Zeroed {
  const zeroed = new Map<string, number[]>();
  for (const id of off) {
    const path = `${attentionPath(id)}.headOutput`;
    zeroed.set(
      path,
      [...new Set([...(zeroed.get(path) ?? []), id.head])].sort((a, b) => a - b),
    );
  }
  return zeroed;
}
