/** What a model of text writes for examples that it never trains on, and what it looks at meanwhile. */
import type { TextData } from "../../model/training/data";
import type { Embeddings, Examined, Prediction } from "../../model/training/progress";
import { likeliest } from "../../model/training/score";
import type { Example } from "../../model/training/tasks";
import { end, specials } from "../../model/training/vocabulary";
import type { Onlooked } from "./pass";
import { patternsOf } from "./patterns";

/** Of which the predictions are written out. */
const shown = 5;

export async function examineText(model: Onlooked, data: TextData): Promise<Omit<Examined, "score" | "trained">> {
  const examples = data.heldOut(shown);
  return {
    predictions: await predict(model, data, examples),
    pictures: [],
    patterns: await patternsOf(model, data.config, data.test(1)),
    embeddings: await embeddingsOf(model, data),
  };
}

async function embeddingsOf(model: Onlooked, { config, vocabulary }: TextData): Promise<Embeddings> {
  const stack = config.architecture === "decoderOnly" ? "decoder" : "encoder";
  const found = await model.weight(`${stack}.embedding`);
  // The task's own tokens: the few special ones lie far from them all, and would leave them no room.
  const from = specials.length;
  return { tokens: vocabulary.symbols.slice(from), vectors: found.data.slice(from * config.width) };
}

/** What the model writes, token by token where it is a decoder that answers, else all at once beside the right ones. */
async function predict(model: Onlooked, data: TextData, examples: readonly Example[]): Promise<readonly Prediction[]> {
  const { config, task } = data;
  const answers = config.architecture !== "encoderOnly" && task.longestSource > 0;
  const written = answers ? await writeOn(model, data, examples) : await besideRight(model, data, examples);
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

async function writeOn(model: Onlooked, data: TextData, examples: readonly Example[]): Promise<string[][]> {
  const written: number[][] = examples.map(() => []);
  for (let turn = 0; turn <= data.task.longestTarget; turn++) {
    if (written.every((ids) => ids.includes(end))) break;
    const { logits } = await model.see(data.layOutWritten(examples, written), ["logits"]);
    if (!logits) break;
    const best = likeliest(logits.data, data.config.vocabulary);
    const [, length = 0] = logits.shape;
    for (const [index, example] of examples.entries()) {
      const at = index * length + data.answerAt(example) + turn;
      written[index]?.push(best[at] ?? end);
    }
  }
  return written.map((ids) => symbolsOf(data, ids.includes(end) ? ids.slice(0, ids.indexOf(end)) : ids));
}

/** The likeliest token at every place that is predicted, each told what truly stands before it. */
async function besideRight(model: Onlooked, data: TextData, examples: readonly Example[]): Promise<string[][]> {
  const batch = data.layOut(examples);
  const { logits } = await model.see(batch, ["logits"]);
  if (!logits) return [];
  const best = likeliest(logits.data, data.config.vocabulary);
  const length = batch.ids[0]?.length ?? 0;
  return examples.map((example, index) => {
    const from =
      data.config.architecture === "encoderOnly" && example.source.length > 0
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

function symbolsOf(data: TextData, ids: readonly number[]): string[] {
  return ids.map((id) => data.vocabulary.symbol(id));
}
