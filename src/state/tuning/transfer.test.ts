import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readAbout } from "../../model/about";
import { inMemory } from "../../model/checkpoints/bytes";
import { readConfig } from "../../model/checkpoints/config";
import { readFolder } from "../../model/checkpoints/folder";
import { readParameters } from "../../model/checkpoints/layouts";
import { initialParameters } from "../../model/training/initial";
import { pack } from "../../model/training/packing";
import { learnedOf, mergedOf, packingOfLearned, startOf, tunedConfig } from "../../model/tuning/adaptation";
import { filesOf } from "../../model/tuning/files";
import { baseOf, firstTuningPlan, goals, methods } from "../../model/tuning/plan";
import { tuningTextsSchema } from "../../model/tuning/texts";
import { localFolder } from "../own/folder";
import { inspect } from "../own/inspect";
import { readZip } from "../runs/zip";
import { packTuning, unpackTuning } from "./transfer";

const json = (file: string): unknown => JSON.parse(readFileSync(`public/${file}`, "utf8"));
const texts = tuningTextsSchema.parse(json("texts/tuning.json"));
const tasks = { classes: "textClass", style: "nextToken" } as const;

describe.each(goals.flatMap((goal) => methods.map((method) => [goal, method] as const)))(
  "an exported model for %s, %s",
  (goal, method) => {
    // Narrow, but with its base's own tokenizer and vocabulary.
    const read = readConfig(json(`models/${baseOf[goal]}/config.json`));
    if (read.architecture !== "encoderOnly" && read.architecture !== "decoderOnly") throw new Error(read.architecture);
    const base = { ...read, width: 16, heads: 2, feedForward: 32 };
    const plan = { ...firstTuningPlan(goal, method), steps: 9 };
    const config = tunedConfig(base, texts.classes.labels.length);
    const parameters = initialParameters(base, 3, 1);
    const learned = learnedOf(plan, config, startOf(plan, config, parameters));
    const numbers = pack(packingOfLearned(learned), learned).map((value, index) => value + (index % 7) / 8);
    const merged = mergedOf(plan, config, parameters, numbers);
    const tokenizer = json(`models/${baseOf[goal]}/tokenizer.json`);
    const run = {
      ...{ id: "a", name: "", saved: 5, plan, points: [], latest: null, seconds: 2 },
      costs: { trainable: 1, all: 2, bytes: { weights: 3, slopes: 4, moments: 5 }, examples: 6, adapted: [] },
      state: { step: 7, numbers, origin: 8 },
    };
    const file = packTuning({ run, moments: [] }, filesOf(plan, config, merged, tokenizer, texts));

    it("is brought along as any other model, with every weight as it was merged", async () => {
      const files = await readZip(file);
      const folder = localFolder(new Map(Array.from(files, ([name, bytes]) => [name, new Blob([bytes])])));
      const { missing, problem, summary } = await inspect(folder, async () => null);
      expect([missing, problem, summary?.task]).toEqual([[], null, tasks[goal]]);
      const found = readFolder(new Map(Array.from(files, ([name, bytes]) => [name, inMemory(bytes)])));
      expect(readConfig(found.config)).toEqual(config);
      expect(readParameters(config, found.tensors)).toEqual(merged);
      expect(found.tokenizer).toEqual(tokenizer);
      expect(readAbout(found.about).examples.length).toBeGreaterThan(2);
    });

    it("comes back as the run that it was", async () => {
      expect((await unpackTuning(file, "b", 9)).run).toEqual({ ...run, id: "b", saved: 9 });
    });
  },
);
