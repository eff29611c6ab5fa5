import { describe, expect, it } from "vitest";
import { visible } from "./tokenText";

describe("what would not show of a token", () => {
  it.each([
    [" ", "·"],
    [" the", "·the"],
    ["\n\n", "↵↵"],
    ["a\t", "a⇥"],
    ["\u200b", "⟨U+200B⟩"],
    ["\u3000", "⟨U+3000⟩"],
    ["👩‍🚀", "👩‍🚀"],
    ["⟨E4 BD⟩", "⟨E4 BD⟩"],
    ["", ""],
  ])("is given a sign in %j", (text, shown) => {
    expect(visible(text)).toBe(shown);
  });
});
