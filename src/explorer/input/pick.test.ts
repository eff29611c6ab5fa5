import { describe, expect, it } from "vitest";
import type { Selection } from "../../state/scene";
import { isPickedRead, pickRead, pickWritten } from "./pick";

const selection: Selection = {
  stack: "decoder",
  layer: 1,
  part: "crossAttention",
  head: 0,
  query: null,
  key: null,
  position: null,
};
const encoder: Selection = { ...selection, stack: "encoder", part: "selfAttention" };

describe("choosing a token that was read", () => {
  it("chooses its row where tokens of the input read each other", () => {
    expect(pickRead(encoder, null, 2)).toEqual({ query: 2, key: null });
    expect(isPickedRead({ ...encoder, query: 2 }, 2)).toBe(true);
  });

  it("chooses its column where the output reads it, and does nothing where neither is so", () => {
    const written = {
      kind: "sequence",
      language: "fr",
      text: "",
      positions: [],
      prompt: 1,
      ended: true,
      beam: null,
    } as const;
    expect(pickRead({ ...selection, query: 1 }, written, 2)).toEqual({ key: 2, query: 1 });
    expect(pickRead({ ...selection, part: "selfAttention" }, written, 2)).toBeNull();
  });
});

describe("choosing a token of a decoder", () => {
  it("shows the prediction that it was, and nothing for the first, which nothing predicts", () => {
    expect(pickWritten(3)).toEqual({ position: 2, query: 2, key: null });
    expect(pickWritten(0)).toBeNull();
  });
});
