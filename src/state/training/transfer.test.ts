import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readAbout } from "../../model/about";
import { readSafetensors } from "../../model/checkpoints/safetensors";
import { readDigits } from "../../model/training/digits";
import { initialParameters } from "../../model/training/initial";
import { slots } from "../../model/training/optimiser";
import { pack, packingOf } from "../../model/training/packing";
import { configOf, firstPlan, type Plan, withTask } from "../../model/training/plan";
import { localFolder } from "../own/folder";
import { inspect } from "../own/inspect";
import type { WholeRun } from "../runs/storage";
import { readZip, writeZip } from "../runs/zip";
import type { SavedRun } from "./runs";
import { packRun, unpackRun } from "./transfer";

const plan: Plan = { ...firstPlan, model: { ...firstPlan.model, layers: 1, width: 16, heads: 2, feedForward: 32 } };
const config = configOf(plan);
const packing = packingOf(config);

function whole(): WholeRun<SavedRun> {
  const numbers = new Float32Array((1 + slots[plan.optimiser.kind]) * packing.size).map((_, index) => index / 7);
  numbers.set(pack(packing, initialParameters(config, 3, 1)));
  const score = { loss: 1.5, accuracy: 0.25, exact: 0 };
  return {
    run: {
      id: "a",
      name: "第一次",
      saved: 5,
      plan,
      points: [{ step: 7, loss: 2, rate: 0.1, scores: { trained: score, heldOut: score } }],
      state: { step: 7, numbers },
    },
    moments: [
      { step: 0, weights: new Float32Array(packing.size).fill(0.5), groups: [{ name: "x", slope: 1, ratio: 2 }] },
    ],
  };
}

describe("a run as a file", () => {
  it("comes back as it was, moments and optimiser included", async () => {
    const { run, moments } = whole();
    const back = await unpackRun(packRun({ run, moments }, null), "b", 9);
    expect(back).toEqual({ run: { ...run, id: "b", saved: 9 }, moments });
  });

  it("holds the model as bring-your-own reads it", async () => {
    const files = await readZip(packRun(whole(), null));
    const folder = localFolder(new Map(Array.from(files, ([name, bytes]) => [name, new Blob([bytes])])));
    const { missing, problem, summary } = await inspect(folder, async () => null);
    expect([missing, problem]).toEqual([[], null]);
    expect(summary?.architecture).toBe("decoderOnly");
    const weights = readSafetensors(files.get("model.safetensors") ?? new Uint8Array());
    const [first] = packing.places;
    expect(weights.get(first?.name ?? "")?.read()).toEqual(whole().run.state.numbers.slice(0, first?.size));
  });

  it("brings a model of pictures with its digits and no tokenizer", async () => {
    const digits = await readDigits(new Uint8Array(readFileSync("public/data/digits.bin")));
    const reading = withTask(plan, "digits");
    const { size } = packingOf(configOf(reading));
    const state = { step: 7, numbers: new Float32Array((1 + slots[reading.optimiser.kind]) * size).fill(0.1) };
    const given = { run: { ...whole().run, plan: reading, state }, moments: [] };
    const packed = packRun(given, digits);
    expect((await unpackRun(packed, "a", 5)).run).toEqual(given.run);
    const files = await readZip(packed);
    const folder = localFolder(new Map(Array.from(files, ([name, bytes]) => [name, new Blob([bytes])])));
    const { missing, problem, summary } = await inspect(folder, async () => null);
    expect([missing, problem, summary?.task]).toEqual([[], null, "imageClass"]);
    const { examples } = readAbout(JSON.parse(new TextDecoder().decode(files.get("about.json"))));
    expect(examples[0]).toMatchObject({ label: String(digits.heldOut[0]?.label) });
  });

  it("is refused in words where it is something else, damaged, or of another size than its plan", async () => {
    const refused = async (file: Blob) => unpackRun(file, "b", 9).catch((error: Error) => error.message);
    expect(await refused(new Blob(["no archive"]))).toContain("is no archive of a run");
    expect(await refused(writeZip(new Map([["config.json", new Uint8Array(2)]])))).toContain("holds no run");
    const { run, moments } = whole();
    const short = { ...run, state: { ...run.state, numbers: run.state.numbers.slice(0, packing.size) } };
    expect(await refused(packRun({ run: short, moments }, null))).toMatch(
      /state in training.safetensors has \d+ numbers/,
    );
    const bytes = new Uint8Array(await packRun({ run, moments }, null).arrayBuffer());
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    expect(await refused(new Blob([bytes]))).toContain("damaged");
  });
});

describe("an archive", () => {
  it("is read where another program packed it tighter, in a folder", async () => {
    const content = new TextEncoder().encode("abcabcabc".repeat(40));
    const stored = new Uint8Array(await writeZip(new Map([["f/a.txt", content]])).arrayBuffer());
    const packed = deflateRawSync(content);
    const view = new DataView(stored.buffer);
    const central = stored.length - 22 - 46 - 7;
    const head = stored.slice(0, 37);
    const tail = stored.slice(central);
    new DataView(head.buffer).setUint16(8, 8, true);
    const ends = new DataView(tail.buffer);
    ends.setUint16(10, 8, true);
    ends.setUint32(20, packed.length, true);
    ends.setUint32(tail.length - 22 + 16, 37 + packed.length, true);
    expect(view.getUint32(central, true)).toBe(0x02014b50);
    const files = await readZip(new Blob([head, packed, tail]));
    expect([...files.keys()]).toEqual(["a.txt"]);
    expect(files.get("a.txt")).toEqual(content);
  });
});
