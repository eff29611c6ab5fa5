// @vitest-environment jsdom
import { act, cleanup, screen } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { renderApp } from "../../../tests/render/app";
import type { AttentionMap, RunRequest } from "../../engine/protocol";
import { startI18n } from "../../i18n";
import { resultOf, settled } from "../../state/fakeEngine";
import { useApp } from "../../state/useApp";
import { AttentionPanel } from "./AttentionPanel";

beforeAll(() => {
  startI18n();
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
});
afterEach(cleanup);

const words = ["the", "red", "car"];
const stackTokens = words.map((text, id) => {
  return { id, text, known: true, suggestions: [], place: null, masked: false, patch: null };
});

/** Every head of the encoder reads one token alone: its own, the one before, the one after, the first. */
const reads = [(q: number) => q, (q: number) => q - 1, (q: number) => q + 1, () => 0] as const;
const clamped = (key: number) => Math.min(2, Math.max(0, key));
const maps: readonly AttentionMap[] = [0, 1].map((layer) => {
  const pattern = new Float32Array(4 * 3 * 3);
  for (const [head, key] of reads.entries()) {
    for (let query = 0; query < 3; query++) pattern[(head * 3 + query) * 3 + clamped(key(query))] = 1;
  }
  return { stack: "encoder", layer, part: "selfAttention", heads: 4, queries: 3, keys: 3, pattern };
});

function answer(request: RunRequest) {
  const given = resultOf(request);
  if (given.kind !== "result") return given;
  const stacks = [{ stack: "encoder", tokens: stackTokens }] as const;
  return { kind: "result" as const, result: { ...given.result, attention: maps, stacks } };
}

function Panel() {
  const run = useApp((state) => state.run);
  return run ? <AttentionPanel run={run} /> : null;
}

const chosen = {
  stack: "encoder",
  layer: 1,
  part: "selfAttention",
  head: 3,
  query: null,
  key: null,
  position: null,
} as const;

async function opened(link: Parameters<typeof renderApp>[1] = {}) {
  const rendered = await renderApp(<Panel />, { answer, link: { selection: chosen }, ...link });
  const scene = () => rendered.app.getState().scene;
  const press = async (role: "button" | "switch" | "radio", name: string | RegExp) => {
    await rendered.user.click(screen.getByRole(role, { name }));
    await act(settled);
  };
  return { ...rendered, scene, press };
}

describe("AttentionPanel", () => {
  it("says of the chosen head what it does", async () => {
    await opened();
    expect(screen.getByRole("heading", { name: "encoder block 2, self-attention · head 4" })).toBeTruthy();
    expect(document.querySelector(".say")?.textContent).toBe(
      "In this head, car reads most from the (1.00). Its shares over all 3 tokens add up to 1. " +
        "On average over its rows, 100.0 % of the weight goes to the first token.",
    );
  });

  it("chooses a head in the grid by keyboard, and switches any by its switch", async () => {
    const { user, scene, press } = await opened();
    screen.getByRole("grid", { name: /^Encoder self-attention: 2 layers by 4 heads/ }).focus();
    await user.keyboard("{ArrowUp}{ArrowLeft}{Enter}");
    expect(scene().selection).toMatchObject({ layer: 0, head: 2 });
    await press("switch", "encoder block 2, self-attention, head 1: switch");
    expect(scene().changes).toEqual([
      { kind: "head", at: { stack: "encoder", layer: 1, part: "selfAttention", head: 0 }, to: "zero" },
    ]);
    await press("button", "Switch this head off");
    expect(scene().changes).toHaveLength(2);
    expect(screen.getByText(/^This head is switched off/)).toBeTruthy();
  });

  it("pins a cell of the heatmap into the selection", async () => {
    const { user, scene } = await opened();
    screen.getByRole("grid", { name: /^Attention weights of/ }).focus();
    await user.keyboard("{ArrowDown}{ArrowRight}{Enter}");
    expect(scene().selection).toMatchObject({ query: 1, key: 1 });
  });

  it("takes heads together, and says so in the title", async () => {
    const { scene, press } = await opened();
    await press("radio", "average");
    expect(scene().look.merge).toEqual({ by: "mean", heads: [0, 1, 2, 3] });
    await press("button", "head 1");
    await press("button", "head 2");
    expect(screen.getByRole("heading", { name: /average of heads 3, 4$/ })).toBeTruthy();
    await press("radio", "maximum");
    expect(screen.getByRole("heading", { name: /maximum of heads 3, 4$/ })).toBeTruthy();
  });

  it("adds up what several tokens read, and what is read of them", async () => {
    const { press } = await opened({
      link: { selection: chosen, look: { figure: "sums", stage: "pattern", merge: null } },
    });
    await screen.findByText("key “the” is read by car: 1.000000 together");
    await press("button", "red");
    expect(screen.getByText("key “the” is read by red, car: 2.000000 together")).toBeTruthy();
    await press("radio", "over keys");
    expect(screen.getByText("query “car” reads from the: 1.000000 together")).toBeTruthy();
  });

  it("counts numbers of every head when they are wanted, and a row chooses its head", async () => {
    const { user, scene } = await opened();
    await user.click(screen.getByText("All heads in numbers"));
    const row = await screen.findByRole("button", { name: "encoder block 1, self-attention, head 2" });
    // The second and the third token read the one before; the first has none.
    expect(row.closest("tr")?.textContent).toContain("100.0 %");
    await user.click(row);
    expect(scene().selection).toMatchObject({ layer: 0, head: 1 });
  });
});
