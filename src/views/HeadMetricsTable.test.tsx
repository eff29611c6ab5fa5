// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { startI18n } from "../i18n";
import { HeadMetricsTable } from "./HeadMetricsTable";

beforeAll(() => {
  startI18n();
});
afterEach(cleanup);

const row = (id: string, entropy: number, same: number | null) => ({
  id,
  label: `head ${id}`,
  metrics: { entropy, distance: null, first: 0.5, previous: null, same, induction: null },
});
const rows = [row("a", 0.25, 0.5), row("b", 1.5, null), row("c", 0.75, 0.875)];
const order = () => screen.getAllByRole("rowheader").map(({ textContent }) => textContent);

describe("HeadMetricsTable", () => {
  it("is sorted by the column that is pressed, the largest first, then the other way, and says so", async () => {
    render(<HeadMetricsTable rows={rows} label="heads" theme="light" selected={null} onSelect={() => undefined} />);
    const user = userEvent.setup();
    expect(order()).toEqual(["head a", "head b", "head c"]);
    const same = screen.getByRole("columnheader", { name: "on the same token" });
    await user.click(screen.getByRole("button", { name: "on the same token" }));
    expect(same.getAttribute("aria-sort")).toBe("descending");
    expect(order()).toEqual(["head c", "head a", "head b"]);
    await user.click(screen.getByRole("button", { name: "on the same token" }));
    expect(same.getAttribute("aria-sort")).toBe("ascending");
    expect(order()).toEqual(["head a", "head c", "head b"]);
    await user.click(screen.getByRole("button", { name: "head" }));
    expect(same.getAttribute("aria-sort")).toBe("none");
    expect(order()).toEqual(["head a", "head b", "head c"]);
  });

  it("chooses a head, and writes a dash where a number does not apply", async () => {
    const chosen: string[] = [];
    render(<HeadMetricsTable rows={rows} label="heads" theme="dark" selected="b" onSelect={(id) => chosen.push(id)} />);
    expect(screen.getByRole("button", { name: "head b" }).getAttribute("aria-pressed")).toBe("true");
    await userEvent.setup().click(screen.getByRole("button", { name: "head c" }));
    expect(chosen).toEqual(["c"]);
    const cells = screen.getAllByRole("row").at(-1)?.querySelectorAll("td");
    expect([...(cells ?? [])].map(({ textContent }) => textContent)).toEqual([
      "0.75",
      "–",
      "50.0 %",
      "–",
      "87.5 %",
      "–",
    ]);
  });
});
