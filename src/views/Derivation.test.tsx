// @vitest-environment jsdom
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import traced from "../../tests/gallery/traces/derivations.json";
import type { DerivedCell } from "../engine/protocol";
import { full } from "../geometry/format";
import { setLanguage, startI18n } from "../i18n";
import type { Explanation } from "../model/explain/explain";
import type { Axis } from "../model/operations/operation";
import { Derivation } from "./Derivation";

// Numbers of the shipped model (scripts/record-derivations.ts).
const recorded = traced.recorded as unknown as readonly { cell: DerivedCell; explanation: Explanation }[];
startI18n();

beforeAll(() => {
  void setLanguage("en");
  // axe asks a canvas what letters look like; jsdom has none.
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
});
afterEach(cleanup);

const label = (axis: Axis, place: number) =>
  (axis === "T" ? traced.target[place] : axis === "S" ? traced.source[place] : null) ?? null;

function show(name: string, changed: Partial<DerivedCell> = {}) {
  const found = recorded.find(({ cell }) => cell.name === name);
  if (!found) throw new Error(`No derivation of ${name} is recorded.`);
  const onFollow = vi.fn();
  const cell = { ...found.cell, ...changed };
  const { container } = render(
    <Derivation cell={cell} explanation={found.explanation} label={label} onFollow={onFollow} />,
  );
  return { cell, onFollow, container };
}

const scores = "decoder.1.crossAttention.scores";

describe("a sum of many products", () => {
  it("lists the largest first, the others together, and their sum", () => {
    const { cell } = show(scores);
    const terms = within(screen.getByRole("list", { name: "Terms of the sum" })).getAllByRole("listitem");
    expect(terms).toHaveLength(10);
    const values = terms.map((term) => Number(term.querySelector(".figure")?.getAttribute("title")));
    const products = values.slice(0, 8).map(Math.abs);
    expect(products).toEqual([...products].sort((a, b) => b - a));
    expect(terms[8]?.textContent).toContain("8 smaller ones together");
    const sum = values.slice(0, 9).reduce((before, value) => before + value, 0);
    expect(sum).toBeCloseTo(cell.derivation.result, 4);
    expect(values[9]).toBeCloseTo(cell.derivation.result, 5);
  });

  it("opens to all of them, and closes", async () => {
    show(scores);
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: "Show all 16" }));
    expect(within(screen.getByRole("list", { name: "Terms of the sum" })).getAllByRole("listitem")).toHaveLength(17);
    await user.click(screen.getByRole("button", { name: "Show the largest only" }));
    expect(within(screen.getByRole("list", { name: "Terms of the sum" })).getAllByRole("listitem")).toHaveLength(10);
  });

  it("names each factor by its value, head, token and cell, and follows it", async () => {
    const { cell, onFollow } = show(scores);
    const user = userEvent.setup();
    const [first] = screen.getAllByRole("button", { name: /^queries by head, head 3 · rouge · \d+: .* Show where/ });
    if (!first) throw new Error("There is no factor.");
    await user.click(first);
    const [operand, index] = onFollow.mock.calls[0] ?? [];
    expect(operand).toMatchObject({ name: "decoder.1.crossAttention.queryHeads", from: "step" });
    const derivation = cell.derivation;
    if (derivation.kind !== "terms") throw new Error("Scores are sums.");
    const factor = derivation.terms.flatMap(({ factors }) => factors).find((one) => one.index === index);
    expect(first.getAttribute("aria-label")).toContain(first.textContent ?? "no number");
    expect(first.getAttribute("title")).toContain(full(factor?.value ?? Number.NaN));
  });

  it("is one stop of the Tab key, with arrows from factor to factor", async () => {
    show(scores);
    const user = userEvent.setup();
    await user.tab();
    expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^queries/);
    await user.keyboard("{ArrowRight}");
    expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^keys by head, head 3 · red/);
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^keys/);
    await user.tab();
    expect(document.activeElement?.textContent).toBe("Show all 16");
  });

  it("labels the products of a mix with the tokens that are read, and counts a bias apart", () => {
    show("decoder.1.crossAttention.headOutput");
    const labels = [...document.querySelectorAll(".derivation-label")].map((element) => element.textContent);
    expect([...labels].sort()).toEqual(["car", "fast", "is", "red", "sum", "the"]);
    cleanup();
    show("decoder.0.feedForward.ffnPre");
    expect(screen.getByText(/^64 products and a bias/)).toBeTruthy();
  });
});

describe("a softmax", () => {
  it("shows the cell's own power however small it is, apart from the others", () => {
    const [found] = recorded.filter(({ cell }) => cell.derivation.kind === "softmax");
    if (found?.cell.derivation.kind !== "softmax") throw new Error("No softmax is recorded.");
    const { derivation } = found.cell;
    // The row once more, many times, so that most of it does not fit: each copy of the largest counts as much.
    const terms = Array.from({ length: 300 }, (_, i) => derivation.terms[i % derivation.terms.length]);
    const long = terms.map((term, place) => ({
      exponential: term?.exponential ?? 0,
      operand: { ...(term?.operand ?? { input: 0, value: 0 }), index: [0, 1, 3, place] },
    }));
    const denominator = long.reduce((sum, { exponential }) => sum + exponential, 0);
    const place = long.findIndex(({ exponential }) => exponential === derivation.numerator);
    const cell = { ...found.cell, derivation: { ...derivation, terms: long, denominator, place } };
    const { container } = render(
      <Derivation cell={cell} explanation={found.explanation} label={label} onFollow={() => undefined} />,
    );
    const rows = () => [...container.querySelectorAll(".derivation-terms > li")];
    expect(rows().map(({ className }) => className)).toEqual([...Array(8).fill(""), "chosen", "others", "sum"]);
    expect(rows()[9]?.textContent).toContain("291 smaller ones together");
    expect(screen.getByRole("button", { name: "Show the largest 200" })).toBeTruthy();
  });
});

describe("rounding", () => {
  it("is said where it shows", () => {
    show("decoder.0.selfAttention.maskedScores");
    expect(screen.getByText(/the model, which rounds .* computed -1000000000/)).toBeTruthy();
  });

  it("is not mentioned where it does not", () => {
    show("decoder.1.crossAttention.scaledScores");
    expect(screen.queryByText(/which rounds/)).toBeNull();
  });
});

it("says that a change replaced the number", () => {
  const { cell } = show("decoder.1.crossAttention.headOutput", { replaced: 0, value: 0 });
  expect(screen.getByText(/put 0 in this place\. The calculation itself gives/).textContent).toContain(
    full(cell.derivation.result),
  );
  expect(screen.queryByText(/which rounds/)).toBeNull();
});

describe.each(["en", "zh-Hans"] as const)("in %s", (language) => {
  it.each(recorded.map(({ cell }) => [cell.name]))(
    "shows every operand and the result of %s, without a fault of access",
    async (name) => {
      await setLanguage(language);
      const { container, cell } = show(name);
      if (cell.derivation.kind !== "sinusoid") expect(screen.getAllByRole("button").length).toBeGreaterThan(0);
      const numbers = [...container.querySelectorAll(".figure, .operand")].map(
        (element) => `${element.getAttribute("title")} ${element.textContent}`,
      );
      expect(numbers.some((number) => number.includes(full(cell.derivation.result)))).toBe(true);
      expect(container.textContent).not.toMatch(/\{\{|undefined|NaN/);
      const { violations } = await axe.run(container, {
        rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
      });
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
      await setLanguage("en");
    },
  );
});
