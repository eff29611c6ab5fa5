import { describe, expect, it } from "vitest";
import { cleaned, piecesOf, rules } from "./cleaning";

const became = (text: string, rule: (typeof rules)[number]) =>
  piecesOf(text, rule)
    .map((piece) => piece.after)
    .join("");

describe("cleaning", () => {
  it("composes letters as Unicode's NFC does", () => {
    const texts = [
      "cafe\u0301",
      "na\u0131\u0308ve",
      "\u212bngstro\u0308m",
      "\u1112\u1161\u11ab",
      "q\u0323\u0307",
      "\uf900",
    ];
    for (const text of texts) expect(became(text, "unicode")).toBe(text.normalize("NFC"));
    expect(piecesOf("cafe\u0301s", "unicode")).toEqual([
      { before: "caf", after: "caf" },
      { before: "e\u0301", after: "é" },
      { before: "s", after: "s" },
    ]);
  });

  it("takes away what has no width, and keeps the ends of lines", () => {
    expect(became("a\u00adb\u200bc\u0007d\ne", "invisible")).toBe("abcd\ne");
  });

  it("leaves one space where there were several of any kind, and none at the end of a line", () => {
    expect(became("a\u00a0 \tb  \r\n\n c ", "spaces")).toBe("a b\nc");
  });

  it("shows the whole text before and after, whatever the rule", () => {
    const text = "The  CAFE\u0301\u200b\r\n was\u00a0shut. ";
    for (const rule of rules)
      expect(
        piecesOf(text, rule)
          .map(({ before }) => before)
          .join(""),
      ).toBe(text);
    expect(cleaned(text, rules)).toBe("the café\nwas shut.");
    expect(cleaned(text, [])).toBe(text);
  });
});
