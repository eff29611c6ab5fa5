// @vitest-environment jsdom
import { act, cleanup, screen, within } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { renderApp } from "../../../tests/render/app";
import type { AttentionMap, RunRequest } from "../../engine/protocol";
import { startI18n } from "../../i18n";
import { resultOf, settled } from "../../state/fakeEngine";
import { useApp } from "../../state/useApp";
import { WithoutPanel } from "./WithoutPanel";

beforeAll(() => {
  startI18n();
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
});
afterEach(cleanup);

const map: AttentionMap = {
  stack: "decoder",
  layer: 1,
  part: "crossAttention",
  heads: 4,
  queries: 2,
  keys: 2,
  pattern: new Float32Array(4 * 2 * 2).fill(0.5),
};
const tokens = (...texts: string[]) =>
  texts.map((text, id) => ({ id, text, known: true, suggestions: [], place: null, masked: false, patch: null }));

/** With the rows that are set by hand. */
function patternOf({ changes }: RunRequest): Float32Array {
  const pattern = map.pattern.slice();
  for (const change of changes) {
    if (change.kind === "pattern")
      pattern.set(change.weights, (change.at.head * map.queries + change.query) * map.keys);
  }
  return pattern;
}

function answer(request: RunRequest) {
  const given = resultOf(request);
  if (given.kind !== "result") return given;
  const stacks = [
    { stack: "encoder", tokens: tokens("the", "car") },
    { stack: "decoder", tokens: tokens("<fr>", "la") },
  ] as const;
  const changed = request.changes.length > 0;
  const effect = {
    rows: [{ position: 0, divergence: 0.5, before: 2, after: 3, difference: -0.4 }],
    mean: 0.5,
    changed: 1,
  };
  return {
    kind: "result" as const,
    result: {
      ...given.result,
      stacks,
      attention: [{ ...map, pattern: patternOf(request) }],
      baseline: changed ? given.result.outcome : null,
      effect: changed ? effect : null,
      recomputed: changed ? 3 : 10,
    },
  };
}

function Panel() {
  const run = useApp((state) => state.run);
  return run ? <WithoutPanel run={run} /> : null;
}

async function opened(engine: Parameters<typeof renderApp>[1] = {}) {
  const rendered = await renderApp(<Panel />, { answer, ...engine });
  const changes = () => rendered.app.getState().scene.changes;
  const press = async (name: string | RegExp, role: "switch" | "button" | "radio" = "switch") => {
    await rendered.user.click(screen.getByRole(role, { name }));
    await act(settled);
  };
  return { ...rendered, changes, press };
}

describe("WithoutPanel", () => {
  it("has a row for each sublayer of each stack, in the order of the model", async () => {
    await opened();
    const table = screen.getByRole("table", { name: "Switches of the decoder" });
    const rows = within(table).getAllByRole("rowheader");
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      "embedding",
      "1decoder block 1",
      "self-attention",
      "cross-attention",
      "feed-forward",
      "2decoder block 2",
      "self-attention",
      "cross-attention",
      "feed-forward",
      "after the last block",
    ]);
  });

  it("switches sublayers, blocks, residual connections, norms, the mask and heads, says what to expect, and undoes it", async () => {
    const { app, changes, press } = await opened();
    const mask = screen.getByRole("switch", { name: "decoder block 1, self-attention: mask" });
    expect(mask.getAttribute("aria-description")).toMatch(/^Tokens may read those that come after them/);
    await press("decoder block 1, self-attention: mask");
    expect(changes()).toEqual([{ kind: "skip", path: "decoder.0.selfAttention.maskedScores", keep: 0 }]);
    expect(mask.getAttribute("aria-checked")).toBe("false");
    await press("encoder block 2, feed-forward: residual connection");
    await press("decoder block 2, cross-attention: layer norm");
    await press("encoder block 1: block");
    expect(
      screen.getByRole("switch", { name: "encoder block 1, self-attention: attention" }).getAttribute("aria-checked"),
    ).toBe("false");
    await press("decoder block 2, cross-attention, head 3");
    expect(changes().at(-1)).toEqual({
      kind: "head",
      at: { stack: "decoder", layer: 1, part: "crossAttention", head: 2 },
      to: "zero",
    });
    const before = changes().length;
    await press("decoder block 2, cross-attention, head 3");
    expect(changes()).toHaveLength(before - 1);
    act(() => app.getState().undo());
    expect(changes()).toHaveLength(before);
  });

  it("replaces heads by their mean, or by their value on another text that can change", async () => {
    const { user, changes, press } = await opened();
    await press("its mean", "radio");
    await press("encoder block 1, self-attention, head 1");
    await press("its value on another text", "radio");
    await press("encoder block 1, self-attention, head 2");
    const field = screen.getByRole("textbox", { name: "Other text" });
    await user.clear(field);
    await user.type(field, "the cat sleeps{Enter}");
    await act(settled);
    expect(changes().map((change) => change.kind === "head" && change.to)).toEqual([
      "mean",
      { text: "the cat sleeps" },
    ]);
  });

  it("puts what came out before beside what comes out now, with how far they are apart", async () => {
    const { press } = await opened();
    expect(screen.getByText("Nothing is changed yet. Switch something off below.")).toBeTruthy();
    await press("decoder block 2, cross-attention, head 1");
    expect(screen.getByRole("region", { name: "What changes" }).textContent).toContain(
      "1 of 1 predictions changed · KL divergence 0.500 nats on average · 3 of 10 operations computed again",
    );
    expect(screen.getByRole("button", { name: "Compare the predictions after <fr>" })).toBeTruthy();
  });

  it("sets a row by hand, several keys in a row, and goes back", async () => {
    const { user, changes, press } = await opened({
      link: { selection: { ...map, head: 2, query: 1, key: null, position: null } },
    });
    const [the] = screen.getAllByRole("slider");
    the?.focus();
    await user.keyboard("{ArrowUp}{ArrowUp}");
    await act(settled);
    expect(changes()).toHaveLength(1);
    const [change] = changes();
    if (change?.kind !== "pattern") throw new Error("No row was set.");
    expect(change).toMatchObject({ at: { head: 2 }, query: 1 });
    expect(change.weights[0]).toBeCloseTo(0.6, 6);
    await press("Back to what the model computes", "button");
    expect(changes()).toEqual([]);
  });
});
