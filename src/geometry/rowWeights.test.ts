import { describe, expect, it } from "vitest";
import { withMoved, withWeight } from "./rowWeights";

const row = (...weights: number[]) => ({ weights, open: () => true });
const causal = (...weights: number[]) => ({ weights, open: (key: number) => key < 3 });

describe("a row with one weight set", () => {
  it("adds up to one, the others in the proportions that they had", () => {
    expect(withWeight(row(0.5, 0.25, 0.25), 0, 0.75)).toEqual([0.75, 0.125, 0.125]);
    expect(withWeight(row(0.5, 0.25, 0.25), 2, 0)).toEqual([2 / 3, 1 / 3, 0]);
  });
  it("holds the weight between nothing and all", () => {
    expect(withWeight(row(0.5, 0.5), 0, 1.5)).toEqual([1, 0]);
    expect(withWeight(row(0.5, 0.5), 0, -1)).toEqual([0, 1]);
  });
  it("gives evenly what nobody had, and masked keys nothing", () => {
    expect(withWeight(causal(1, 0, 0, 0), 0, 0.5)).toEqual([0.5, 0.25, 0.25, 0]);
    expect(withWeight(causal(1, 0, 0, 0), 3, 0.5)).toEqual([1, 0, 0, 0]);
  });
  it("leaves a row of one key alone", () => expect(withWeight(row(1), 0, 0.2)).toEqual([1]));
});

describe("a row with weight moved", () => {
  it("takes from one key what it gives to another, and no more than there is", () => {
    expect(withMoved(row(0.5, 0.25, 0.25), 0, 1, 0.25)).toEqual([0.25, 0.5, 0.25]);
    expect(withMoved(row(0.5, 0.25, 0.25), 0, 1, 2)).toEqual([0, 0.75, 0.25]);
  });
  it("moves nothing to a masked key or out of the row", () => {
    expect(withMoved(causal(1, 0, 0, 0), 0, 3, 0.5)).toEqual([1, 0, 0, 0]);
    expect(withMoved(row(0.5, 0.5), 1, 2, 0.5)).toEqual([0.5, 0.5]);
  });
});
