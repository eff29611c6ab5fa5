// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { startI18n } from "../i18n";
import { NormsChart } from "./NormsChart";
import { PositionCurves } from "./PositionCurves";
import { ProjectionView } from "./ProjectionView";
import { SimilarityMatrix } from "./SimilarityMatrix";
import { TokenRowsHeatmap } from "./TokenRowsHeatmap";

beforeAll(() => {
  startI18n();
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
});
afterEach(cleanup);

const tokens = ["the", "car"];
const layers = [
  { label: "embedding", data: Float32Array.of(3, 4, 0, 1) },
  { label: "block 1", data: Float32Array.of(6, 8, 3, 0) },
];
const cell = () => screen.getByRole("gridcell").getAttribute("aria-label");

function Rows({ View }: { readonly View: typeof TokenRowsHeatmap | typeof SimilarityMatrix }) {
  const [layer, setLayer] = useState(0);
  return <View layers={layers} layer={layer} onLayer={setLayer} tokens={tokens} label="stream" theme="light" />;
}

describe("layers on a slider", () => {
  it("show another layer's vectors, and say its name", () => {
    render(<Rows View={TokenRowsHeatmap} />);
    expect(cell()).toBe("row “the”, column “0”: 3.000000");
    expect(screen.getByRole("slider").getAttribute("aria-valuetext")).toBe("embedding");
    fireEvent.change(screen.getByRole("slider"), { target: { value: "1" } });
    expect(screen.getByRole("slider").getAttribute("aria-valuetext")).toBe("block 1");
    expect(cell()).toBe("row “the”, column “0”: 6.000000");
  });

  it("compare tokens by the cosine", async () => {
    render(<Rows View={SimilarityMatrix} />);
    const user = userEvent.setup();
    await user.tab();
    await user.tab();
    await user.keyboard("{ArrowRight}");
    expect(cell()).toBe("row “the”, column “car”: 0.800000");
  });
});

describe("NormsChart", () => {
  it("reads the length of a token's vector at each layer, and chooses its line", async () => {
    const chosen: (number | null)[] = [];
    render(
      <NormsChart layers={layers} tokens={tokens} label="norms" selected={null} onSelect={(row) => chosen.push(row)} />,
    );
    const user = userEvent.setup();
    await user.tab();
    expect(cell()).toBe("the, embedding: 5.000000");
    await user.keyboard("{ArrowRight}{ArrowDown}{Enter}");
    expect(cell()).toBe("car, block 1: 3.000000");
    expect(chosen).toEqual([1]);
  });
});

describe("PositionCurves", () => {
  it("reads a column as a curve", async () => {
    const encoding = Float32Array.of(0, 1, 0.75, 0.5, 1, -0.25);
    render(
      <PositionCurves
        encoding={encoding}
        positions={3}
        label="encoding"
        theme="light"
        selected={1}
        onSelect={() => undefined}
      />,
    );
    const [, curves] = screen.getAllByRole("grid");
    curves?.focus();
    await userEvent.setup().keyboard("{End}");
    expect(screen.getAllByRole("gridcell")[1]?.getAttribute("aria-label")).toBe("dimension 1, 2: -0.250000");
  });
});

describe("ProjectionView", () => {
  it("names every token with its place, and says how much of the variance is shown", async () => {
    const chosen: (number | null)[] = [];
    render(
      <ProjectionView
        layers={layers}
        layer={1}
        onLayer={() => undefined}
        tokens={tokens}
        language="en"
        label="plane"
        selected={null}
        onSelect={(token) => chosen.push(token)}
      />,
    );
    const [the, car] = screen.getAllByRole("button");
    // Two dimensions are all there are.
    expect(screen.getByText(/^Across: \d+\.\d % .* upwards: \d+\.\d %/)).toBeDefined();
    expect(the?.getAttribute("aria-label")).toMatch(/^“the” block 1: -?\d+\.\d{6} along the first axis/);
    the?.focus();
    await userEvent.setup().keyboard("{ArrowRight}{Enter}");
    expect(document.activeElement).toBe(car);
    expect(chosen).toEqual([1]);
  });
});
