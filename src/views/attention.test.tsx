// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { startI18n } from "../i18n";
import { AttentionLines, type LineSelection } from "./AttentionLines";
import { HeadGrid, type HeadPlace, type HeadRow } from "./HeadGrid";
import { NeuronView } from "./NeuronView";

beforeAll(() => {
  startI18n();
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
});
afterEach(cleanup);

const row = (label: string, heads: number): HeadRow => ({
  label,
  heads,
  queries: 1,
  keys: 2,
  pattern: new Float32Array(heads * 2).fill(0.5),
});

function Grid({ onSwitch }: { readonly onSwitch: (place: HeadPlace) => void }) {
  const [selected, setSelected] = useState<HeadPlace | null>({ row: 1, head: 0 });
  return (
    <HeadGrid
      rows={[row("block 1", 2), row("block 2", 3)]}
      label="heads"
      theme="light"
      selected={selected}
      onSelect={setSelected}
      off={[{ row: 1, head: 1 }]}
      switches={{ label: "switches", nameOf: ({ row, head }) => `switch ${row}.${head}`, onSwitch }}
    />
  );
}

function Lines() {
  const [selected, setSelected] = useState<LineSelection>({ query: null, key: null });
  return (
    <AttentionLines
      weights={Float32Array.of(0.75, 0.25, 0.125, 0.875)}
      queryLabels={["la", "voiture"]}
      keyLabels={["the", "car"]}
      queryLanguage="fr"
      keyLanguage="en"
      label="lines"
      theme="light"
      selected={selected}
      onSelect={setSelected}
    />
  );
}

describe("HeadGrid", () => {
  const current = () => screen.getByRole("gridcell");

  it("starts at the selected head, names every head, and says which are off", async () => {
    render(<Grid onSwitch={() => undefined} />);
    const user = userEvent.setup();
    await user.tab();
    expect(current().getAttribute("aria-label")).toBe("block 2, head 1");
    expect(current().getAttribute("aria-selected")).toBe("true");
    await user.keyboard("{ArrowRight}");
    expect(current().getAttribute("aria-label")).toBe("block 2, head 2, switched off");
    await user.keyboard("{ArrowUp}{Enter}");
    expect(current().getAttribute("aria-label")).toBe("block 1, head 2");
    expect(current().getAttribute("aria-selected")).toBe("true");
  });

  it("switches the head by space, but none that a shorter row lacks", async () => {
    const switched: HeadPlace[] = [];
    render(<Grid onSwitch={(place) => switched.push(place)} />);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard("{End} {ArrowUp} ");
    expect(switched).toEqual([{ row: 1, head: 2 }]);
  });

  it("has a switch for each head, which are one stop of the Tab key", async () => {
    const switched: HeadPlace[] = [];
    render(<Grid onSwitch={(place) => switched.push(place)} />);
    const all = screen.getAllByRole("switch");
    expect(all.map((one) => [one.getAttribute("aria-label"), one.getAttribute("aria-checked")])).toEqual([
      ["switch 0.0", "true"],
      ["switch 0.1", "true"],
      ["switch 1.0", "true"],
      ["switch 1.1", "false"],
      ["switch 1.2", "true"],
    ]);
    const user = userEvent.setup();
    await user.tab();
    await user.tab();
    await user.keyboard("{ArrowRight}{ArrowDown} ");
    expect(document.activeElement).toBe(all[3]);
    expect(switched).toEqual([{ row: 1, head: 1 }]);
  });
});

describe("AttentionLines", () => {
  const names = () => screen.getAllByRole("button").map((button) => button.getAttribute("aria-label"));

  it("says of every token where most of its weight goes, or comes from", () => {
    render(<Lines />);
    expect(names()).toEqual([
      "query “la” reads most from “the”: 0.750000",
      "query “voiture” reads most from “car”: 0.875000",
      "key “the” is read most by “la”: 0.750000",
      "key “car” is read most by “voiture”: 0.875000",
    ]);
  });

  it("shows what a chosen query reads from each key, until it is let go", async () => {
    render(<Lines />);
    const user = userEvent.setup();
    const voiture = screen.getByRole("button", { name: /^query “voiture”/ });
    await user.click(voiture);
    await user.unhover(voiture);
    expect(voiture.getAttribute("aria-pressed")).toBe("true");
    expect(names().slice(2)).toEqual([
      "query “voiture” to key “the”: 0.125000",
      "query “voiture” to key “car”: 0.875000",
    ]);
    await user.click(voiture);
    expect(voiture.getAttribute("aria-pressed")).toBe("false");
  });
});

describe("NeuronView", () => {
  it("lists each key's score with its scaled value and weight, and chooses a key", async () => {
    const chosen: number[] = [];
    render(
      <NeuronView
        query={Float32Array.of(1, 2, 0, -1)}
        keys={Float32Array.of(2, 1, 5, 0, 0, -3, 0, 2)}
        queryLabel="la"
        keyLabels={["the", "car"]}
        keyLanguage="en"
        weights={Float32Array.of(0.75, 0.25)}
        masked={(key) => key === 1}
        selectedKey={0}
        onSelectKey={(key) => chosen.push(key)}
        label="neurons"
        theme="light"
      />,
    );
    const [the, car] = screen.getAllByRole("button");
    expect(the?.textContent).toContain("key “the”: score 4.000000, divided by √4 2.000000, weight 0.750000");
    expect(car?.textContent).toContain("key “car”: score -8.000000, masked");
    if (car) await userEvent.setup().click(car);
    expect(chosen).toEqual([1]);
  });
});
