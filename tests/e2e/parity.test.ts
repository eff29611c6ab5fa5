/** PyTorch's results on the graphics backends, for the reference cases and the shipped models. */
import { expect, it } from "vitest";
import { findCases } from "../parity/cases";
import { compareInBrowser } from "../parity/inBrowser";

it("agrees in every named result on WebGL and WebGPU", async () => {
  const cases = [...findCases("tests/parity/cases"), ...findCases("public/models")];
  const wrong: string[] = [];
  let agreed = 0;
  await compareInBrowser(cases, (backend, folder, answer) => {
    if (answer.kind === "refused") return void wrong.push(`${backend} ${folder}: ${answer.message}`);
    for (const { result, difference, allowed } of answer.comparisons) {
      if (difference <= allowed) agreed += 1;
      else wrong.push(`${backend} ${folder} ${result}: ${difference} over ${allowed}`);
    }
  });
  expect(wrong).toEqual([]);
  expect(agreed).toBeGreaterThan(80);
});
