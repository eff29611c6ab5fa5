// @vitest-environment jsdom
import { cleanup, render, waitFor } from "@testing-library/react";
import katex from "katex";
import { afterEach, describe, expect, it } from "vitest";
import { Formula } from "./Formula";
import { mathOptions } from "./mathOptions";

afterEach(cleanup);

describe("Formula", () => {
  it("writes every equation, coloured by its values, with MathML for screen readers", async () => {
    const { container, rerender } = render(
      <Formula equations={["\\htmlClass{tone-query}{Q_h} = X \\, W_Q", "a = \\frac{1}{2}"]} />,
    );
    await waitFor(() => expect(container.querySelectorAll(".katex")).toHaveLength(2));
    expect(container.querySelector(".tone-query")?.textContent).toContain("Q");
    expect(container.querySelectorAll("math")).toHaveLength(2);
    expect(container.querySelector(".uses math")?.textContent).toContain("a");
    rerender(<Formula equations={["b = c"]} />);
    expect(container.querySelectorAll(".katex")).toHaveLength(1);
    expect(container.querySelector("math")?.textContent).toContain("b");
  });
});

describe("mathOptions", () => {
  it.each([
    ["a link", "\\href{https://example.com}{x}"],
    ["a picture", "\\includegraphics{https://example.com/a.png}"],
    ["a style", "\\htmlStyle{color: red}{x}"],
    ["another class", "\\htmlClass{notice}{x}"],
  ])("let no %s in", (_, tex) => {
    // KaTeX writes a command that it does not trust as its own text.
    const html = katex.renderToString(tex, mathOptions);
    expect(html).not.toMatch(/<a |<img|style="color: red|class="[^"]*notice/);
  });

  it("refuse what is no TeX", () => {
    expect(() => katex.renderToString("\\nonsense{x}", mathOptions)).toThrow();
  });
});
