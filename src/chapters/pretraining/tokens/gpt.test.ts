import { describe, expect, it } from "vitest";
import { loadGpt } from "./gpt";

describe("the tokenizers of GPT", async () => {
  const gpt = await loadGpt();
  const cut = (name: "gpt2" | "o200k", text: string) => gpt.get(name)?.cut(text);

  it("cut as the models read: spaces belong to the word behind them", () => {
    expect(cut("gpt2", "The White Rabbit")).toEqual(["The", " White", " Rabbit"]);
    expect([gpt.get("gpt2")?.size, gpt.get("o200k")?.size]).toEqual([50257, 200_006]);
  });

  it("show bytes where a token is a part of a character, the same at every call", () => {
    expect(cut("gpt2", "依")).toEqual(["⟨E4⟩", "⟨BE⟩", "⟨9D⟩"]);
    expect(cut("gpt2", "依")).toEqual(["⟨E4⟩", "⟨BE⟩", "⟨9D⟩"]);
    expect(cut("o200k", "白日依山尽")).toEqual(["白", "日", "依", "山", "尽"]);
  });

  it("take what looks special as text", () => {
    expect(cut("gpt2", "<|endoftext|>")?.join("")).toBe("<|endoftext|>");
  });
});
