import { expect, it } from "vitest";
import { replaceToken } from "./replaceToken";

const foo = { text: "foo", place: { start: 15, end: 18 } };

it("replaces the occurrence that was chosen", () => {
  expect(replaceToken("the foo  likes foo", foo, "cat")).toBe("the foo  likes cat");
});

it("leaves a text alone that has changed meanwhile", () => {
  expect(replaceToken("a foo", foo, "cat")).toBe("a foo");
  expect(replaceToken("the foo", { text: "foo", place: null }, "cat")).toBe("the foo");
});
