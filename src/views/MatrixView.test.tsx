// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { MatrixCell } from "../geometry/matrixLayout";
import { startI18n } from "../i18n";
import { type MatrixProps, MatrixView } from "./MatrixView";

beforeAll(() => {
  startI18n();
  // jsdom draws nothing; what is drawn is looked at in the gallery.
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
});
afterEach(cleanup);

const data = Float32Array.of(0.5, -1.25, 0, 2, 3, -0.1);

function View(props: Partial<MatrixProps>) {
  const [pinned, setPinned] = useState<MatrixCell | null>(null);
  return (
    <MatrixView
      data={data}
      rowLabels={["the", "car"]}
      columnLabels={["0", "1", "2"]}
      label="queries"
      theme="light"
      scale="signed"
      pinned={pinned}
      onPin={setPinned}
      {...props}
    />
  );
}

const current = () => screen.getByRole("gridcell").getAttribute("aria-label");

describe("MatrixView", () => {
  it("is one stop of the Tab key with its size in its name, and arrows read cell after cell in full", async () => {
    const seen: (MatrixCell | null)[] = [];
    render(<View onHover={(cell) => seen.push(cell)} />);
    const grid = screen.getByRole("grid", { name: /^queries: 2 rows by 3 columns/ });
    expect(grid.getAttribute("aria-rowcount")).toBe("2");
    const user = userEvent.setup();
    await user.tab();
    expect(document.activeElement).toBe(grid);
    expect(current()).toBe("row “the”, column “0”: 0.500000");
    await user.keyboard("{ArrowRight}{ArrowDown}");
    expect(current()).toBe("row “car”, column “1”: 3.000000");
    expect(grid.getAttribute("aria-activedescendant")).toBe(screen.getByRole("gridcell").id);
    expect(seen.at(-1)).toEqual({ row: 1, column: 1 });
    expect(document.querySelector(".tip")?.textContent).toBe("row “car”, column “1”: 3.000000");
    await user.tab();
    expect(document.querySelector(".tip")).toBeNull();
    expect(seen.at(-1)).toBeNull();
  });

  it("pins the cell by Enter and lets it go by Escape", async () => {
    render(<View />);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard("{End}{Enter}");
    expect(screen.getByRole("gridcell").getAttribute("aria-selected")).toBe("true");
    await user.keyboard("{Escape}");
    expect(screen.getByRole("gridcell").getAttribute("aria-selected")).toBe("false");
  });

  it("says that a cell is masked, and not its number", async () => {
    render(<View masked={({ column }) => column > 0} />);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard("{ArrowRight}");
    expect(current()).toBe("row “the”, column “1”: masked");
  });

  it("reads and pins the cell under the pointer", async () => {
    const pinned: (MatrixCell | null)[] = [];
    const { container } = render(<View labelWidth={40} onPin={(cell) => pinned.push(cell)} />);
    // Without a width there are compact cells of 13 pixels; the labels over them take 20.
    const at = { clientX: 40 + 13 + 2, clientY: 20 + 13 + 2 };
    const user = userEvent.setup();
    const target = screen.getByRole("grid");
    await user.pointer({ target, coords: at });
    expect(container.querySelector(".tip")?.textContent).toBe("row “car”, column “1”: 3.000000");
    await user.pointer({ keys: "[MouseLeft]", target, coords: at });
    expect(pinned).toEqual([{ row: 1, column: 1 }]);
    await user.pointer({ keys: "[MouseLeft]", target, coords: { clientX: 10, clientY: 30 } });
    expect(pinned).toHaveLength(1);
  });

  it("says so when there is nothing to show", () => {
    render(<View data={new Float32Array()} rowLabels={[]} />);
    expect(screen.queryByRole("grid")).toBeNull();
    expect(screen.getByText("There is nothing to show yet.")).toBeDefined();
  });

  it("leaves its canvas to the next matrix of its size, and shows two matrices on two", () => {
    const shown = () => [...document.querySelectorAll("canvas")];
    const two = (
      <>
        <View room={400} />
        <View room={400} />
      </>
    );
    const first = render(two);
    const canvases = shown();
    expect(new Set(canvases).size).toBe(2);
    first.unmount();
    expect(shown()).toEqual([]);
    render(two);
    expect(new Set(shown())).toEqual(new Set(canvases));
  });
});
