import { describe, expect, it } from "vitest";
import { randomNumbers } from "../parameters";
import { attendedAfter, draw, type Example, labels, mapping, questions, shares } from "./prompts";

const examples: readonly Example[] = labels.flatMap((label) => [
  { text: `one ${label}`, label },
  { text: `other ${label}`, label },
]);

describe("prompts", () => {
  it("ask for a label after its definition, after the examples", () => {
    const asked = questions("label", [{ text: "wetting with water", label: "act" }], "electric rays");
    expect(asked[1]).toEqual({
      given: "wetting with water, a kind of act; electric rays, a kind of",
      told: " animal",
    });
  });

  it("ask for a definition after its label, with no example", () => {
    expect(questions("definition", [], "electric rays").map(({ given }) => given)).toEqual(
      labels.map((label) => `kind of ${label} (noun):`),
    );
  });

  it("show examples of different labels, the same for the same seed", () => {
    const shown = draw(examples, 3, randomNumbers(5));
    expect(new Set(shown.map(({ label }) => label)).size).toBe(3);
    expect(draw(examples, 3, randomNumbers(5))).toEqual(shown);
    expect(draw(examples, 0, randomNumbers(5))).toEqual([]);
  });

  it("show every pair of a mapping as often as told, and ask for the first", () => {
    const { pairs, prompt } = mapping(3, 2, randomNumbers(1));
    const [asked, answer] = pairs[0] ?? ["", ""];
    expect(prompt).toHaveLength(13);
    expect(prompt.at(-1)).toBe(asked);
    const places = prompt.slice(0, -1).flatMap((letter, place) => (letter === asked ? [place] : []));
    expect(places.map((place) => prompt[place + 1])).toEqual([answer, answer]);
    expect(new Set(pairs.flat()).size).toBe(6);
  });
});

describe("what is made of the model's answers", () => {
  it("gives shares that add up to 1, however small the probabilities are", () => {
    const [first = 0, second = 0] = shares([-1000, -1000 - Math.log(3)]);
    expect(first).toBeCloseTo(0.75);
    expect(second).toBeCloseTo(0.25);
  });

  it("counts the attention to what followed the same letter", () => {
    expect(attendedAfter(["a", "x", "b", "y", "a"], [0.1, 0.6, 0.2, 0.1, 0], 1)).toBe(0.6);
    expect(attendedAfter(["a", "x", "b", "y", "a"], [0.1, 0.6, 0.2, 0.1, 0], 2)).toBe(0.2);
    expect(attendedAfter(["a"], [1], 1)).toBe(0);
  });
});
