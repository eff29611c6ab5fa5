import { describe, expect, it } from "vitest";
import { distance, NearestWords, nearestWords } from "./nearest";

const words = [
  "car",
  "cat",
  "cars",
  "card",
  "red",
  "read",
  "elephant",
  "house",
  "horse",
  "the",
  "teacher",
  "你好",
  "eat",
];

describe("the distance of two words", () => {
  it.each([
    ["the", "the", 0],
    ["teh", "the", 1],
    ["elefant", "elephant", 2],
    ["", "abc", 3],
    ["ca", "abc", 3],
  ])("from %s to %s is %i", (a, b, expected) => {
    expect(distance([...a], [...b], 5)).toBe(expected);
  });

  it("is infinite above the limit", () => {
    expect(distance([..."elefant"], [..."elephant"], 1)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("the nearest words", () => {
  it.each([
    ["teh", "the"],
    ["elefant", "elephant"],
    ["hosue", "house"],
    ["Carr", "card"],
    ["réd", "red"],
    ["eleph", "elephant"],
    ["teachr", "teacher"],
  ])("to %s start with %s", (typed, best) => {
    expect(nearestWords(typed, words)[0]).toBe(best);
  });

  it("are at most three, none twice", () => {
    const found = nearestWords("cax", [...words, ...words]);
    expect(found.length).toBeLessThanOrEqual(3);
    expect(new Set(found).size).toBe(found.length);
    expect(found.slice(0, 2)).toEqual(["car", "cat"]);
  });

  it("are none where nothing is near, or nothing was typed", () => {
    for (const typed of ["", "zzzzzzzz", "😀", "\ud83d", "السيارة", "?"])
      expect(nearestWords(typed, words)).toEqual([]);
  });

  it("prefer the script of the word typed", () => {
    expect(nearestWords("你们", words)).toEqual(["你好"]);
    expect(nearestWords("cär", ["сar", "cat"])).toEqual(["cat", "сar"]); // the first of these starts with a Cyrillic letter
  });

  it("do not depend on the order of the list", () => {
    for (const typed of ["ca", "hoarse", "rad", "eet"]) {
      expect(nearestWords(typed, [...words].reverse())).toEqual(nearestWords(typed, words));
    }
  });

  it("of 10,000 pasted characters are found among 1,500 words within a second", () => {
    const many = Array.from({ length: 1_500 }, (_, i) => `w${i.toString(36)}${(i * 7_919).toString(36)}`);
    const nearest = new NearestWords(many);
    const pasted = Array.from({ length: 2_000 }, (_, i) => `x${(i * 104_729).toString(36)}`.slice(0, 5));
    const started = performance.now();
    for (const word of pasted) nearest.find(word);
    nearest.find("a".repeat(10_000));
    expect(performance.now() - started).toBeLessThan(2_500);
  });
});
