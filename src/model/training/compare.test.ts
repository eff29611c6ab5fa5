import { describe, expect, it } from "vitest";
import { differences, sameButSeed } from "./differences";
import { pooled } from "./ensemble";
import { changed, changes, pairNames, pairs } from "./pairs";
import { configOf, firstPlan, isFrozen, planSchema, problemOf, withTask } from "./plan";

describe("the comparison of plans", () => {
  it("names what is different and nothing else", () => {
    expect(differences(firstPlan, firstPlan)).toEqual([]);
    const post = changed(firstPlan, "norm");
    expect(differences(post, firstPlan)).toEqual([{ field: "norm", own: "post", other: "pre" }]);
    expect(sameButSeed(post, firstPlan)).toBe(false);
    expect(sameButSeed(changed(firstPlan, "seed"), firstPlan)).toBe(true);
  });
  it("forgets a text that is not learned from", () => {
    expect(differences({ ...firstPlan, text: "a" }, firstPlan)).toEqual([]);
  });
  it.each(changes)("has plans that can run where %s is changed, in one field", (change) => {
    for (const first of [firstPlan, withTask(firstPlan, "digits")]) {
      const plan = changed(first, change);
      expect(planSchema.parse(plan)).toEqual(plan);
      expect(problemOf(plan)).toBeNull();
      expect(differences(plan, first).length).toBe(1);
    }
  });
  it("forgets of a model of pictures what only one of text has", () => {
    const plan = withTask(firstPlan, "digits");
    const model = { ...plan.model, stack: "encoderOnly", tiedOutput: false } as const;
    expect(differences({ ...plan, model }, plan)).toEqual([]);
    expect(differences(withTask(plan, "sort"), firstPlan)).toEqual([]);
  });
  it.each(pairNames)("has a pair for %s that can run and differs", (name) => {
    const [a, b] = pairs[name];
    for (const plan of [a, b]) expect([planSchema.parse(plan), problemOf(plan)]).toEqual([plan, null]);
    const found = differences(b, a).map(({ field }) => field);
    expect(found).toEqual(name === "optimisers" ? ["optimiser", "rate"] : [name === "norms" ? "norm" : "positions"]);
  });
  it("keeps the table of places still where a model has no positions", () => {
    const plan = changed(firstPlan, "positions");
    expect(isFrozen(plan, "decoder.position")).toBe(true);
    expect(isFrozen(plan, "decoder.embedding")).toBe(false);
    expect(isFrozen(firstPlan, "decoder.position")).toBe(false);
    expect(configOf(plan)).toMatchObject({ positions: "learned" });
  });
});

describe("an ensemble", () => {
  it("says the mean of its members' probabilities", () => {
    const members = [
      Float32Array.of(Math.log(0.8) + 3, Math.log(0.2) + 3),
      Float32Array.of(Math.log(0.4), Math.log(0.6)),
    ];
    const together = pooled(members, 2);
    expect(Math.exp(together[0] ?? 0)).toBeCloseTo(0.6, 6);
    expect(Math.exp(together[1] ?? 0)).toBeCloseTo(0.4, 6);
  });
  it("of one is that one", () => {
    const [first = 0, second = 0] = pooled([Float32Array.of(2, 1)], 2);
    expect(first - second).toBeCloseTo(1, 6);
  });
});
