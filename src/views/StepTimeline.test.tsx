// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { TimelineStep } from "../geometry/timeline";
import { startI18n } from "../i18n";
import { StepTimeline } from "./StepTimeline";

beforeAll(() => {
  startI18n();
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
});
afterEach(cleanup);

const steps: readonly TimelineStep[] = [
  { stack: "decoder", layer: null, part: null },
  { stack: "decoder", layer: 0, part: "selfAttention" },
  { stack: "decoder", layer: 0, part: "feedForward" },
  { stack: null, layer: null, part: null },
];

function Line({ seen }: { readonly seen: number[] }) {
  const [current, setCurrent] = useState(0);
  const step = (to: number) => {
    seen.push(to);
    setCurrent(to);
  };
  return <StepTimeline steps={steps} current={current} onStep={step} nameOf={(at) => `operation ${at}`} />;
}

describe("StepTimeline", () => {
  it("is a slider that says its step in words and is walked by keys", async () => {
    const seen: number[] = [];
    render(<Line seen={seen} />);
    const slider = screen.getByRole("slider");
    expect(slider.getAttribute("aria-valuemax")).toBe("4");
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard("{ArrowRight}{ArrowRight}{ArrowLeft}{PageDown}{PageUp}{End}{ArrowRight}{Home}{ArrowLeft}");
    // At the ends the keys do nothing.
    expect(seen).toEqual([1, 2, 1, 3, 1, 3, 0]);
    await user.keyboard("{PageDown}");
    expect(slider.getAttribute("aria-valuetext")).toBe("step 2 of 4: operation 1");
  });

  it("says so when there are no steps", () => {
    render(<StepTimeline steps={[]} current={0} onStep={() => undefined} nameOf={String} />);
    expect(screen.queryByRole("slider")).toBeNull();
  });
});
