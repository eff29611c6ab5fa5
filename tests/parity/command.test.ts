import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const good = join(root, "tests/parity/cases/encoder-decoder-pre-norm");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "parity-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function parity(...parameters: string[]): { status: number | null; lines: string[]; errors: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/parity.ts", ...parameters],
    {
      cwd: root,
      encoding: "utf8",
    },
  );
  return { status, lines: stdout.split("\n").filter((line) => / (cpu|wasm) /.test(line)), errors: stderr };
}

/** A copy of the good case below `in`, whose expected.safetensors is changed. */
function changed(within: string, change: (file: Buffer) => void): void {
  cpSync(good, within, { recursive: true });
  const file = readFileSync(join(within, "expected.safetensors"));
  change(file);
  writeFileSync(join(within, "expected.safetensors"), file);
}

describe("npm run parity", () => {
  it("succeeds with a line for each result and backend where all agree", () => {
    const { status, lines } = parity(good);
    expect(status).toBe(0);
    expect(lines.length).toBe(10);
    expect(lines.every((line) => line.startsWith("ok "))).toBe(true);
  });

  it("goes on after a case that is refused, differs or names what the model lacks, then fails", () => {
    const all = join(folder, "all");
    cpSync(good, join(all, "a-good"), { recursive: true });
    cpSync(good, join(all, "b-cut"), { recursive: true });
    truncateSync(join(all, "b-cut/model.safetensors"), 100);
    changed(join(all, "c-differs"), (file) => file.writeFloatLE(99, file.length - 4));
    changed(join(all, "d-unknown"), (file) => file.write("logitz", file.indexOf("logits")));
    changed(join(all, "deeper/e-not-a-number"), (file) => file.writeFloatLE(Number.NaN, file.length - 4));
    cpSync(good, join(all, "f-half"), { recursive: true });
    rmSync(join(all, "f-half/expected.safetensors"));
    const { status, lines } = parity(all);
    expect(status).toBe(1);
    const of = (name: string) => lines.filter((line) => line.includes(` cpu ${join(all, name)}`));
    expect(of("a-good").every((line) => line.startsWith("ok "))).toBe(true);
    expect(of("b-cut").map((line) => line.split(" ")[0])).toEqual(["REFUSED"]);
    expect(of("c-differs").filter((line) => line.startsWith("OVER ")).length).toBe(1);
    expect(of("d-unknown").filter((line) => /^MISSING .* logitz /.test(line)).length).toBe(1);
    expect(of("deeper/e-not-a-number").filter((line) => line.startsWith("MISSING ")).length).toBe(1);
    expect(of("f-half").map((line) => line.split(" ")[0])).toEqual(["REFUSED"]);
  });

  it("fails with words where there is no case, no folder or more than one", () => {
    mkdirSync(join(folder, "empty"));
    expect(parity(join(folder, "empty"))).toMatchObject({ status: 1, errors: expect.stringContaining("has no case") });
    for (const parameters of [[], [join(folder, "none")], [good, good], ["--unheard", good]]) {
      const { status, errors } = parity(...parameters);
      expect(status, parameters.join(" ")).toBe(1);
      expect(errors).not.toBe("");
    }
  });
});
