// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { BeamNode } from "../geometry/beamTree";
import { startI18n } from "../i18n";
import { BeamTree } from "./BeamTree";
import { ClassBars } from "./ClassBars";
import { ContributionBars } from "./ContributionBars";
import { DistributionBars } from "./DistributionBars";
import { EffectHeatmap } from "./EffectHeatmap";
import { LogitLensTable } from "./LogitLensTable";
import { OutcomeComparison } from "./OutcomeComparison";

beforeAll(() => {
  startI18n();
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
});
afterEach(cleanup);

const ignore = () => undefined;
const words = (list: HTMLElement) => [...list.querySelectorAll("li .hidden")].map(({ textContent }) => textContent);

describe("ContributionBars", () => {
  const parts = [1, -3, 0.25, 0.5].map((value, index) => ({ id: `p${index}`, label: `part ${index}`, value }));

  it("lists the largest first, the others as one, and a sum that all add up to", () => {
    render(<ContributionBars parts={parts} label="logit" sumLabel="logit of “red”" most={2} result={-1.25} />);
    expect(words(screen.getByRole("list"))).toEqual([
      "part 1: -3.000000",
      "part 0: 1.000000",
      "2 others together: 0.750000",
      "logit of “red”: -1.250000",
    ]);
    expect(screen.queryByText(/rounds/)).toBeNull();
  });

  it("says so when the model's own rounding shows", () => {
    render(<ContributionBars parts={parts} label="logit" sumLabel="sum" result={-1.25002} />);
    expect(screen.getByText(/add up to -1.250000; .* computed -1.250020/)).toBeDefined();
  });
});

describe("DistributionBars", () => {
  it("says what each token had, and what the cut left it", async () => {
    const taken: number[] = [];
    render(
      <DistributionBars
        tokens={[
          { id: 7, text: "rouge", probability: 0.6, share: 0.75 },
          { id: 8, text: "vert", probability: 0.2, share: 0.25 },
          { id: 9, text: "bleu", probability: 0.15, share: 0 },
        ]}
        rest={{ count: 40, probability: 0.05, share: 0 }}
        language="fr"
        label="next"
        onTake={(id) => taken.push(id)}
      />,
    );
    expect(words(screen.getByRole("list"))).toEqual([
      "rouge: 0.600000, after the cut 0.750000",
      "vert: 0.200000, after the cut 0.250000",
      "bleu: 0.150000, cut off",
      "40 others together: 0.050000, cut off",
    ]);
    for (const button of screen.getAllByRole("button")) await userEvent.setup().click(button);
    expect(taken).toEqual([7, 8, 9]);
  });
});

describe("ClassBars", () => {
  it("puts the likeliest class first and marks the right one", () => {
    const classes = [
      { id: "a", label: "animal", probability: 0.25 },
      { id: "p", label: "plant", probability: 0.75 },
    ];
    render(<ClassBars classes={classes} label="classes" expected="a" />);
    expect(words(screen.getByRole("list"))).toEqual(["plant: 0.750000", "animal: 0.250000, the right class"]);
  });
});

describe("OutcomeComparison", () => {
  it("sets the difference beside both shares, and none where one is not known", () => {
    render(
      <OutcomeComparison
        tokens={[
          { id: 1, text: "rouge", before: 0.97, now: 0.63 },
          { id: 2, text: "vert", before: 0.25, now: 0.25 },
          { id: 3, text: "bleu", before: null, now: 0.02 },
        ]}
        language="fr"
        label="next"
        smallest={{ before: 0.001, now: 0.001 }}
      />,
    );
    const cells = screen.getAllByRole("row").map((row) => row.querySelector("td:last-child")?.textContent);
    expect(cells).toEqual([undefined, "-34.0", "0.0", ""]);
    expect(screen.getByRole("row", { name: /^bleu: ≤ 0.001000 with everything on, 0.020000/ })).toBeDefined();
  });
});

describe("LogitLensTable", () => {
  it("reads the likeliest token of a place with its probability, and the next ones in the tip", async () => {
    const cells = [
      [
        { text: "rouge", probability: 0.75 },
        { text: "vert", probability: 0.125 },
      ],
    ];
    render(
      <LogitLensTable
        rows={[{ label: "embedding", cells }]}
        positions={["la"]}
        label="lens"
        theme="light"
        selected={null}
        onSelect={ignore}
      />,
    );
    await userEvent.setup().tab();
    expect(screen.getByRole("gridcell").getAttribute("aria-label")).toBe("embedding, after “la”: rouge 0.750000");
    expect(document.querySelector(".tip")?.textContent).toContain("vert 12.5 %");
  });
});

describe("EffectHeatmap", () => {
  it("ranks heads by the size of their effect, and leaves out what was not tried", () => {
    const rows = [
      { label: "block 1", effects: [0.5, null] },
      { label: "block 2", effects: [-2, 0.25] },
    ];
    render(<EffectHeatmap rows={rows} unit="nats" label="effects" theme="light" selected={null} onSelect={ignore} />);
    expect(words(screen.getByRole("list"))).toEqual([
      "block 2, head 1: nats -2.000000",
      "block 1, head 1: nats 0.500000",
      "block 2, head 2: nats 0.250000",
    ]);
  });
});

describe("BeamTree", () => {
  it("is walked by arrow keys, and says what each beam is worth and whether it was kept", async () => {
    const nodes: BeamNode[] = [
      { index: 0, parent: null, text: "<fr>", own: 0, total: 0, fate: "kept" },
      { index: 1, parent: 0, text: "la", own: Math.log(0.5), total: Math.log(0.5), fate: "kept" },
      { index: 2, parent: 1, text: "le", own: Math.log(0.25), total: Math.log(0.125), fate: "pruned" },
    ];
    const chosen: number[] = [];
    render(
      <BeamTree nodes={nodes} language="fr" label="beams" selected={null} onSelect={(index) => chosen.push(index)} />,
    );
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard("{ArrowRight}{ArrowRight}{Enter}");
    expect(chosen).toEqual([2]);
    expect(document.activeElement?.getAttribute("aria-label")).toMatch(
      /^le: probability 0.250000 .* -2.079442; dropped/,
    );
  });
});
