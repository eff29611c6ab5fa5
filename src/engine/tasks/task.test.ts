import { expect, it } from "vitest";
import { nothingRead } from "./task";

it("tells a text that is empty from one that the model knows nothing of", () => {
  expect(nothingRead(" \n")).toMatchObject({ problem: { kind: "emptyText" } });
  expect(nothingRead("😀")).toMatchObject({ problem: { kind: "unknownText" } });
});
