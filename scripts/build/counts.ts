/** Counts of tests, read from vitest's JSON report. */
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

export function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

/** Anything but "passed" is a failure: a test that was skipped did not pass, nor did a file that could not be loaded. */
export function count(content: unknown): Counts {
  let counts: Counts = { passed: 0, failed: 0 };
  for (const file of report.parse(content).testResults) {
    const passed = file.assertionResults.filter((test) => test.status === "passed").length;
    const failed = file.assertionResults.length - passed;
    counts = add(counts, { passed, failed: failed === 0 && file.status !== "passed" ? 1 : failed });
  }
  return counts.passed + counts.failed === 0 ? { passed: 0, failed: 1 } : counts;
}

/** The counts in a report; a missing or broken one is one failure. */
export function readReport(path: string): Counts {
  if (!existsSync(path)) return { passed: 0, failed: 1 };
  try {
    return count(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    console.error(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return { passed: 0, failed: 1 };
  }
}
