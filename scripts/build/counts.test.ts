import { describe, expect, it } from "vitest";
import { count, readReport } from "./counts";

const file = (status: string, ...tests: string[]) => ({
  name: "a.test.ts",
  status,
  assertionResults: tests.map((test, index) => ({ status: test, fullName: `test ${index}` })),
});

describe("count", () => {
  it("adds up the tests of all files", () => {
    const counts = count({ testResults: [file("passed", "passed", "passed"), file("failed", "passed", "failed")] });
    expect(counts).toEqual({ passed: 3, failed: 1 });
  });

  it("counts a skipped test as a failure", () => {
    expect(count({ testResults: [file("passed", "passed", "skipped")] })).toEqual({ passed: 1, failed: 1 });
  });

  it("counts a file that could not be loaded as a failure", () => {
    expect(count({ testResults: [file("failed")] })).toEqual({ passed: 0, failed: 1 });
  });

  it("counts a run without tests as a failure", () => {
    expect(count({ testResults: [] })).toEqual({ passed: 0, failed: 1 });
  });

  it("counts a report that is missing as a failure", () => {
    expect(readReport("no/such/report.json")).toEqual({ passed: 0, failed: 1 });
  });
});
