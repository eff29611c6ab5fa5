// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import "../../i18n/panels";
import { renderApp } from "../../../tests/render/app";
import { setLanguage, startI18n } from "../../i18n";
import type { Apart } from "../../model/training/apart";
import { firstPlan, withTask } from "../../model/training/plan";
import { memoryRuns } from "../../state/runs/memory";
import { createTraining } from "../../state/training/store";
import { TrainingProvider } from "../../state/training/useTraining";
import { StepApart } from "./StepApart";

beforeAll(() => startI18n());
afterEach(cleanup);

const apart: Apart = {
  step: 4,
  rate: 0.1,
  loss: 2,
  sum: 64,
  places: 32,
  examples: 32,
  example: [{ symbol: "7", share: 0.1, loss: 2.3 }],
  length: 1,
  weights: [],
  values: [],
};

async function show(task: "digits" | "sort") {
  const unasked = () => {
    throw new Error("Nothing is trained here.");
  };
  const training = createTraining({
    connect: unasked,
    openRuns: async () => memoryRuns(),
    backend: () => "wasm",
    digits: unasked,
  });
  const none = async () => null;
  training.setState({ plan: withTask(firstPlan, task), apart, apartWeight: none, apartValue: none });
  await renderApp(
    <TrainingProvider value={training}>
      <StepApart />
    </TrainingProvider>,
  );
}

describe("a step taken apart", () => {
  it.each([
    ["sort", "en", "Token", /64\.0000 nats \/ 32 places = 2\.0000/],
    ["digits", "en", "Digit", /64\.0000 nats \/ 32 pictures = 2\.0000/],
    ["sort", "zh-Hans", "词元", /64\.0000 奈特 \/ 32 处 = 2\.0000/],
    ["digits", "zh-Hans", "数字", /64\.0000 奈特 \/ 32 张 = 2\.0000/],
  ] as const)("names what was to be said as the task %s does, in %s", async (task, language, name, sum) => {
    vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
    await setLanguage(language);
    await show(task);
    expect(screen.getByRole("rowheader", { name }).parentElement?.textContent).toBe(`${name}7`);
    expect(document.querySelector(".train-sum")?.textContent).toMatch(sum);
  });
});
