import { useState } from "react";
import type { TimelineStep } from "../../../src/geometry/timeline";
import { StepTimeline } from "../../../src/views/StepTimeline";
import type { Figure } from "../figure";
import { steps } from "../trace";

export const figure: Figure = {
  title: "Timeline: every step of the translation",
  Draw() {
    const [current, setCurrent] = useState(74);
    return (
      <StepTimeline
        steps={steps as readonly TimelineStep[]}
        current={current}
        onStep={setCurrent}
        nameOf={(step) => steps[step]?.name ?? ""}
        before={
          <button type="button" className="tool" onClick={() => setCurrent(0)}>
            ↺
          </button>
        }
      />
    );
  },
};
