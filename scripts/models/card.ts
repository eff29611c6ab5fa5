/** A model's card, from its evaluation's words, the facts of its training run and its scores. */
import type { CardText, Result } from "./evaluation";
import type { ModelFacts } from "./open";

/** Front matter as https://huggingface.co/docs/hub/model-cards has it. */
export function card(facts: ModelFacts, text: CardText, { scores }: Result): string {
  const metrics = scores.map(
    ({ metric, name, value }) => `      - type: ${metric}
        name: ${name}
        value: ${value}`,
  );
  const feedForward = facts.feedForward === 0 ? "none" : facts.feedForward;
  return `---
license: ${text.license}
language: [${text.languages.join(", ")}]
pipeline_tag: ${text.pipeline}
tags: [${["transformer", ...text.tags, "education", "tensorflow.js"].join(", ")}]
model-index:
  - name: ${facts.name}
    results:
    - task:
        type: ${text.pipeline}
      dataset:
        name: ${text.dataset.name}
        type: ${text.dataset.type}
      metrics:
${metrics.join("\n")}
---

# ${facts.name}

${text.summary}

| | |
| --- | --- |
| parameters | ${facts.parameters.toLocaleString("en")} |
| weights file | ${Math.round(facts.bytes / 1024).toLocaleString("en")} KiB (F16) |
| blocks | ${facts.blocks} |
| heads, width, feed-forward | ${facts.heads}, ${facts.width}, ${feedForward} |
| vocabulary | ${text.vocabulary} |
| longest input | ${facts.maximumLength} tokens |

## Data

${text.data}

## How it was made

${text.training}

## Scores

${text.scores}

## Limits

${text.limits.map((limit) => `- ${limit}`).join("\n")}
`;
}

/** The scores that a card's front matter states, in its order. */
export function statedScores(card: string): readonly number[] {
  const front = card.split("\n---\n")[0] ?? "";
  return [...front.matchAll(/^ +value: (\S+)$/gm)].map(([, value]) => Number(value));
}
