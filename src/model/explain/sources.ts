/** The source text of operations and forward functions, put in by the build; only Vite can load this file. */
import type { Architecture } from "../config";
import { kernelText, statementsNaming } from "./source";
import type { Step } from "./step";

const operationFiles = import.meta.glob<string>(["../operations/*.ts", "!**/*.test.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const forwardFiles = import.meta.glob<string>(["../forward/*.ts", "!**/*.test.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});

export interface TypeScriptCode {
  /** The function that computed the step, with what it uses of its file. */
  readonly kernel: string;
  /** Where the forward function names the step. */
  readonly forward: readonly string[];
}

/** The code that ran for a step of a model of that architecture. */
export function typeScriptOf(step: Step, architecture: Architecture): TypeScriptCode {
  const kernel = operationFiles[`../operations/${step.kind}.ts`];
  if (kernel === undefined) throw new Error(`There is no file of the operation ${step.kind}.`);
  const files = step.layer === null ? [architecture, "output"] : ["layers"];
  for (const file of files) {
    const forward = statementsNaming(forwardFiles[`../forward/${file}.ts`] ?? "", step.value);
    if (forward.length > 0) return { kernel: kernelText(kernel), forward };
  }
  return { kernel: kernelText(kernel), forward: [] };
}
