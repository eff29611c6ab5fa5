/**
 * `npm test`: types, style, direction of imports, unused code, unit and contract tests, the build and its budgets, and
 * the journeys in a browser. All are run even after a failure; the last line is `N passed, N failed`.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { checkBudgets } from "./build/budgets";
import { add, type Counts, readReport } from "./build/counts";

const reports = "test-results";
const binary = (name: string) => `node_modules/.bin/${name}${process.platform === "win32" ? ".cmd" : ""}`;

/** Runs a command with its output on ours; true when it exits with 0. */
function run(name: string, ...parameters: string[]): boolean {
  const { status, error } = spawnSync(binary(name), parameters, {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (error) console.error(`${name} could not be started: ${error.message}`);
  return status === 0;
}

/** One tool as one test. */
function check(title: string, name: string, ...parameters: string[]): Counts {
  console.log(`\n▸ ${title}`);
  const passed = run(name, ...parameters);
  console.log(`${passed ? "✓" : "✗"} ${title}`);
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
}

/** A run of vitest, counted by its own report. */
function tests(title: string, file: string, ...parameters: string[]): Counts {
  console.log(`\n▸ ${title}`);
  const report = `${reports}/${file}.json`;
  const succeeded = run(
    "vitest",
    "run",
    ...parameters,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  );
  const counts = readReport(report);
  // Unhandled errors fail the run and stand in no test.
  return succeeded || counts.failed > 0 ? counts : add(counts, { passed: 0, failed: 1 });
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

let total: Counts = { passed: 0, failed: 0 };
total = add(total, check("types", "tsc"));
total = add(total, check("style", "biome", "check"));
total = add(
  total,
  check("direction of imports", "depcruise", "--config", "tests/dependency-cruiser.cjs", "src", "tests", "scripts"),
);
total = add(total, check("unused code", "knip", "--config", "tests/knip.json"));
total = add(total, tests("unit, contract and parity tests", "unit"));

const build = check("build", "vite", "build", "--logLevel", "warn");
total = add(total, build);
if (build.failed === 0) {
  total = add(total, checkBudgets("dist"));
  total = add(total, tests("journeys in a browser", "e2e", "--config", "tests/e2e/vitest.config.ts"));
} else {
  console.error("✗ budgets and journeys: there is no build to run them on");
  total = add(total, { passed: 0, failed: 2 });
}

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
