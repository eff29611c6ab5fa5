// @vitest-environment jsdom
import { act, cleanup, screen, within } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { renderApp } from "../../../tests/render/app";
import type { ModelSource, Started } from "../../engine/protocol";
import { startI18n } from "../../i18n";
import { type Behaviour, fakeEntries, settled, started } from "../../state/fakeEngine";
import { ModelMenu } from "./ModelMenu";

beforeAll(() => {
  startI18n();
  // jsdom lacks it, and popovers use it.
  vi.stubGlobal("CSS", { escape: (text: string) => text });
});
afterEach(cleanup);

const opened = (behaviour: Behaviour = {}) => renderApp(<ModelMenu more={() => <p>bring your own</p>} />, behaviour);

describe("ModelMenu", () => {
  it("names the model at hand and lists all, with what each is", async () => {
    const { user } = await opened();
    await user.click(screen.getByRole("button", { name: /^Choose a model\. Now: translate/i }));
    const list = within(screen.getByRole("listbox", { name: "Models" }));
    expect(list.getAllByRole("option").map((option) => option.getAttribute("aria-selected"))).toEqual([
      "true",
      ...fakeEntries.slice(1).map(() => "false"),
    ]);
    expect(list.getByRole("option", { name: /^dictionary / }).textContent).toContain("0.0 MB · decoder-only · 0.00 M");
    expect(screen.getByText("bring your own")).toBeTruthy();
  });

  it("shows how much of a chosen model has come, and the model at hand until all has", async () => {
    let come: (received: number) => void = () => undefined;
    let finish: (started: Started) => void = () => undefined;
    const start = (backend: "wasm" | "webgl" | "webgpu" | "cpu", source: ModelSource, progress: typeof come) => {
      if (source.name === "translate") return started(backend, source);
      come = progress;
      return new Promise<Started>((resolve) => {
        finish = () => resolve(started(backend, source));
      });
    };
    const { app, user } = await opened({ start });
    await user.click(screen.getByRole("button", { name: /translate/ }));
    await user.click(screen.getByRole("option", { name: /^dictionary / }));
    act(() => come(105));
    const bar = screen.getByRole("progressbar", { name: "Loading dictionary" });
    expect(bar.getAttribute("aria-valuenow")).toBe("105");
    expect(bar.getAttribute("aria-valuemax")).toBe("210");
    expect(screen.getByRole("button", { name: /^Choose a model\. Now: translate/i })).toBeTruthy();
    finish(started("wasm", { kind: "served", name: "dictionary", url: "", files: {} }));
    await act(settled);
    expect(screen.queryByRole("progressbar")).toBeNull();
    expect(screen.getByRole("button", { name: /^Choose a model\. Now: dictionary/i })).toBeTruthy();
    expect(app.getState().run?.input).toEqual({ kind: "text", text: "cat (noun):" });
  });

  it("gives up loading when asked, and keeps the model at hand where another fails", async () => {
    let loads = 0;
    const start = (
      backend: "wasm" | "webgl" | "webgpu" | "cpu",
      source: ModelSource,
      come: (bytes: number) => void,
    ) => {
      if (source.name === "translate" || source.kind === "own") return started(backend, source);
      come(10);
      loads += 1;
      if (loads === 1) return new Promise<Started>(() => undefined);
      return { kind: "failed", problem: { kind: "download", url: source.url, status: 404 } } as const;
    };
    const { app, user } = await opened({ start });
    const choose = async () => {
      await user.click(screen.getByRole("button", { name: /translate/ }));
      await user.click(screen.getByRole("option", { name: /^dictionary / }));
    };
    await choose();
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(screen.queryByRole("progressbar")).toBeNull();
    await choose();
    await act(settled);
    expect(screen.queryByRole("progressbar")).toBeNull();
    expect(app.getState().problem?.problem.kind).toBe("download");
    expect(screen.getByRole("button", { name: /^Choose a model\. Now: translate/i })).toBeTruthy();
    expect(app.getState().run).not.toBeNull();
  });
});
