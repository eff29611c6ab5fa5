/** A checkpoint in several files, with model.safetensors.index.json to say which tensor is in which. */
import { z } from "zod";
import { clip, Fault, refusal } from "../fault";
import type { Bytes } from "./bytes";
import { readSafetensors, type StoredTensor } from "./safetensors";

const schema = z.object({ weight_map: z.record(z.string(), z.string().regex(/^[\w.-]+\.safetensors$/)) });

/** The files that an index names, in order; throws a Fault. */
export function shardsOf(index: unknown): readonly string[] {
  return [...new Set(Object.values(weightMap(index)))].sort();
}

function weightMap(index: unknown): Readonly<Record<string, string>> {
  const parsed = schema.safeParse(index);
  if (!parsed.success) throw refusal("model.safetensors.index.json", index, parsed.error);
  return parsed.data.weight_map;
}

/** The tensors of all files of an index, by name; throws a Fault. */
export function readShards(index: unknown, files: ReadonlyMap<string, Bytes>): ReadonlyMap<string, StoredTensor> {
  const all = new Map<string, StoredTensor>();
  const opened = new Map<string, ReadonlyMap<string, StoredTensor>>();
  for (const [name, file] of Object.entries(weightMap(index))) {
    const bytes = files.get(file);
    if (!bytes) throw new Fault("fault.shards.missing", { file, name: clip(name) });
    const tensors = opened.get(file) ?? readSafetensors(bytes);
    opened.set(file, tensors);
    const tensor = tensors.get(name);
    if (!tensor) throw new Fault("fault.shards.elsewhere", { file, name: clip(name) });
    all.set(name, tensor);
  }
  return all;
}
