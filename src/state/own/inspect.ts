/** What is in a folder, what it lacks, and whether it can be opened: told before anything large is read or fetched. */
import type { Problem } from "../../engine/protocol";
import { indexFile, parseJson, weightsFile } from "../../model/checkpoints/folder";
import { shardsOf } from "../../model/checkpoints/shards";
import { type Summary, summaryOf } from "../../model/checkpoints/summary";
import { Fault } from "../../model/fault";
import type { Folder } from "./folder";

export interface Inspection {
  /** The files that the model is made of; bytes are null where they are not known yet. */
  readonly files: readonly { readonly name: string; readonly bytes: number | null }[];
  /** What it cannot be opened without; of the tokenizer and the weights, the form that is usual. */
  readonly missing: readonly string[];
  /** Weights in a format that can run programs when it is opened, and so is not. */
  readonly unreadable: string | null;
  /** null where config.json is missing or wrong. */
  readonly summary: Summary | null;
  readonly problem: Problem | null;
}

const tokenizers: readonly (readonly string[])[] = [["tokenizer.json"], ["vocab.json", "merges.txt"], ["vocab.txt"]];

/** `check` says whether a model with that config.json can be opened here. */
export async function inspect(folder: Folder, check: (config: string) => Promise<Problem | null>): Promise<Inspection> {
  const files: { name: string; bytes: number | null }[] = [];
  const missing: string[] = [];
  const has = async (name: string): Promise<boolean> => {
    const bytes = await folder.size(name);
    if (bytes !== undefined) files.push({ name, bytes });
    return bytes !== undefined;
  };
  const hasAll = async (names: readonly string[]): Promise<boolean> => {
    const before = files.length;
    for (const name of names) {
      if (await has(name)) continue;
      files.length = before;
      return false;
    }
    return true;
  };
  let [summary, problem]: [Summary | null, Problem | null] = [null, null];
  const faulted = (error: unknown) => {
    if (!(error instanceof Fault)) throw error;
    problem ??= { kind: "checkpoint", key: error.key, values: error.values };
  };
  if (await has("config.json")) {
    const config = await folder.text("config.json");
    problem = await check(config);
    try {
      summary = summaryOf(parseJson("config.json", config));
    } catch (error) {
      faulted(error);
    }
  } else missing.push("config.json");
  if (!(await has(weightsFile))) {
    if (await has(indexFile)) {
      try {
        const shards = shardsOf(parseJson(indexFile, await folder.text(indexFile)));
        for (const shard of shards) if (!(await has(shard))) missing.push(shard);
      } catch (error) {
        faulted(error);
      }
    } else missing.push(weightsFile);
  }
  // A model of images has no tokens.
  if (summary?.task !== "imageClass") {
    let found: readonly string[] | undefined;
    for (const form of tokenizers) if (!found && (await hasAll(form))) found = form;
    if (!found) missing.push("tokenizer.json");
    else if (found.includes("vocab.txt")) await has("tokenizer_config.json");
  }
  await has("about.json");
  const pickled = folder.names.find((name) => /\.(bin|pt|pth|ckpt|h5|pkl)$/.test(name)) ?? null;
  return { files, missing, unreadable: missing.includes(weightsFile) ? pickled : null, summary, problem };
}
