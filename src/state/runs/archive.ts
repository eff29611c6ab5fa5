/**
 * A run as a file that is kept elsewhere, and back. In the archive are config.json, tokenizer.json and model.safetensors as
 * "bring your own" opens them, and beside them what the run goes on from: run.json and training.safetensors.
 */
import type { z } from "zod";
import { readSafetensors } from "../../model/checkpoints/safetensors";
import { writeSafetensors } from "../../model/checkpoints/writeSafetensors";
import { Fault } from "../../model/fault";
import type { TrainedFiles } from "../../model/training/files";
import { readZip, writeZip } from "./zip";

type Numbers = Float32Array<ArrayBuffer>;

const runFile = "run.json";
const stateFile = "training.safetensors";

interface Archived {
  readonly model: TrainedFiles;
  /** about.json */
  readonly about: string;
  /** What is no row of numbers: goes through JSON. */
  readonly run: unknown;
  /** Rows of numbers by name. */
  readonly numbers: ReadonlyMap<string, Numbers>;
}

export function packArchive({ model, about, run, numbers }: Archived): Blob {
  const text = (content: string) => new TextEncoder().encode(content);
  const tensors = new Map(Array.from(numbers, ([name, data]) => [name, { shape: [data.length], data }]));
  return writeZip(
    new Map([
      ["config.json", text(model.config)],
      ...(model.tokenizer === null ? [] : [["tokenizer.json", text(model.tokenizer)] as const]),
      ["about.json", text(about)],
      ["model.safetensors", model.weights],
      [runFile, text(JSON.stringify(run))],
      [stateFile, writeSafetensors(tensors)],
    ]),
  );
}

interface Unpacked<T> {
  readonly run: T;
  /** A row of that many numbers, or of as many as there are; throws a Fault where it is not there or of another size. */
  read(tensor: string, needed?: number): Numbers;
}

/** Throws a Fault where the file is no such archive, or its run is none that `schema` reads. */
export async function unpackArchive<T>(file: Blob, schema: z.ZodType<T>): Promise<Unpacked<T>> {
  const files = await readZip(file);
  const parsed = schema.safeParse(jsonOf(files.get(runFile)));
  const stored = files.get(stateFile);
  if (!parsed.success || !stored) throw new Fault("fault.training.run", { needed: `${runFile}, ${stateFile}` });
  const tensors = readSafetensors(stored);
  return {
    run: parsed.data,
    read(tensor, needed) {
      const data = tensors.get(tensor)?.read();
      if (!data || data.length !== (needed ?? data.length))
        throw new Fault("fault.training.numbers", { tensor, found: data?.length ?? 0, needed: needed ?? 1 });
      return Float32Array.from(data);
    },
  };
}

function jsonOf(bytes: Uint8Array<ArrayBuffer> | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
