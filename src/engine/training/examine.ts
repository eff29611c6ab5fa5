/** How a model in training does on examples that it never trains on, and what it looks at meanwhile. */
import type { TextConfig } from "../../model/config";
import { planOf } from "../../model/forward/plan";
import type { Batch } from "../../model/training/batch";
import type { Data } from "../../model/training/data";
import type { Embeddings, Examined, FormingPattern, Prediction } from "../../model/training/progress";
import { likeliest, scoreOf } from "../../model/training/score";
import type { Example, TrainingTask } from "../../model/training/tasks";
import { end, specials } from "../../model/training/vocabulary";
import type { Onlooked } from "./pass";

/** Of which the predictions are written out. */
const shown = 5;

export async function examine(
  model: Onlooked,
  config: TextConfig,
  data: Data,
  task: TrainingTask,
  examples: readonly Example[],
): Promise<Examined> {
  const scoreFor = async (batch: Batch) => {
    const { logits } = await model.see(batch, ["logits"]);
    if (!logits) throw new Error("The forward pass gave no logits.");
    return scoreOf(batch, logits.data, config.vocabulary);
  };
  const score = await scoreFor(data.layOut(examples));
  const trained = await scoreFor(data.batch(model.steps, examples.length));
  const few = examples.slice(0, shown);
  const predictions = await predict(model, config, data, task, few);
  const patterns = await patternsOf(model, config, data, few.slice(0, 1));
  return { score, trained, predictions, patterns, embeddings: await embeddingsOf(model, config, data) };
}

async function embeddingsOf(model: Onlooked, config: TextConfig, data: Data): Promise<Embeddings> {
  const stack = config.architecture === "decoderOnly" ? "decoder" : "encoder";
  const found = await model.weight(`${stack}.embedding`);
  // The task's own tokens: the few special ones lie far from them all, and would leave them no room.
  const from = specials.length;
  return { tokens: data.vocabulary.symbols.slice(from), vectors: found.data.slice(from * config.width) };
}

async function patternsOf(
  model: Onlooked,
  config: TextConfig,
  data: Data,
  examples: readonly Example[],
): Promise<readonly FormingPattern[]> {
  const steps = planOf(config).filter(({ name }) => name.value === "pattern");
  const seen = await model.see(
    data.layOut(examples),
    steps.map(({ name }) => name.path),
  );
  return steps.flatMap(({ name: { path, stack, layer, part } }): FormingPattern[] => {
    const found = seen[path];
    if (!found || stack === null || layer === null || part === null || part === "feedForward") return [];
    const [, heads = 0, queries = 0, keys = 0] = found.shape;
    return [{ stack, layer, part, heads, queries, keys, pattern: Float32Array.from(found.data) }];
  });
}

/** What the model writes, token by token where it is a decoder that answers, else all at once beside the right ones. */
async function predict(
  model: Onlooked,
  config: TextConfig,
  data: Data,
  task: TrainingTask,
  examples: readonly Example[],
): Promise<readonly Prediction[]> {
  const answers = config.architecture !== "encoderOnly" && task.longestSource > 0;
  const written = answers
    ? await writeOn(model, config, data, task, examples)
    : await besideRight(model, config, data, examples);
  const text = (symbols: readonly string[]) => symbols.join(task.separator);
  return examples.map(({ source, target }, index) => {
    const own = written[index] ?? [];
    return {
      source: text(source),
      wanted: text(target),
      written: text(own),
      right: target.map((symbol, place) => own[place] === symbol),
    };
  });
}

async function writeOn(
  model: Onlooked,
  config: TextConfig,
  data: Data,
  task: TrainingTask,
  examples: readonly Example[],
): Promise<string[][]> {
  const written: number[][] = examples.map(() => []);
  for (let turn = 0; turn <= task.longestTarget; turn++) {
    if (written.every((ids) => ids.includes(end))) break;
    const { logits } = await model.see(data.layOutWritten(examples, written), ["logits"]);
    if (!logits) break;
    const best = likeliest(logits.data, config.vocabulary);
    const [, length = 0] = logits.shape;
    for (const [index, example] of examples.entries()) {
      const at = index * length + data.answerAt(example) + turn;
      written[index]?.push(best[at] ?? end);
    }
  }
  return written.map((ids) => symbolsOf(data, ids.includes(end) ? ids.slice(0, ids.indexOf(end)) : ids));
}

/** The likeliest token at every place that is predicted, each told what truly stands before it. */
async function besideRight(
  model: Onlooked,
  config: TextConfig,
  data: Data,
  examples: readonly Example[],
): Promise<string[][]> {
  const batch = data.layOut(examples);
  const { logits } = await model.see(batch, ["logits"]);
  if (!logits) return [];
  const best = likeliest(logits.data, config.vocabulary);
  const length = batch.ids[0]?.length ?? 0;
  return examples.map((example, index) => {
    const from =
      config.architecture === "encoderOnly" && example.source.length > 0
        ? example.source.length + 1
        : data.answerAt(example);
    return symbolsOf(
      data,
      example.target.map((_, place) => {
        const at = from + place;
        // What is not predicted is given.
        const given = batch.counted[index]?.[at] ? best[index * length + at] : batch.targets[index]?.[at];
        return given ?? end;
      }),
    );
  });
}

function symbolsOf(data: Data, ids: readonly number[]): string[] {
  return ids.map((id) => data.vocabulary.symbol(id));
}
