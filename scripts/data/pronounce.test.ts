import { describe, expect, it } from "vitest";
import { entries } from "./pronounce";

describe("the words to pronounce", () => {
  it("gather every pronunciation of a word in one entry, and so on one side", () => {
    const all = entries({ read: "R EH1 D", "read(1)": "R IY1 D", "read(2)": "R EH1 D" });
    expect(all.map(({ word, pronunciations }) => [word, pronunciations])).toEqual([
      [
        "read",
        [
          ["R", "EH1", "D"],
          ["R", "IY1", "D"],
        ],
      ],
    ]);
  });

  it("leave out words with other characters, and remarks", () => {
    const all = entries({ "a.m.": "EY2 EH1 M", "3d": "TH R IY1 D IY2", aalborg: "AO1 L B AO0 R G # place, danish" });
    expect(all.map(({ pronunciations }) => pronunciations)).toEqual([[["AO1", "L", "B", "AO0", "R", "G"]]]);
  });

  it("are on one side each, always the same, about five in a hundred of them held out", () => {
    const all = entries();
    const sides = new Map(all.map(({ word, side }) => [word, side]));
    expect(sides.size).toBe(all.length);
    const count = (side: string) => all.filter((entry) => entry.side === side).length;
    expect([count("train"), count("valid"), count("test")]).toEqual([117_410, 1228, 6282]);
    expect(["hello", "glass", "zebra"].map((word) => entries({ [word]: "AH0" })[0]?.side)).toEqual(
      ["hello", "glass", "zebra"].map((word) => sides.get(word)),
    );
  });
});
