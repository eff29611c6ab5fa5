/** The model card of `translate`, from the facts of its run and its scores. */
import type { ModelInfo } from "../../src/engine/protocol";
import { adjectives, giving, nouns, verbs } from "../translate/lexicon";
import type { Score } from "./exactMatch";

interface Training {
  readonly steps: number;
  readonly seconds: number;
  readonly batch: number;
  readonly rate: number;
  readonly dropout: number;
  readonly seed: number;
  /** Training sentences, each in both languages. */
  readonly sentences: number;
  readonly torch: string;
}

const percent = (share = 0) => `${(share * 100).toFixed(1)} %`;
const languageNames: Readonly<Record<string, string>> = { fr: "French", zh: "Chinese" };

/** Front matter as https://huggingface.co/docs/hub/model-cards has it. */
export function card(info: ModelInfo, training: Training, score: Score): string {
  const results = Object.entries(score.exactMatch);
  const metrics = results.map(
    ([code, share]) => `      - type: exact_match
        name: exact match, English to ${languageNames[code] ?? code}
        value: ${share}`,
  );
  return `---
license: mit
language: [en, fr, zh]
pipeline_tag: translation
tags: [transformer, encoder-decoder, education, tensorflow.js]
model-index:
  - name: ${info.name}
    results:
    - task:
        type: translation
      dataset:
        name: held-out word pairs of the Glassformer grammar
        type: synthetic
      metrics:
${metrics.join("\n")}
---

# ${info.name}

A small Transformer that translates simple English sentences into French and into Chinese, made to be looked at: one
encoder–decoder, built as in "Attention Is All You Need" (post-norm, sinusoidal positions, one embedding matrix for
both sides and the output). The decoder's first token, \`<fr>\` or \`<zh>\`, chooses the language.

| | |
| --- | --- |
| parameters | ${info.parameters.toLocaleString("en")} |
| weights file | ${Math.round(info.bytes / 1024)} KiB (F16) |
| blocks | ${info.encoderLayers} encoder, ${info.decoderLayers} decoder |
| heads, width, feed-forward | ${info.heads}, ${info.width}, ${info.feedForward} |
| vocabulary | ${info.vocabulary} whole words of three languages |
| longest text | ${info.maximumLength} tokens |

## Data

Sentences made by a grammar (\`scripts/translate\`): ${nouns.length} nouns, ${adjectives.length} adjectives and ${verbs.length + giving.length + 3} verbs, put
from one meaning into three languages. They exercise adjective order, agreement in gender and number, articles and
contractions (du, au, l'), negation, possessives, numbers, place phrases, questions, modal verbs; measure words and
word order in Chinese. No text of anyone is in it. ${training.sentences.toLocaleString("en")} different sentences were trained on, each in both languages.

One pair of words in ten (noun with adjective, subject with verb, chosen by a hash) never occurs in training. Every test
sentence holds at least one such pair.

## How it was made

\`scripts/pretrain/translate.py\` in PyTorch ${training.torch}: ${training.steps.toLocaleString("en")} steps of ${training.batch} sentences, Adam with a peak rate of
${training.rate}, dropout ${training.dropout}, seed ${training.seed}; ${Math.round(training.seconds / 60)} minutes on one processor core.

## Scores

Exact match on ${score.sentences.toLocaleString("en")} held-out sentences, greedy decoding by the app's own engine with the F16 weights
(\`npm run models:check\`):

${results.map(([code, share]) => `- English to ${languageNames[code] ?? code}: ${percent(share)}`).join("\n")}

## Limits

- It knows its ${info.vocabulary} words and the grammar's sentence shapes, nothing else. Outside of them it writes what is nearest, with confidence.
- "you" is always singular and informal; "they", and "I", "we" and "you" with an adjective, are masculine in French; some professions have one fixed gender. "this" and "that" are both "ce" in French.
- A noun that it does not know is handed on as ⟨?⟩ and treated as masculine.
`;
}
