import { describe, expect, it } from "vitest";
import { poemText, quatrainLines, quatrains, volumes, withoutVariants } from "./poems";

describe("the quatrains", () => {
  it.each([
    [
      ["床前看月光，疑是地上霜。", "舉頭望山月，低頭思故鄉。"],
      ["床前看月光", "疑是地上霜", "舉頭望山月", "低頭思故鄉"],
    ],
    [["欲出未出光辣達，千山萬山如火發。", "須臾走向天上來，逐却殘星趕却月。"], 4],
    [["一二三四五，一二三四五。"], null],
    [["一二三四五，一二三四五。一二三四五，一二三四五六。"], null],
    [["一二三四五，一二三四□。一二三四五，一二三四五。"], null],
    [["一二三四五六，一二三四五六。一二三四五六，一二三四五六。"], null],
  ])("are poems of four whole lines of five or seven characters: %#", (paragraphs, expected) => {
    const lines = quatrainLines(paragraphs);
    if (typeof expected === "number") expect(lines?.length).toBe(expected);
    else expect(lines).toEqual(expected);
  });

  it("are each found once, in simplified characters, with no line of a held-out one on the training side", () => {
    const some = quatrains(volumes().filter((_, index) => index % 8 === 0));
    expect(some.length).toBeGreaterThan(3000);
    expect(new Set(some.map(poemText)).size).toBe(some.length);
    expect(some.filter((poem) => /[來風無為見]/.test(poemText(poem)))).toEqual([]);
    const held = new Set(some.filter(({ side }) => side !== "train").flatMap(({ lines }) => lines));
    expect(held.size).toBeGreaterThan(100);
    expect(some.filter(({ side, lines }) => side === "train" && lines.some((line) => held.has(line)))).toEqual([]);
  });

  it("lose a variant of a held-out one from the training side, and nothing else", () => {
    const held = { side: "test", lines: ["甲", "乙", "丙", "丁"] } as const;
    const variant = { side: "train", lines: ["子", "乙", "丑", "寅"] } as const;
    const other = { side: "train", lines: ["子", "卯", "丑", "寅"] } as const;
    expect(withoutVariants([held, variant, other])).toEqual([held, other]);
  });
});
