import { describe, expect, it } from "vitest";
import type { StackToken } from "../../../engine/protocol";
import { judged, natsAfter } from "./judge";

const token = (id: number, place: StackToken["place"]): StackToken => ({
  id,
  place,
  text: "",
  known: true,
  suggestions: [],
  masked: false,
  patch: null,
});
const rows = [
  [0.5, 0.25, 0.25],
  [0.1, 0.8, 0.1],
  [0.2, 0.2, 0.6],
].map((row) => Float32Array.from(row, Math.log));
/** A token that starts every text, one that is given (2 letters) and one that is told. */
const pass = (told: number) => ({
  tokens: [token(0, null), token(1, { start: 0, end: 2 }), token(told, { start: 3, end: 5 })],
  logits: (place: number) => rows[place] ?? new Float32Array(),
  attention: [],
  outcome: { kind: "classes", classes: [] } as const,
});

describe("a prompt's answers", () => {
  it("cost what the tokens after the prompt cost", () => {
    expect(natsAfter(pass(1), 2)).toBeCloseTo(-Math.log(0.8));
    expect(natsAfter(pass(1), 0)).toBeCloseTo(-Math.log(0.8 * 0.25));
  });

  it("share what they have together", async () => {
    const asked = [0, 1].map((id) => ({ given: "ab", told: ` ${id}` }));
    const { shares, together } = await judged(
      async (input) => pass(input.kind === "text" ? Number(input.text.at(-1)) : 0),
      asked,
    );
    expect(together).toBeCloseTo(0.9);
    expect(shares[1]).toBeCloseTo(8 / 9);
  });
});
