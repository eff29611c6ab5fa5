import { expect, it } from "vitest";
import { card, statedScores } from "./card";

it("writes the scores where they are read from again, whatever else the card says", () => {
  const facts = {
    ...{ name: "small", parameters: 1234, bytes: 2500, blocks: "2 decoder", heads: 2, width: 4, feedForward: 0 },
    ...{ vocabulary: 9, maximumLength: 8 },
  };
  const text = {
    ...{
      license: "mit",
      languages: ["en"],
      pipeline: "text-generation",
      tags: ["decoder-only"],
      vocabulary: "9 letters",
    },
    ...{
      dataset: { name: "letters", type: "synthetic" },
      summary: "It writes.",
      data: "Letters.",
      training: "Quickly.",
    },
    ...{ scores: "It is right.\n\n  value: 7", limits: ["It is small."] },
  };
  const scores = [
    { name: "accuracy", metric: "accuracy", value: 0.9875 },
    { name: "bits per byte", metric: "bits_per_byte", value: 1.5 },
  ];
  const written = card(facts, text, { scores, items: 3 });
  expect(statedScores(written)).toEqual([0.9875, 1.5]);
  expect(written).toContain("| heads, width, feed-forward | 2, 4, none |");
  expect(statedScores("")).toEqual([]);
});
