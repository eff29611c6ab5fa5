// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from "vitest";
import { SvgPen } from "./pen";

beforeAll(() => {
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
});

/** What was drawn, parsed as a file would be. */
function drawn(draw: (pen: SvgPen) => void): Element {
  const pen = new SvgPen();
  draw(pen);
  const file = new DOMParser().parseFromString(pen.toSvg(100, 50), "image/svg+xml");
  expect(file.querySelector("parsererror")).toBeNull();
  return file.documentElement;
}

const looksOf = (element: Element | null | undefined) =>
  Object.fromEntries([...(element?.attributes ?? [])].map(({ name, value }) => [name, value]));

describe("SvgPen", () => {
  it("writes rectangles, lines and words with the looks of the moment", () => {
    const svg = drawn((pen) => {
      pen.fillStyle = "#123456";
      pen.fillRect(1, 2, 1.23456, 4);
      pen.strokeStyle = "red";
      pen.lineWidth = 2;
      pen.globalAlpha = 0.5;
      pen.beginPath();
      pen.moveTo(0, 0);
      pen.lineTo(10, 5);
      pen.stroke();
      pen.font = "12px Inter";
      pen.textAlign = "center";
      pen.textBaseline = "middle";
      pen.fillText('<"fr">', 5, 6);
    });
    expect(looksOf(svg)).toMatchObject({ width: "100", height: "50", viewBox: "0 0 100 50" });
    const [box, line, words] = svg.children;
    expect(looksOf(box)).toEqual({ x: "1", y: "2", width: "1.23", height: "4", fill: "#123456" });
    expect(looksOf(line)).toMatchObject({ d: "M0 0L10 5", stroke: "red", "stroke-width": "2", opacity: "0.5" });
    expect(looksOf(words)).toMatchObject({
      "text-anchor": "middle",
      dy: "0.35em",
      style: "font: 12px Inter; white-space: pre",
    });
    expect(words?.textContent).toBe('<"fr">');
  });

  it("moves, turns and clips until it is restored, with the looks of before", () => {
    const svg = drawn((pen) => {
      pen.fillStyle = "blue";
      pen.save();
      pen.translate(10, 20);
      pen.rotate(-Math.PI / 2);
      pen.beginPath();
      pen.rect(0, 0, 5, 5);
      pen.clip();
      pen.fillStyle = "green";
      pen.fillRect(0, 0, 1, 1);
      pen.restore();
      pen.fillRect(2, 2, 1, 1);
    });
    const [moved, after] = svg.children;
    expect(moved?.getAttribute("transform")).toBe("translate(10 20)");
    expect(moved?.querySelector("g")?.getAttribute("transform")).toBe("rotate(-90)");
    const clipped = moved?.querySelector("[clip-path]");
    expect(clipped?.getAttribute("clip-path")).toBe(`url(#${svg.querySelector("clipPath")?.id})`);
    expect(clipped?.querySelector("rect")?.getAttribute("fill")).toBe("green");
    expect(looksOf(after)).toMatchObject({ x: "2", fill: "blue" });
  });
});
