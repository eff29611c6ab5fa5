/** Beside the model that is to show it, what of a scene it can show: links are for any model, and may be wrong. */
import type { Generation, Input, ModelInfo } from "../engine/protocol";
import type { Task } from "../model/checkpoints/task";
import { planOf } from "../model/forward/plan";
import { inputOf } from "../model/input";
import { sameHead } from "../model/names";
import { allows, headsOf } from "../model/switches";
import { type Look, usualLook } from "./look";
import { type Scene, usualGeneration, usualSelection } from "./scene";

/** The kind of input that a task takes. */
export function inputKind(task: Task): Input["kind"] {
  return task.kind === "imageClass" ? "image" : "text";
}

/** What a model is given first: its first example. */
export function usualInput({ examples, task, config }: ModelInfo): Input {
  const [example = ""] = examples;
  const input = inputOf(example);
  if (input.kind === "text" && config.architecture === "imageEncoder") return emptyImage(config.imageSize);
  return task.kind === "sequenceToSequence" && input.kind === "text" ? withLanguage(input, task) : input;
}

function emptyImage(side: number): Input {
  return { kind: "image", pixels: new Array<number>(side * side).fill(0), width: side, height: side };
}

/** How a model writes at first: a decoder alone waits to be asked, since its text may be the visitor's to finish. */
export function usualGenerationOf({ task }: ModelInfo): Generation {
  return task.kind === "nextToken" ? { ...usualGeneration, steps: 0 } : usualGeneration;
}

/** The scene that a model opens with. */
export function usualScene(model: ModelInfo): Scene {
  return {
    model: model.name,
    input: usualInput(model),
    changes: [],
    generation: usualGenerationOf(model),
    selection: usualSelection(model.config),
    look: usualLook,
    view: "attention",
    step: null,
    cell: null,
  };
}

/** The scene with everything that this model lacks put back to the usual; the same object where it lacks nothing. */
export function fitScene(scene: Scene, model: ModelInfo): Scene {
  const { config, task } = model;
  const paths = new Set([...planOf(config).map(({ name }) => name.path), "probabilities"]);
  const step = scene.step !== null && paths.has(scene.step) ? scene.step : null;
  const changes = scene.changes.filter((change) => allows(config, change));
  const fitting: Scene = {
    model: scene.model,
    input: fitInput(scene.input, model),
    changes: changes.length === scene.changes.length ? scene.changes : changes,
    generation:
      scene.generation.choosing.kind === "beam" && task.kind !== "sequenceToSequence"
        ? { ...scene.generation, choosing: usualGeneration.choosing }
        : scene.generation,
    selection: headsOf(config).some((id) => sameHead(id, scene.selection)) ? scene.selection : usualSelection(config),
    look: fitLook(scene.look, config.heads),
    view: scene.view,
    step,
    cell: step === null ? null : scene.cell,
  };
  const same = (Object.keys(fitting) as (keyof Scene)[]).every((key) => fitting[key] === scene[key]);
  return same ? scene : fitting;
}

function fitLook(look: Look, heads: number): Look {
  return look.merge?.heads.some((head) => head >= heads) ? { ...look, merge: null } : look;
}

function fitInput(input: Input | null, model: ModelInfo): Input {
  if (input === null || input.kind !== inputKind(model.task)) return usualInput(model);
  const { task } = model;
  if (input.kind !== "text" || task.kind !== "sequenceToSequence" || input.language === undefined) return input;
  return task.languages.some(({ code }) => code === input.language) ? input : withLanguage(input, task);
}

function withLanguage(
  input: Extract<Input, { readonly kind: "text" }>,
  { languages }: Extract<Task, { readonly kind: "sequenceToSequence" }>,
): Input {
  const [first] = languages;
  return first ? { ...input, language: first.code } : input;
}
