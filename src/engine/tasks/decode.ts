/** Writes token by token with a decoder, in as few passes as a good guess allows. */
import { likeliest } from "../../model/distribution";
import type { Answered } from "../../model/effects";
import { type Choosing, type Drawn, draw } from "../../model/sampling/draw";
import { uniforms } from "../../model/sampling/uniforms";
import type { Candidate, Generation, Position, TracedArray } from "../protocol";
import type { Reader } from "../reader";
import { candidateOf, earlier, rowOf, shown } from "./task";

export interface Decoding {
  /** What the decoder is given before it writes; at least one token. */
  readonly prompt: readonly number[];
  readonly endToken: number | null;
  /** Tokens that the decoder reads at most. */
  readonly maximum: number;
  readonly choosing: Choosing;
  readonly generation: Pick<Generation, "seed" | "steps">;
}

export interface Decoded {
  readonly prompt: number;
  /** The prompt and what was written, as far as the decoder was given it. */
  readonly given: readonly number[];
  /** Of the last pass, [1, T, V]. */
  readonly probabilities: TracedArray;
  /** What was drawn at each row from the prompt's last on. */
  readonly drawn: readonly Drawn[];
  /** The token after the last given one; null where the steps were used up before it. */
  readonly last: number | null;
  readonly ended: boolean;
}

/** Tokens that are guessed ahead where a text repeats itself. */
const ahead = 8;

/** What would come next, at most `most` tokens, if a text whose last two tokens have stood in it before goes on as it did then; else null. */
function goingRound(given: readonly number[], most: number): readonly number[] | null {
  const [before, last] = given.slice(-2);
  for (let place = given.length - 2; place > 0; place--) {
    if (given[place] !== last || given[place - 1] !== before) continue;
    const turn = given.slice(place + 1);
    return Array.from({ length: Math.min(ahead, most) }, (_, step) => turn[step % turn.length] ?? 0);
  }
  return null;
}

/** A whole output that is likely: the last one. */
export class Decoder {
  private guess: readonly number[] = [];

  /**
   * The token that is drawn is given back to the decoder until it says the end token. Since the decoder looks back only,
   * one pass judges a whole guessed output at once: the first guess is the last output after this prompt, and where it
   * is wrong, the next guess is what the model would say at each place from there on, or what comes round again. The last pass is over exactly what
   * was written, so the outcome is that of writing token by token, in fewer passes (Stern et al. 2018,
   * https://arxiv.org/abs/1811.03115, and Santilli et al. 2023, https://arxiv.org/abs/2305.10427, use it likewise). Each
   * place has its own random number, so that this holds for sampling too.
   */
  async decode(
    { prompt, endToken, maximum, choosing, generation }: Decoding,
    pass: (given: readonly number[]) => Promise<TracedArray>,
    written: (given: readonly number[]) => void,
  ): Promise<Decoded> {
    const first = prompt.length - 1;
    const most = Math.min(maximum, prompt.length + (generation.steps ?? maximum));
    const uniform = uniforms(generation.seed);
    const drawn: Drawn[] = [];
    let given = prompt.every((id, place) => this.guess[place] === id) ? this.guess.slice(0, most) : prompt;
    for (;;) {
      const probabilities = await pass(given);
      // What was drawn in an earlier pass still holds: the tokens up to there are the same.
      for (let row = first + drawn.length; row < given.length; row++) {
        const next = draw(rowOf(probabilities, row), choosing, uniform(row - first));
        drawn.push(next);
        if (next.id === endToken || next.id !== given[row + 1]) break;
      }
      const row = first + drawn.length - 1;
      const token = drawn.at(-1)?.id ?? null;
      // The steps are used up before this token; were it the model's length, it could not be given back, yet is written.
      const unwritten = generation.steps !== null && row + 1 - prompt.length >= generation.steps;
      const ended = token === endToken && !unwritten;
      if ((ended || row + 1 >= most) && given.length === row + 1) {
        this.guess = given;
        return { prompt: prompt.length, given, probabilities, drawn, ended, last: unwritten ? null : token };
      }
      if (ended || row + 1 >= most || token === null) given = given.slice(0, row + 1);
      else {
        const right = [...given.slice(0, row + 1), token];
        written(right.slice(prompt.length));
        // What comes after the wrong guess is guessed anew: as the text goes round in circles, or as the model went on.
        const rest =
          goingRound(right, most - right.length) ??
          given
            .slice(row + 1, most - 1)
            .map(
              (_, place) => draw(rowOf(probabilities, row + 1 + place), choosing, uniform(row + 1 + place - first)).id,
            );
        const end = rest.indexOf(endToken ?? -1);
        given = [...right, ...(end < 0 ? rest : rest.slice(0, end))];
      }
    }
  }
}

/** Ids that were written, the end left out. */
export function output({ given, prompt, last, ended }: Decoded): number[] {
  const written = given.slice(prompt);
  // Cut short by the model's length, the last prediction is part of the output although it was never given back.
  return ended || last === null ? written : [...written, last];
}

/** Every distribution with its question: what comes after these tokens? `about` tells texts apart. */
export function rowsOf({ given, probabilities }: Decoded, about: string): Answered[] {
  return given.map((_, position) => ({
    position,
    question: `${about}|${given.slice(0, position + 1).join()}`,
    probabilities: rowOf(probabilities, position),
  }));
}

export function positionsOf(
  { given, prompt, drawn, last }: Decoded,
  rows: readonly Answered[],
  before: readonly Answered[] | null,
  reader: Reader,
): Position[] {
  return rows.map((row, position): Position => {
    const { probabilities } = row;
    const was = earlier(before, row);
    const choice = drawn[position - prompt + 1];
    const candidate = (id: number): Candidate => ({
      ...candidateOf({ id, text: reader.tokenText(id), bytes: reader.tokenBytes(id) }, probabilities, was),
      chance: choice?.chanceOf(id) ?? null,
    });
    const [id = 0, next = last] = given.slice(position, position + 2);
    return {
      given: { id, text: reader.tokenText(id) },
      candidates: likeliest(probabilities, shown).map(candidate),
      next: next === null ? null : candidate(next),
      kept: choice ? { tokens: choice.tokens, share: choice.share } : null,
    };
  });
}
