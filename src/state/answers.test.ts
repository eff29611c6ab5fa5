import { describe, expect, it } from "vitest";
import { Answers } from "./answers";

describe("answers about a run", () => {
  it("are asked for once, and are there at once from then on", async () => {
    const answers = new Answers();
    let asked = 0;
    const ask = async () => {
      asked += 1;
      return "a matrix";
    };
    expect(answers.find(1, "window")).toBeNull();
    const both = [answers.ask(1, "window", ask), answers.ask(1, "window", ask)];
    expect(await Promise.all(both)).toEqual(["a matrix", "a matrix"]);
    expect(answers.find(1, "window")).toBe("a matrix");
    await answers.ask(1, "window", ask);
    expect(asked).toBe(1);
  });

  it("are gone with their run, also those that come late", async () => {
    const answers = new Answers();
    let answer: (text: string) => void = () => undefined;
    const late = answers.ask(1, "window", () => new Promise<string>((resolve) => (answer = resolve)));
    await answers.ask(2, "window", async () => "of run 2");
    answer("of run 1");
    expect(await late).toBeNull();
    expect(answers.find(1, "window")).toBeNull();
    expect(answers.find(2, "window")).toBe("of run 2");
  });

  it("asks again where the engine had no answer", async () => {
    const answers = new Answers();
    expect(await answers.ask(1, "window", async () => null)).toBeNull();
    expect(await answers.ask(1, "window", async () => "now")).toBe("now");
  });

  it("keeps the last 64", async () => {
    const answers = new Answers();
    for (let at = 0; at < 65; at++) await answers.ask(1, `window ${at}`, async () => at);
    expect(answers.find(1, "window 0")).toBeNull();
    expect(answers.find(1, "window 64")).toBe(64);
  });
});
