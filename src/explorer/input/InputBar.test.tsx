// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { renderApp } from "../../../tests/render/app";
import type { Answer, Outcome, RunRequest, StackToken } from "../../engine/protocol";
import { startI18n } from "../../i18n";
import { resultOf } from "../../state/fakeEngine";
import { InputBar } from "./InputBar";

beforeAll(() => {
  startI18n();
  // jsdom lacks it, and popovers use it.
  vi.stubGlobal("CSS", { escape: (text: string) => text });
});
afterEach(cleanup);

const token = (text: string, start: number): StackToken => ({
  id: 1,
  text,
  known: true,
  suggestions: [],
  place: { start, end: start + text.length },
  masked: false,
  patch: null,
});

/** An engine that reads words, and answers with what `outcome` makes of them. */
function reading(stack: "encoder" | "decoder", outcome: (words: readonly StackToken[], steps: number) => Outcome) {
  return (request: RunRequest): Answer => {
    const answer = resultOf(request);
    if (answer.kind !== "result" || request.input.kind !== "text") return answer;
    const { text, masked = [] } = request.input;
    const tokens = [...text.matchAll(/\S+/g)].map(({ 0: word, index }, place) => ({
      ...token(word, index),
      known: word !== "foo",
      suggestions: word === "foo" ? ["food"] : [],
      masked: masked.includes(place),
    }));
    const stacks = [{ stack, tokens }];
    return { ...answer, result: { ...answer.result, stacks, outcome: outcome(tokens, request.generation.steps ?? 3) } };
  };
}

const fill = (words: readonly StackToken[]): Outcome => ({
  kind: "masked",
  text: "",
  places: words.flatMap(({ masked }, position) => (masked ? [{ position, candidates: [guess("small")] }] : [])),
});

const guess = (text: string) => ({ id: 5, text, probability: 0.4, chance: null, before: null });

const goOn = (words: readonly StackToken[], steps: number): Outcome => ({
  kind: "nextToken",
  prompt: words.length,
  text: "on ".repeat(steps),
  ended: steps === 3,
  positions: [...words.map(({ text }) => text), ...Array.from({ length: steps }, () => "on")].map(
    (given, place, all) => ({
      given: { id: 1, text: given },
      candidates: [guess("on")],
      next: place + 1 < all.length || steps === 3 ? guess("on") : null,
      kept: null,
    }),
  ),
});

describe("the input bar", () => {
  it("hides a token from a model that fills masks when it is clicked, and shows it again", async () => {
    const { app, user } = await renderApp(<InputBar />, {
      link: { model: "fill-mask", input: { kind: "text", text: "a small animal" } },
      answer: reading("encoder", fill),
    });
    await user.click(screen.getByRole("button", { name: "Hide “small” from the model" }));
    expect(app.getState().scene.input).toEqual({ kind: "text", text: "a small animal", masked: [1] });
    const hidden = screen.getByRole("button", { name: "Show “small” to the model again" });
    expect(hidden.textContent).toBe("[MASK]");
    expect(screen.getByText("small 40.0 %")).toBeTruthy();
    await user.click(hidden);
    expect(app.getState().scene.input).toMatchObject({ masked: [] });
  });

  it("replaces an unknown word by one that is offered", async () => {
    const { app, user } = await renderApp(<InputBar />, {
      link: { input: { kind: "text", text: "the foo sleeps", language: "fr" } },
      answer: reading("encoder", (words) => goOn(words, 3)),
    });
    await user.click(screen.getByRole("button", { name: "foo, a word that the model does not know" }));
    await user.click(screen.getByRole("button", { name: "Replace “foo” with “food”" }));
    expect(app.getState().scene.input).toMatchObject({ text: "the food sleeps" });
  });

  it("writes one token, goes on to the end, and starts over", async () => {
    const { app, user } = await renderApp(<InputBar />, {
      link: { model: "dictionary" },
      answer: reading("decoder", goOn),
    });
    const steps = () => app.getState().scene.generation.steps;
    const button = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });
    expect(steps()).toBe(0);
    expect(button("Start over").disabled).toBe(true);
    await user.click(button("One token"));
    expect(steps()).toBe(1);
    await user.click(button("One token"));
    expect(steps()).toBe(2);
    await user.click(button("Write on"));
    expect(steps()).toBeNull();
    expect(button("Write on").disabled).toBe(true);
    await user.click(button("Start over"));
    expect(steps()).toBe(0);
    await user.type(screen.getByRole("textbox"), "{Enter}");
    expect(steps()).toBeNull();
  });

  it("stops at what is written so far", async () => {
    const { app, user, workers } = await renderApp(<InputBar />, {
      link: { model: "dictionary" },
      answer: (request) =>
        request.generation.steps === null ? new Promise<Answer>(() => undefined) : reading("decoder", goOn)(request),
    });
    await user.click(screen.getByRole("button", { name: "Write on" }));
    const id = workers.at(-1)?.requests.at(-1)?.id ?? 0;
    act(() => workers.at(-1)?.write(id, "on on", 2));
    await user.click(screen.getByRole("button", { name: "Stop" }));
    expect(app.getState().scene.generation.steps).toBe(2);
    expect(screen.queryByRole("button", { name: "Stop" })).toBeNull();
  });

  it("offers the model's examples, and keeps the field to one line where they have one", async () => {
    const { app, user } = await renderApp(<InputBar />, { link: { model: "dictionary" } });
    await user.click(screen.getByRole("button", { name: /Examples/ }));
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "dog (noun):" }));
    expect(app.getState().scene.input).toEqual({ kind: "text", text: "dog (noun):" });
    fireEvent.change(screen.getByRole("textbox"), { target: { value: "one\ntwo" } });
    expect(app.getState().scene.input).toEqual({ kind: "text", text: "one two" });
  });

  it("offers a language only where there are several", async () => {
    const { app, user } = await renderApp(<InputBar />);
    await user.click(screen.getByRole("radio", { name: "Chinese" }));
    expect(app.getState().scene.input).toMatchObject({ language: "zh" });
    cleanup();
    await renderApp(<InputBar />, { link: { model: "dictionary" } });
    expect(screen.queryByRole("radio")).toBeNull();
  });
});
