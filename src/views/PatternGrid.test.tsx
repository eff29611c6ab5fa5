// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { type Cell, PatternGrid } from "./PatternGrid";

afterEach(cleanup);

function Grid({ onSelect = () => undefined }: { readonly onSelect?: (cell: Cell) => void }) {
  const [selected, setSelected] = useState<Cell | null>({ query: 1, key: 0 });
  return (
    <PatternGrid
      pattern={Float32Array.of(1, 0, 0.25, 0.75)}
      queryLabels={["la", "voiture"]}
      keyLabels={["the", "car"]}
      queryLanguage="fr"
      keyLanguage="en"
      masked={({ query, key }) => key > query}
      selected={selected}
      onSelect={(cell) => {
        setSelected(cell);
        onSelect(cell);
      }}
      theme="light"
      label="weights"
      describe={({ query, key }, value) => `${query} to ${key}: ${value}`}
      corner={{ query: "query", key: "key" }}
    />
  );
}

describe("PatternGrid", () => {
  it("names every cell with its value in full, and writes it rounded", () => {
    render(<Grid />);
    const cells = screen.getAllByRole("gridcell");
    expect(cells.map((cell) => cell.getAttribute("aria-label"))).toEqual([
      "0 to 0: 1.000000",
      "0 to 1: 0",
      "1 to 0: 0.250000",
      "1 to 1: 0.750000",
    ]);
    expect(cells.map((cell) => cell.dataset.weight)).toEqual(["1.00", "", "0.25", "0.75"]);
    expect(cells[1]?.className).toBe("masked");
  });

  it("has one stop of the Tab key, the selected cell, and moves by arrows", async () => {
    const seen: Cell[] = [];
    render(<Grid onSelect={(cell) => seen.push(cell)} />);
    const user = userEvent.setup();
    await user.tab();
    expect(document.activeElement?.getAttribute("aria-label")).toBe("1 to 0: 0.250000");
    await user.keyboard("{ArrowRight}{ArrowRight}{ArrowUp}");
    expect(seen.at(-1)).toEqual({ query: 0, key: 1 });
    await user.tab();
    expect(document.activeElement).toBe(document.body);
  });

  it("reads out the cell under the pointer, and the selected one after it left", async () => {
    const { container } = render(<Grid />);
    const readout = () => container.querySelector(".readout")?.textContent;
    expect(readout()).toBe("1 to 0: 0.250000");
    const user = userEvent.setup();
    const [first] = screen.getAllByRole("gridcell");
    if (!first) throw new Error("There is no cell.");
    await user.hover(first);
    expect(readout()).toBe("0 to 0: 1.000000");
    await user.unhover(screen.getByRole("grid"));
    expect(readout()).toBe("1 to 0: 0.250000");
  });
});
