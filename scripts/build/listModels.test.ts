import "@tensorflow/tfjs-backend-cpu";
import { describe, expect, it } from "vitest";
import { openModel } from "../../src/engine/loading";
import { modelsFolder, readModel, shippedModels } from "../models/files";
import { listModels, readScores } from "./listModels";

describe("the menu of models", () => {
  const entries = listModels(modelsFolder);

  it("has every folder with weights, in the order that they ask for", () => {
    expect(entries.map(({ name }) => name).sort()).toEqual([...shippedModels]);
    const orders = entries.map(({ order }) => order);
    expect(orders).toEqual([...orders].sort((a, b) => a - b));
    expect(new Set(orders).size).toBe(orders.length);
  });

  it.each(entries.map((entry) => [entry.name, entry] as const))(
    "says of %s what is so when it is opened",
    (name, entry) => {
      const { info, session } = openModel(name, readModel(name));
      session.dispose();
      expect(entry).toMatchObject({
        parameters: info.parameters,
        architecture: info.config.architecture,
        task: info.task.kind,
        title: info.about?.title,
      });
      expect(entry.files["model.safetensors"]).toBe(info.bytes);
      expect(entry.scores.length).toBeGreaterThan(0);
      for (const { value } of entry.scores) expect(Number.isFinite(value)).toBe(true);
    },
  );

  it("reads the metrics of a card's front matter, and nothing else of it", () => {
    const card =
      "---\nmetrics:\n  - type: accuracy\n    name: accuracy, by day\n    value: 0.97\n---\n- type: x\n  name: y\n  value: 1";
    expect(readScores(card)).toEqual([{ type: "accuracy", name: "accuracy, by day", value: 0.97 }]);
  });
});
