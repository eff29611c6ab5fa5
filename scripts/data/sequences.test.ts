/** The data that a seed makes: `sort` and `induction`. */
import { describe, expect, it } from "vitest";
import { repeated, surePlaces } from "./induction";
import { mostDigits, sortText, unsorted } from "./sort";

describe("numbers to sort", () => {
  it("are written with their answer, equal ones as often as they come", () => {
    expect(sortText([5, 2, 7, 2])).toBe("5 2 7 2 → 2 2 5 7");
  });

  it("are the same for the same seed, of every length up to the longest", () => {
    const some = unsorted(3, 300);
    expect(unsorted(3, 300)).toEqual(some);
    expect([...new Set(some.map(({ length }) => length))].sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(Math.max(...some.map(({ length }) => length))).toBe(mostDigits);
  });
});

describe("letters that come again", () => {
  it("tell for sure what follows where the letter before has been seen", () => {
    for (const row of repeated(4, 300)) {
      const sure = surePlaces(row);
      expect(sure.length).toBeGreaterThanOrEqual(2);
      for (const place of sure) expect(row[row.indexOf(row[place - 1] ?? "") + 1]).toBe(row[place]);
    }
  });

  it("come again at many places and after many letters, so that the place tells nothing", () => {
    const rows = repeated(5, 500);
    const distances = rows.map((row) => {
      const place = surePlaces(row)[0] ?? 0;
      return place - row.indexOf(row[place] ?? "");
    });
    expect(new Set(distances).size).toBeGreaterThan(9);
    expect(new Set(rows.map((row) => surePlaces(row)[0])).size).toBeGreaterThan(9);
  });

  it("have no sure place before anything has come twice", () => {
    expect(surePlaces([..."abcab"])).toEqual([4]);
    expect(surePlaces([..."abcd"])).toEqual([]);
  });
});
