// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useRef } from "react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startI18n } from "../i18n";
import { ExportMenu } from "./ExportMenu";

const saved: { name: string; blob: Blob }[] = [];
let made: Blob | null = null;

beforeAll(() => {
  startI18n();
  // React Aria's collections look elements up by escaped ids; jsdom lacks the function.
  vi.stubGlobal("CSS", { escape: String });
});
beforeEach(() => {
  saved.length = 0;
  URL.createObjectURL = (blob) => {
    made = blob as Blob;
    return "blob:figure";
  };
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    if (made) saved.push({ name: this.download, blob: made });
  });
});
afterEach(cleanup);

function Menu({ picture }: { readonly picture: boolean }) {
  const figure = useRef<HTMLDivElement>(null);
  return (
    <>
      <div ref={figure}>
        <svg className="map" style={{ fill: "red" }}>
          <title>map</title>
          <circle r={3} />
        </svg>
      </div>
      <ExportMenu
        title="head 1, block 2"
        matrix={() => ({ data: Float32Array.of(0.5, 2), rowLabels: ["the"], columnLabels: ["a", "b"] })}
        figure={picture ? figure : null}
      />
    </>
  );
}
const text = (blob: Blob | undefined) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob ?? new Blob());
  });

describe("ExportMenu", () => {
  it("saves the numbers as JSON and CSV under the figure's name", async () => {
    render(<Menu picture={false} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: "Numbers as CSV" }));
    await user.click(screen.getByRole("button", { name: "Numbers as JSON" }));
    expect(saved.map(({ name }) => name)).toEqual(["head-1-block-2.csv", "head-1-block-2.json"]);
    expect(await text(saved[0]?.blob)).toBe(",a,b\r\nthe,0.5,2\r\n");
    expect(screen.queryByRole("button", { name: "Picture as PNG" })).toBeNull();
  });

  it("saves the picture as SVG with the styles that it has in the page", async () => {
    render(<Menu picture />);
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: "Picture as SVG" }));
    expect(saved[0]?.name).toBe("head-1-block-2.svg");
    const svg = await text(saved[0]?.blob);
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(svg).toContain("fill: red");
    expect(svg).not.toContain("class=");
  });
});
