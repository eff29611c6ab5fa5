/** The task of a model as the engine runs it. */
import type { Task } from "../../model/checkpoints/task";
import type { ModelConfig } from "../../model/config";
import type { Reader } from "../reader";
import { imageClass } from "./imageClass";
import { maskedToken } from "./maskedToken";
import { nextToken } from "./nextToken";
import { sequenceToSequence } from "./sequenceToSequence";
import type { TaskEngine } from "./task";
import { textClass } from "./textClass";

export type { Done, Prepared, TaskContext, TaskEngine } from "./task";

/** Throws where task and architecture do not go together, which reading the checkpoint has ruled out. */
export function taskEngine(config: ModelConfig, task: Task, reader: Reader | null): TaskEngine {
  if (config.architecture === "imageEncoder" && task.kind === "imageClass") return imageClass(config, task.labels);
  if (reader === null) throw new Error(`A model that is ${config.architecture} needs a tokenizer.`);
  if (config.architecture === "encoderDecoder" && task.kind === "sequenceToSequence") {
    return sequenceToSequence(config, task, reader);
  }
  if (config.architecture === "decoderOnly" && task.kind === "nextToken") return nextToken(config, task, reader);
  if (config.architecture === "encoderOnly" && task.kind === "maskedToken") return maskedToken(config, task, reader);
  if (config.architecture === "encoderOnly" && task.kind === "textClass") return textClass(config, task.labels, reader);
  throw new Error(`A model that is ${config.architecture} has no task named ${task.kind}.`);
}
