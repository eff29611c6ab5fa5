import { expect, it } from "vitest";
import type { StackToken } from "../../engine/protocol";
import { retype } from "./retype";

const tokens = [...Array(3).keys()].map((index): StackToken => {
  const place = { start: index * 2, end: index * 2 + 1 };
  return { id: 1, text: "a", known: true, suggestions: [], place, masked: false, patch: null };
});
const input = { kind: "text", text: "a a a", language: "en", masked: [0, 2] } as const;

it("keeps tokens hidden that stand before what is typed, and the language", () => {
  expect(retype(input, "a a b", tokens)).toEqual({ kind: "text", text: "a a b", language: "en", masked: [0] });
  expect(retype(input, "a a a b", tokens)).toEqual({ ...input, text: "a a a b" });
});

it("hides nothing of another text", () => {
  expect(retype(input, "b", tokens)).toEqual({ kind: "text", text: "b", language: "en" });
});
