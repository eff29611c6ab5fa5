import { describe, expect, it } from "vitest";
import { randomNumbers } from "../parameters";
import { counted, maskedTokens, nextToken, spans } from "./objectives";

const tokens = "a young animal that lives in the cold water of the north".split(" ");

describe("objectives", () => {
  it("asks after every token what comes next", () => {
    expect(nextToken(["a", "cat"], "<s>", "</s>").map(({ read, wanted }) => [read, wanted])).toEqual([
      ["<s>", "a"],
      ["a", "cat"],
      ["cat", "</s>"],
    ]);
  });

  it("hides about the share that is asked for, in three ways, and at least one token", () => {
    const random = randomNumbers(3);
    const all = Array.from({ length: 400 }, () => maskedTokens(tokens, { share: 0.15, mask: "[MASK]", random })).flat();
    const hidden = all.filter(({ wanted }) => wanted !== null);
    expect(hidden.length / all.length).toBeGreaterThan(0.14);
    expect(hidden.length / all.length).toBeLessThan(0.2);
    const shareOf = (kind: string) => hidden.filter((slot) => slot.kind === kind).length / hidden.length;
    expect(shareOf("mask")).toBeCloseTo(0.8, 1);
    expect(shareOf("other")).toBeCloseTo(0.1, 1);
    expect(shareOf("same")).toBeCloseTo(0.1, 1);
    expect(counted(maskedTokens(tokens, { share: 0, mask: "[MASK]", random }))).toBe(1);
  });

  it.each([1, 2, 3, 4, 5])(
    "gives the text back when spans are put in the place of their sentinels, seed %i",
    (seed) => {
      const { source, target } = spans(tokens, { share: 0.3, mean: 2, random: randomNumbers(seed) });
      const written = target.map(({ wanted }) => wanted ?? "");
      const whole = source.flatMap(({ read, kind }) => {
        if (kind !== "sentinel") return [read];
        const from = written.indexOf(read) + 1;
        return written.slice(
          from,
          written.findIndex((token, at) => at >= from && token.startsWith("<extra")),
        );
      });
      expect(whole).toEqual(tokens);
      expect(source.filter(({ kind }) => kind === "sentinel")).toHaveLength(2);
      expect(target.slice(1).map(({ read }) => read)).toEqual(written.slice(0, -1));
      expect(counted(target)).toBe(4 + 3);
    },
  );
});
