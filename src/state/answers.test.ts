import { describe, expect, it } from "vitest";
import type { RunResult } from "../engine/protocol";
import { Answers } from "./answers";
import { resultOf } from "./fakeEngine";

function run(id: number): RunResult {
  const generation = { choosing: { kind: "greedy" }, seed: 1, steps: null } as const;
  const answer = resultOf({ id, input: { kind: "text", text: "" }, changes: [], generation });
  if (answer.kind !== "result") throw new Error("The engine gave no result.");
  return answer.result;
}
const [first, second] = [run(1), run(2)];

describe("answers about a run", () => {
  it("are asked for once, and are there at once from then on", async () => {
    const answers = new Answers();
    let asked = 0;
    const ask = async () => {
      asked += 1;
      return "a matrix";
    };
    expect(answers.find(first, "window")).toBeNull();
    const both = [answers.ask(first, "window", ask), answers.ask(first, "window", ask)];
    expect(await Promise.all(both)).toEqual(["a matrix", "a matrix"]);
    expect(answers.find(first, "window")).toBe("a matrix");
    await answers.ask(first, "window", ask);
    expect(asked).toBe(1);
  });

  it("are gone with their run, also those that come late", async () => {
    const answers = new Answers();
    let answer: (text: string) => void = () => undefined;
    const late = answers.ask(first, "window", () => new Promise<string>((resolve) => (answer = resolve)));
    await answers.ask(second, "window", async () => "of run 2");
    answer("of run 1");
    expect(await late).toBeNull();
    expect(answers.find(first, "window")).toBeNull();
    expect(answers.find(second, "window")).toBe("of run 2");
  });

  it("are asked for again when another engine has answered the same run", async () => {
    const answers = new Answers();
    await answers.ask(first, "window", async () => "of the old engine");
    expect(answers.find(run(1), "window")).toBeNull();
  });

  it("asks again where the engine had no answer", async () => {
    const answers = new Answers();
    expect(await answers.ask(first, "window", async () => null)).toBeNull();
    expect(await answers.ask(first, "window", async () => "now")).toBe("now");
  });

  it("asks again where the engine failed, and says that it did", async () => {
    const answers = new Answers();
    await expect(answers.ask(first, "window", () => Promise.reject(new Error("lost")))).rejects.toThrow("lost");
    expect(await answers.ask(first, "window", async () => "now")).toBe("now");
  });

  it("keeps the last 64", async () => {
    const answers = new Answers();
    for (let at = 0; at < 65; at++) await answers.ask(first, `window ${at}`, async () => at);
    expect(answers.find(first, "window 0")).toBeNull();
    expect(answers.find(first, "window 64")).toBe(64);
  });
});
