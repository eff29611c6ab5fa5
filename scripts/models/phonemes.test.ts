import { describe, expect, it } from "vitest";
import { distance, phonemeErrors } from "./phonemes";

const said = (text: string) => text.split(" ");

describe("distance", () => {
  it.each<[string, string, number]>([
    ["K AE T", "K AE T", 0],
    ["K AE T", "K AH T", 1],
    ["K AE T", "K AE T S", 1],
    ["K AE T S", "AE T", 2],
    // kitten → sitting: two replacements and one insertion.
    ["k i t t e n", "s i t t i n g", 3],
  ])("from %s to %s is %i", (found, wanted, errors) => {
    expect(distance(said(found), said(wanted))).toBe(errors);
  });

  it("from nothing is the length", () => {
    expect(distance([], said("K AE T"))).toBe(3);
  });
});

describe("phonemeErrors", () => {
  it("takes no notice of stress", () => {
    expect(phonemeErrors(said("AH1 B AW0 T"), [said("AH0 B AW1 T")])).toEqual({ errors: 0, phonemes: 4 });
  });

  it("takes the nearest listed pronunciation", () => {
    const either = [said("IY1 DH ER0"), said("AY1 DH ER0")];
    expect(phonemeErrors(said("AY1 DH ER0"), either)).toEqual({ errors: 0, phonemes: 3 });
    expect(phonemeErrors(said("AY1 DH AH0"), either)).toEqual({ errors: 1, phonemes: 3 });
  });

  it("takes the longest of equally near ones", () => {
    expect(phonemeErrors(said("AH0 B"), [said("AH0"), said("AH0 B T")])).toEqual({ errors: 1, phonemes: 3 });
  });
});
