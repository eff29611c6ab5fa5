// @vitest-environment jsdom
import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { renderApp } from "../../../tests/render/app";
import type { Answer, Candidate, Outcome, RunRequest, WrittenOutcome } from "../../engine/protocol";
import { startI18n } from "../../i18n";
import type { Effect } from "../../model/effects";
import { resultOf } from "../../state/fakeEngine";
import { usualGeneration } from "../../state/scene";
import { OutcomePanel } from "./OutcomePanel";

beforeAll(() => {
  startI18n();
});
afterEach(cleanup);

const candidate = (id: number, text: string, probability: number, before: number | null = null): Candidate => {
  return { id, text, probability, chance: null, before };
};

/** An engine that gives this outcome, and this one beside it without the changes. */
function answering(outcome: Outcome, baseline: Outcome | null = null, effect: Effect | null = null) {
  return (request: RunRequest): Answer => {
    const answer = resultOf(request);
    return answer.kind === "result" ? { ...answer, result: { ...answer.result, outcome, baseline, effect } } : answer;
  };
}

const dictionary = (last: Candidate | null, ended = false): WrittenOutcome => ({
  kind: "nextToken",
  positions: [
    {
      given: { id: 1, text: "cat" },
      candidates: [candidate(2, " sat", 0.7), candidate(3, " ran", 0.2)],
      next: candidate(2, " sat", 0.7),
      kept: null,
    },
    {
      given: { id: 2, text: " sat" },
      candidates: [candidate(4, " down", 0.6), candidate(5, " up", 0.3)],
      next: last,
      kept: { tokens: 2, share: 0.9 },
    },
  ],
  prompt: 1,
  text: " sat",
  ended,
});

describe("OutcomePanel", () => {
  it("shows classes, all of them when asked", async () => {
    const classes = Array.from({ length: 12 }, (_, id) => candidate(id, `class ${id}`, id === 0 ? 0.5 : 0.04));
    const { user } = await renderApp(<OutcomePanel />, { answer: answering({ kind: "classes", classes }) });
    await screen.findByRole("list", { name: "Which class" });
    const rows = () => within(screen.getByRole("list", { name: "Which class" })).getAllByRole("listitem");
    expect(rows()).toHaveLength(10);
    expect(rows()[0]?.textContent).toContain("50.0 %");
    await user.click(screen.getByRole("button", { name: "All 12 classes" }));
    expect(rows()).toHaveLength(12);
  });

  it("shows what fills each hidden token, and says how to hide one where none is", async () => {
    const masked = (places: readonly number[]): Outcome => ({
      kind: "masked",
      text: "a small animal",
      places: places.map((position) => ({ position, candidates: [candidate(7, "small", 0.4)] })),
    });
    await renderApp(<OutcomePanel />, { answer: answering(masked([1, 4])) });
    expect(await screen.findByRole("heading", { name: "Hidden token at place 2" })).toBeTruthy();
    expect(screen.getByRole("heading", { name: "Hidden token at place 5" })).toBeTruthy();
    cleanup();
    await renderApp(<OutcomePanel />, { answer: answering(masked([])) });
    expect(await screen.findByText(/Nothing is hidden/)).toBeTruthy();
  });

  it("puts the baseline beside what is changed, with the divergence and the tokens that changed", async () => {
    const [now, before] = [dictionary(candidate(5, " up", 0.5, 0.3)), dictionary(candidate(4, " down", 0.6))];
    const row = { position: 1, divergence: 0.41, before: 4, after: 5, difference: -0.5 };
    const effect: Effect = {
      rows: [{ ...row, position: 0, before: 2, after: 2, divergence: 0.01 }, row],
      mean: 0.21,
      changed: 1,
    };
    const changed: WrittenOutcome = {
      ...now,
      positions: now.positions.map((position, index) =>
        index === 1
          ? { ...position, candidates: [candidate(5, " up", 0.5, 0.3), candidate(4, " down", 0.1, 0.6)] }
          : position,
      ),
    };
    const { app, user } = await renderApp(<OutcomePanel />, {
      answer: answering(changed, before, effect),
      link: {
        changes: [{ kind: "head", at: { stack: "decoder", layer: 1, part: "selfAttention", head: 2 }, to: "zero" }],
      },
    });
    expect(screen.getByText(/0\.210000 nats, the mean over 2 predictions/)).toBeTruthy();
    expect(screen.getByText(/at this position: 0\.410000 nats/)).toBeTruthy();
    expect(screen.getByText("·up: 0.500000, with everything on 0.300000")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "·down became ·up: show this prediction" }));
    expect(app.getState().scene.selection.position).toBe(1);
    await user.click(screen.getByRole("button", { name: "undo: decoder block 2, self-attention, head 3" }));
    expect(app.getState().scene.changes).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(app.getState().scene.changes).toHaveLength(1);
  });

  it("offers beam search to models with an encoder alone, and tells what cuts leave", async () => {
    const { app, user } = await renderApp(<OutcomePanel />, { answer: answering(dictionary(null)) });
    expect(screen.getAllByRole("radio").map((radio) => radio.parentElement?.textContent)).toEqual([
      "Likeliest",
      "Sampled",
      "Beam search",
    ]);
    await user.click(screen.getByRole("radio", { name: "Sampled" }));
    expect(app.getState().scene.generation.choosing).toEqual({
      kind: "sample",
      temperature: 1,
      topK: null,
      topP: null,
    });
    expect(screen.getByText(/90\.0 % of the distribution \(tokens: 2\)\. Cut off: 10\.0 %/)).toBeTruthy();
    const topP = screen.getByRole("slider", { name: "Top-p" });
    topP.focus();
    expect(topP.getAttribute("aria-valuetext")).toBe("all");
    await user.click(screen.getByRole("button", { name: "New seed" }));
    expect(app.getState().scene.generation.seed).toBe(2);
    cleanup();
    await renderApp(<OutcomePanel />, { link: { model: "dictionary" }, answer: answering(dictionary(null)) });
    expect(screen.queryByRole("radio", { name: "Beam search" })).toBeNull();
  });

  it("chooses a position by its token", async () => {
    const { app, user } = await renderApp(<OutcomePanel />, {
      answer: answering(dictionary(null)),
      link: { model: "dictionary", generation: { ...usualGeneration, steps: 0 } },
    });
    await user.click(screen.getByRole("button", { name: "Show the prediction after cat" }));
    expect(app.getState().scene.selection).toMatchObject({ position: 0, query: 0, key: null });
    expect(screen.getByRole("heading", { name: "Next token after “cat”" })).toBeTruthy();
  });
});
