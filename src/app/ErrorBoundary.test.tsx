// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { setLanguage, startI18n } from "../i18n";
import { ErrorBoundary } from "./ErrorBoundary";

afterEach(cleanup);

let broken = true;

function Part() {
  if (broken) throw new Error("the part broke");
  return <p>whole</p>;
}

describe("ErrorBoundary", () => {
  it("shows what failed and a way on, in the reader's language", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    startI18n();
    await setLanguage("zh-Hans");
    render(
      <ErrorBoundary>
        <Part />
      </ErrorBoundary>,
    );
    expect(screen.getByRole("heading").textContent).toBe("页面出错了");
    expect(screen.getByRole("alert").textContent).toContain("the part broke");
    broken = false;
    await userEvent.setup().click(screen.getByRole("button"));
    expect(screen.getByText("whole")).toBeTruthy();
    vi.restoreAllMocks();
  });
});
