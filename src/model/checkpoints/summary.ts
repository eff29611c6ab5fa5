/** What config.json alone says of a model, for a menu: nothing of its weights is read. */
import type { Architecture } from "../config";
import { parameterShapes } from "../parameters";
import { readConfig } from "./config";
import { type TaskKind, taskKindOf } from "./task";

export interface Summary {
  readonly architecture: Architecture;
  readonly task: TaskKind;
  /** Number of weights. */
  readonly parameters: number;
}

/** Throws a Fault for a config.json that no model here has. */
export function summaryOf(json: unknown): Summary {
  const config = readConfig(json);
  const sizes = [...parameterShapes(config).values()].map((shape) => shape.reduce((size, length) => size * length, 1));
  return {
    architecture: config.architecture,
    task: taskKindOf(json, config),
    parameters: sizes.reduce((sum, size) => sum + size, 0),
  };
}
