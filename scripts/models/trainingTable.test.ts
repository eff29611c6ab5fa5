import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { withTrainingTable } from "./trainingTable";

it("is what the README says of every shipped model", () => {
  const readme = readFileSync("README.md", "utf8");
  expect(readme).toBe(withTrainingTable(readme));
});

it("needs its place in the README", () => {
  expect(() => withTrainingTable("# Glassformer")).toThrow("no place for the table");
});
