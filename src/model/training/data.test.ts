import { describe, expect, it } from "vitest";
import { Fault } from "../fault";
import { randomNumbers } from "../parameters";
import { isHeldOut, TextData } from "./data";
import { firstPlan, type Plan, problemOf, sizeOf, stacks, textConfigOf, withTask } from "./plan";
import { type TextTask, taskOf, textTasks } from "./tasks";
import { arrow, end, masked, start } from "./vocabulary";

const text = "the quick brown fox jumps over the lazy dog. ".repeat(20);
const planOf = (task: TextTask, stack: Plan["model"]["stack"]) => ({
  ...firstPlan,
  task,
  text,
  model: { ...firstPlan.model, stack },
});
const dataOf = (plan: ReturnType<typeof planOf>) => new TextData(plan, taskOf(plan.task, plan.text));

describe.each(textTasks)("the task %s", (name) => {
  const task = taskOf(name, text);

  it("draws the same examples for the same seed, of its own symbols and lengths", () => {
    const examples = (seed: number) => {
      const random = randomNumbers(seed);
      return Array.from({ length: 50 }, () => task.draw(random));
    };
    expect(examples(1)).toEqual(examples(1));
    expect(examples(1)).not.toEqual(examples(2));
    expect(new Set(task.symbols).size).toBe(task.symbols.length);
    for (const { source, target } of examples(3)) {
      expect(source.length).toBeLessThanOrEqual(task.longestSource);
      expect(target.length).toBeLessThanOrEqual(task.longestTarget);
      expect([...source, ...target].filter((symbol) => !task.symbols.includes(symbol))).toEqual([]);
    }
  });

  it.each(stacks.filter((stack) => problemOf(planOf(name, stack)) === null))(
    "is laid out for %s within the model's length, with something to predict",
    (stack) => {
      const plan = planOf(name, stack);
      const config = textConfigOf(plan, task);
      const { ids, source, keep, targets, counted } = dataOf(plan).batch(7, 16);
      for (const rows of [ids, targets, counted]) {
        expect(rows.length).toBe(16);
        expect(new Set(rows.map((row) => row.length)).size).toBe(1);
      }
      expect(Math.max(ids[0]?.length ?? 0, source?.[0]?.length ?? 0)).toBeLessThanOrEqual(config.maximumLength);
      expect(Math.max(...[ids, targets, source ?? []].flat(2))).toBeLessThan(config.vocabulary);
      expect(counted.every((row) => row.includes(1))).toBe(true);
      if (keep) expect(keep.map((row) => row.length)).toEqual((source ?? ids).map((row) => row.length));
    },
  );

  it("holds some examples out, which no step ever reads", () => {
    const data = dataOf(planOf(name, "decoderOnly"));
    const held = data.heldOut(20);
    expect(held.length).toBe(20);
    const read = new Set(Array.from({ length: 40 }, (_, step) => data.batch(step, 8).ids.map(String)).flat());
    const told = data.layOut(held.filter(isHeldOut)).ids;
    expect(told.filter((row) => read.has(String(row)))).toEqual([]);
  });
});

describe("laying out", () => {
  const example = { source: ["3", "1", "2"], target: ["1", "2", "3"] };
  const of = (stack: Plan["model"]["stack"]) => {
    const data = dataOf(planOf("sort", stack));
    return { ...data.layOut([example]), id: (symbol: string) => data.vocabulary.id(symbol), data };
  };

  it("gives a decoder the question, an arrow and the answer, and counts the answer alone", () => {
    const { ids, targets, counted, id, data } = of("decoderOnly");
    expect(ids).toEqual([[id("3"), id("1"), id("2"), arrow, id("1"), id("2"), id("3")]]);
    expect(targets).toEqual([[id("1"), id("2"), arrow, id("1"), id("2"), id("3"), end]]);
    expect(counted).toEqual([[0, 0, 0, 1, 1, 1, 1]]);
    expect(targets[0]?.[data.answerAt(example)]).toBe(id("1"));
  });

  it("gives an encoder–decoder the question in one stack and the answer so far in the other", () => {
    const { ids, source, targets, id } = of("encoderDecoder");
    expect(source).toEqual([[id("3"), id("1"), id("2")]]);
    expect(ids).toEqual([[start, id("1"), id("2"), id("3")]]);
    expect(targets).toEqual([[id("1"), id("2"), id("3"), end]]);
  });

  it("gives an encoder as many masks as the longest answer has tokens, and lets what is past the end be", () => {
    const { ids, counted } = of("encoderOnly");
    expect(ids[0]?.slice(4)).toEqual(Array.from({ length: 8 }, () => masked));
    expect(counted[0]?.slice(4)).toEqual([1, 1, 1, 1, 0, 0, 0, 0]);
  });
});

describe("a plan", () => {
  it("says what cannot run before it starts", () => {
    expect(problemOf(firstPlan)).toBeNull();
    expect(problemOf({ ...firstPlan, model: { ...firstPlan.model, heads: 5 } })).toBe("heads");
    expect(problemOf(planOf("names", "encoderDecoder"))).toBe("nothingToRead");
    const digits = withTask(planOf("names", "encoderDecoder"), "digits");
    expect(problemOf(digits)).toBeNull();
    expect(problemOf({ ...digits, model: { ...digits.model, patchSize: 5 } })).toBe("patches");
    expect(problemOf({ ...firstPlan, schedule: { ...firstPlan.schedule, warmUp: 2000 } })).toBe("steps");
  });

  it("refuses a text that is too short with both lengths", () => {
    expect(() => taskOf("text", "short")).toThrow(Fault);
  });

  it("counts its weights, and more bytes for more to keep", () => {
    const { weights, bytes } = sizeOf(firstPlan);
    // 16 tokens and 16 places of width 32, two blocks, the last norm.
    expect(weights).toBe(16 * 32 + 16 * 32 + 2 * 12_704 + 64);
    const plain = sizeOf({ ...firstPlan, optimiser: { ...firstPlan.optimiser, kind: "sgd" } });
    expect(plain.bytes).toBe(bytes - 4 * 4 * weights);
    // 16 patches of 49 pixels, the class token, 17 places, two blocks, the last norm, ten classes.
    expect(sizeOf(withTask(firstPlan, "digits")).weights).toBe(50 * 32 + 18 * 32 + 2 * 12_704 + 64 + 33 * 10);
  });
});
