import { describe, expect, it } from "vitest";
import { moved } from "./useRoving";

describe("arrow keys in a grid of 3 columns and 7 items", () => {
  it.each([
    ["ArrowRight", 0, 1],
    ["ArrowRight", 2, 2],
    ["ArrowRight", 6, 6],
    ["ArrowLeft", 3, 3],
    ["ArrowDown", 1, 4],
    ["ArrowDown", 5, 5],
    ["ArrowUp", 4, 1],
    ["ArrowUp", 1, 1],
    ["Home", 5, 3],
    ["End", 3, 5],
    ["End", 6, 6],
  ])("%s leads from %i to %i", (key, from, to) => expect(moved(key, from, 3, 7)).toBe(to));
  it("leaves other keys alone", () => expect(moved("a", 1, 3, 7)).toBeNull());
});
