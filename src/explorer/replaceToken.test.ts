import { expect, it } from "vitest";
import { replaceToken } from "./replaceToken";

const tokens = ["the", "foo", "likes", "foo"].map((text) => ({ text }));

it("replaces the occurrence that was chosen", () => {
  expect(replaceToken("the foo  likes foo", tokens, 3, "cat")).toBe("the foo  likes cat");
  expect(replaceToken("the foo  likes foo", tokens, 1, "cat")).toBe("the cat  likes foo");
});

it("leaves a text alone that has changed meanwhile", () => {
  expect(replaceToken("a dog", tokens, 1, "cat")).toBe("a dog");
});
