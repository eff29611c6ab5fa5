// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { startI18n } from "../i18n";
import { DrawingPad } from "./DrawingPad";

beforeAll(() => {
  startI18n();
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
});
afterEach(cleanup);

const blank: readonly number[] = new Array(784).fill(0);
const ink = (pixels: readonly number[] | undefined) => (pixels ?? []).reduce((sum, value) => sum + value, 0);

function Pad({ seen }: { readonly seen: (readonly number[])[] }) {
  const [pixels, setPixels] = useState(blank);
  const draw = (drawn: readonly number[]) => {
    seen.push(drawn);
    setPixels(drawn);
  };
  return <DrawingPad pixels={pixels} onDraw={draw} patch={4} label="digit" />;
}

describe("DrawingPad", () => {
  it("is drawn on by keyboard, gives 784 numbers with the ink in their middle, and takes strokes back", async () => {
    const seen: (readonly number[])[] = [];
    render(<Pad seen={seen} />);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard("{ArrowUp}{ArrowLeft} {Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{/Shift}");
    expect(seen).toHaveLength(4);
    const drawn = seen.at(-1);
    expect(drawn).toHaveLength(784);
    expect(ink(drawn)).toBeGreaterThan(20);
    expect(drawn?.[14 * 28 + 14]).toBeGreaterThan(0.5);
    for (let time = 0; time < 4; time++) await user.click(screen.getByRole("button", { name: /^Undo/ }));
    expect(ink(seen.at(-1))).toBe(0);
    expect(screen.getByRole("button", { name: /^Undo/ }).hasAttribute("disabled")).toBe(true);
  });

  it("is drawn on by a pointer from where it goes down until it goes up, and cleared", async () => {
    const seen: (readonly number[])[] = [];
    render(<Pad seen={seen} />);
    const pad = screen.getByRole("application");
    // jsdom's pointer events have no place; mouse events of the same name do.
    const pointer = (type: string, clientX: number, clientY: number) =>
      fireEvent(pad, new MouseEvent(`pointer${type}`, { bubbles: true, clientX, clientY }));
    pad.getBoundingClientRect = () => new DOMRect(0, 0, 280, 280);
    pointer("move", 20, 20);
    expect(seen).toHaveLength(0);
    pointer("down", 100, 100);
    pointer("move", 100, 180);
    pointer("up", 0, 0);
    pointer("move", 200, 180);
    expect(seen).toHaveLength(2);
    expect(ink(seen[1])).toBeGreaterThan(0);
    await userEvent.setup().click(screen.getByRole("button", { name: "Clear" }));
    expect(ink(seen.at(-1))).toBe(0);
  });
});
