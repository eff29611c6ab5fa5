/** What each task makes of its input, for every architecture. */
import "@tensorflow/tfjs-backend-cpu";
import { ready, setBackend } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { forward } from "../../src/engine/forward";
import type { Generation, WrittenOutcome } from "../../src/engine/protocol";
import { Runner } from "../../src/engine/runner";
import { randomParameters } from "../../src/model/parameters";
import { draw } from "../../src/model/sampling/draw";
import { uniforms } from "../../src/model/sampling/uniforms";
import { textModels } from "./models";
import { ask, resultOf, sessionOf } from "./sessions";

beforeAll(async () => {
  await setBackend("cpu");
  await ready();
});

const greedy: Generation = { choosing: { kind: "greedy" }, seed: 1, steps: null };
const sampled = (seed: number): Generation => ({
  choosing: { kind: "sample", temperature: 1.3, topK: 7, topP: 0.9 },
  seed,
  steps: null,
});
const ids = (text: string) => [...text].map((letter) => letter.charCodeAt(0) - 97);

const writing = textModels.filter(([, { config }]) => config.architecture !== "encoderOnly");

describe.each(writing)("a small %s model writes", (_, { config }) => {
  const start = config.architecture === "encoderDecoder" ? [1] : [0, ...ids("cd")];

  async function write(session: ReturnType<typeof sessionOf>, id: number, generation: Generation, text = "cd") {
    const { outcome } = await resultOf(session, ask(id, text, { generation }));
    if (outcome.kind !== "sequence" && outcome.kind !== "nextToken") throw new Error(`It gave ${outcome.kind}.`);
    return outcome as WrittenOutcome;
  }

  /** Token by token, each pass over all that there is. */
  async function byHand({ choosing, seed, steps }: Generation): Promise<{ given: number[]; ended: boolean }> {
    if (choosing.kind === "beam") throw new Error("Not by hand.");
    const runner = new Runner(config, randomParameters(config, 7));
    const uniform = uniforms(seed);
    const given = [...start];
    let ended = false;
    const most = steps === null ? config.maximumLength : Math.min(config.maximumLength, start.length + steps);
    while (given.length < most && !ended) {
      const source = config.architecture === "encoderDecoder" ? { source: [ids("cd")] } : {};
      const logits = await forward(runner, config, { ids: [given], ...source }).tensor.data();
      const row = Array.from(logits.slice(-config.vocabulary));
      const powers = row.map((logit) => Math.exp(logit - Math.max(...row)));
      const sum = powers.reduce((total, power) => total + power, 0);
      const { id } = draw(
        powers.map((power) => power / sum),
        choosing,
        uniform(given.length - start.length),
      );
      if (id === 10) ended = true;
      else given.push(id);
    }
    runner.dispose();
    return { given, ended };
  }

  it.each([
    ["greedily", greedy],
    ["greedily, three steps", { ...greedy, steps: 3 }],
    ["sampling", sampled(1)],
    ["sampling with another seed", sampled(2)],
    ["sampling, two steps", { ...sampled(3), steps: 2 }],
    ["nothing", { ...greedy, steps: 0 }],
  ] as const)("as token by token, whatever was written before: %s", async (_, generation) => {
    const session = sessionOf(config);
    await write(session, 1, sampled(9));
    const found = await write(session, 2, generation);
    const expected = await byHand(generation);
    expect(found.positions.map(({ given }) => given.id)).toEqual(expected.given);
    if (generation.steps === null && expected.given.length < config.maximumLength) {
      expect(found.ended).toBe(expected.ended);
    }
    expect(found.prompt).toBe(start.length);
    // Where nothing was written yet, nothing comes next.
    const last = found.positions.at(-1);
    if (generation.steps === 0) expect(last?.next).toBeNull();
    for (const [place, { next, candidates, kept }] of found.positions.entries()) {
      const after = found.positions[place + 1];
      if (after) expect(next?.id).toBe(after.given.id);
      if (place < found.prompt - 1) {
        expect(kept).toBeNull();
        continue;
      }
      expect(kept?.tokens).toBeGreaterThan(0);
      const chances = candidates.map(({ chance }) => chance ?? Number.NaN);
      expect(chances.filter((chance) => chance > 0)).toHaveLength(Math.min(kept?.tokens ?? 0, 10));
      if (generation.choosing.kind === "greedy") expect(kept).toEqual({ tokens: 1, share: candidates[0]?.probability });
      if (next) expect(next.chance).toBeGreaterThan(0);
    }
    session.dispose();
  });

  it("one token more with every step, until the end", async () => {
    const session = sessionOf(config);
    const whole = await write(session, 1, greedy);
    const written = whole.positions.slice(whole.prompt - 1).flatMap(({ next }) => (next ? [next.id] : []));
    for (let steps = 0; steps <= written.length; steps++) {
      const part = await write(session, 2 + steps, { ...greedy, steps });
      const so = part.positions.slice(part.prompt - 1).flatMap(({ next }) => (next ? [next.id] : []));
      expect(so).toEqual(written.slice(0, steps));
    }
    session.dispose();
  });

  it("tells what is written as it grows, and can be stopped by a newer request", async () => {
    const session = sessionOf(config);
    const told: [string, number][] = [];
    let text = "";
    for (const tried of ["cd", "gh", "bbb", "hd", "fe"]) {
      const { positions, prompt } = await write(session, -1, greedy, tried);
      if (text === "" && positions.length - prompt > 2) text = tried;
    }
    expect(text).not.toBe("");
    await write(session, 0, greedy, "i");
    const run = session.run(ask(1, text, { generation: greedy }), (so, tokens) => {
      told.push([so, tokens]);
      if (tokens === 2) void session.run(ask(2, text, { generation: { ...greedy, steps: 2 } }));
    });
    expect((await run).kind).toBe("superseded");
    expect(told.map(([, tokens]) => tokens)).toEqual([1, 2]);
    expect(told.every(([text, tokens]) => text.length === tokens)).toBe(true);
    session.dispose();
  });

  it("nothing for a text that is too long, with the figures", async () => {
    const session = sessionOf(config);
    expect(await session.run(ask(1, "c".repeat(9)))).toMatchObject({ problem: { kind: "tooLong", maximum: 8 } });
    expect(
      await session.run(ask(2, "c", { input: { kind: "image", pixels: [0], width: 1, height: 1 } })),
    ).toMatchObject({
      problem: { kind: "wrongInput", given: "image", needed: "text" },
    });
    session.dispose();
  });
});

describe.each(writing.filter(([, { config }]) => config.architecture === "encoderDecoder"))(
  "beam search of a small %s model",
  (_, { config }) => {
    it("finds what greedy writing finds with one beam, and nothing less likely with more", async () => {
      const session = sessionOf(config);
      const found = [];
      for (const [id, choosing] of [
        { kind: "greedy" } as const,
        { kind: "beam", width: 1 } as const,
        { kind: "beam", width: 3 } as const,
      ].entries()) {
        const { outcome, stacks } = await resultOf(
          session,
          ask(id, "cd", { generation: { choosing, seed: 1, steps: null } }),
        );
        if (outcome.kind !== "sequence") throw new Error("It gave no sequence.");
        expect(stacks[1]?.tokens).toHaveLength(outcome.positions.length);
        found.push(outcome);
      }
      const [greedy, one, three] = found;
      expect(one?.text).toBe(greedy?.text);
      expect(greedy?.beam).toBeNull();
      const total = (outcome: typeof one) => outcome?.beam?.tree.nodes[outcome.beam.tree.best]?.total ?? Number.NaN;
      const own = greedy?.positions.reduce((sum, { next }) => sum + Math.log(next?.probability ?? 0), 0);
      expect(total(one)).toBeCloseTo(own ?? Number.NaN, 4);
      expect(total(three)).toBeGreaterThanOrEqual(total(one) - 1e-6);
      const nodes = three?.beam?.tree.nodes ?? [];
      expect(nodes.length).toBeGreaterThan(3);
      expect(nodes.every(({ token }) => three?.beam?.tokens[token] !== undefined)).toBe(true);
      session.dispose();
    });
  },
);

describe("a small encoder-only model", () => {
  const { config } = Object.fromEntries(textModels)["encoder-only"] ?? {};
  if (!config) throw new Error("There is no small encoder-only model.");

  it("fills what is typed as hidden and what is chosen to be, and nothing else", async () => {
    const session = sessionOf(config);
    const input = { kind: "text", text: "cjef", masked: [2] } as const;
    const { outcome, stacks } = await resultOf(session, ask(1, "", { input }));
    if (outcome.kind !== "masked") throw new Error("It gave nothing for hidden tokens.");
    expect(outcome.places.map(({ position }) => position)).toEqual([1, 2]);
    expect(stacks[0]?.tokens.map(({ masked, text }) => [masked, text])).toEqual([
      [false, "c"],
      [true, "j"],
      [true, "e"],
      [false, "f"],
    ]);
    const [first, second] = outcome.places.map(({ candidates }) => candidates[0]?.text);
    expect(outcome.text).toBe(`c${first}${second}f`);
    const ids = (await session.values(1, ["ids"]))?.ids;
    expect(Array.from(ids?.data ?? [])).toEqual([2, 9, 9, 5]);
    const none = await resultOf(session, ask(2, "", { input: { kind: "text", text: "cd" } }));
    expect(none.outcome).toMatchObject({ kind: "masked", places: [], text: "cd" });
    expect(none.effect).toBeNull();
    session.dispose();
  });
});
