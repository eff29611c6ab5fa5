import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import "@tensorflow/tfjs-backend-cpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { memory, ready, setBackend } from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { shippedModels } from "../../scripts/models/files";
import { compareCase, findCases, hostTolerance } from "./cases";
import { nameOf } from "./compare";

setWasmPaths(`${dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json"))}/dist/`);

const folder = fileURLToPath(new URL("./cases/", import.meta.url));
const cases = findCases(folder);
const shipped = findCases(fileURLToPath(new URL("../../public/models/", import.meta.url)));

it("has the six reference cases", () => {
  expect(cases.length).toBe(6);
});

it("knows no name for a result that no reference has", () => {
  expect(nameOf("layer.0.unheard", "decoder")).toBeNull();
});

it("has expected results for every shipped model", () => {
  expect(shipped.map((found) => basename(found))).toEqual([...shippedModels]);
});

describe.each([...cases, ...shipped])("the PyTorch case %s", (name) => {
  it.each(["cpu", "wasm"])("agrees in every named result on %s", async (backend) => {
    expect(await setBackend(backend)).toBe(true);
    await ready();
    const comparisons = await compareCase(name, hostTolerance);
    expect(comparisons.length).toBeGreaterThanOrEqual(5);
    for (const { result, difference, allowed } of comparisons) expect(difference, result).toBeLessThanOrEqual(allowed);
  });

  it("is refused with words when its weights are cut short, and leaves no tensor behind", async () => {
    const broken = mkdtempSync(join(tmpdir(), "parity-"));
    cpSync(name, broken, { recursive: true });
    const file = join(broken, "model.safetensors");
    truncateSync(file, readFileSync(file).length - 10);
    const before = memory().numTensors;
    await expect(compareCase(broken, hostTolerance)).rejects.toThrow(
      /the data ends at byte \d+; the file has \d+ bytes of data/,
    );
    expect(memory().numTensors).toBe(before);
    rmSync(broken, { recursive: true });
  });
});
