// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { RowBars } from "./RowBars";

afterEach(cleanup);

/** The third key is masked; `seen` is every row that was set. */
function Row({ seen }: { readonly seen: (readonly number[])[] }) {
  const [weights, setWeights] = useState<readonly number[]>([0.5, 0.5, 0]);
  return (
    <RowBars
      weights={weights}
      labels={["la", "voiture", "rouge"]}
      language="fr"
      open={(key) => key < 2}
      label="row"
      nameOf={(key) => `weight on key ${key}`}
      masked="masked"
      onChange={(set) => {
        seen.push(set);
        setWeights(set);
      }}
    />
  );
}

const values = () => screen.getAllByRole("slider").map((bar) => bar.getAttribute("aria-valuetext"));

/** Bars of 50 pixels beside each other, tracks from 100 pixels up to 0. */
function placeBars(): void {
  for (const [index, bar] of screen.getAllByRole("slider").entries()) {
    const left = index * 50;
    bar.getBoundingClientRect = () => new DOMRect(left, 0, 50, 120);
    const track = bar.querySelector(".row-bar-track");
    if (track) track.getBoundingClientRect = () => new DOMRect(left, 0, 50, 100);
  }
}

describe("RowBars", () => {
  it("sets a weight by keys, and the row still adds up to one", async () => {
    const seen: (readonly number[])[] = [];
    render(<Row seen={seen} />);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard("{PageUp}{ArrowUp}");
    expect(values()).toEqual(["0.800000", "0.200000", "masked"]);
    for (const row of seen) expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it("takes weight along with Shift, but none to a masked key", async () => {
    render(<Row seen={[]} />);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard("{Shift>}{ArrowRight}{/Shift}");
    expect(values()).toEqual(["0.450000", "0.550000", "masked"]);
    expect(document.activeElement?.getAttribute("aria-label")).toBe("weight on key 1");
    await user.keyboard("{Shift>}{ArrowRight}{/Shift}");
    expect(values()).toEqual(["0.450000", "0.550000", "masked"]);
  });

  it("moves all of a key's weight where its bar is dragged to, and says so once", () => {
    const seen: (readonly number[])[] = [];
    render(<Row seen={seen} />);
    placeBars();
    const [first] = screen.getAllByRole("slider");
    if (!first) throw new Error("There are no bars.");
    const point = (kind: string, clientX: number, clientY: number) =>
      fireEvent(first, new MouseEvent(kind, { bubbles: true, button: 0, clientX, clientY }));
    point("pointerdown", 20, 50);
    point("pointermove", 20, 25);
    expect(values()).toEqual(["0.750000", "0.250000", "masked"]);
    point("pointermove", 70, 25);
    expect(values()).toEqual(["0", "1.000000", "masked"]);
    expect(seen).toEqual([]);
    point("pointerup", 70, 25);
    expect(seen).toEqual([[0, 1, 0]]);
  });
});
