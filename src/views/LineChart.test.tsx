// @vitest-environment jsdom
import { render } from "@testing-library/react";
import { beforeAll, expect, it, vi } from "vitest";
import { startI18n } from "../i18n";
import { LineChart } from "./LineChart";

beforeAll(() => {
  startI18n();
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(300);
});

it("has round numbers at its axis, once each, though there was no room for them at first", () => {
  const steps = [0, 3, 50, 120];
  const { container } = render(
    <LineChart
      data={Float32Array.from(steps)}
      rowLabels={["loss"]}
      columnLabels={steps.map(String)}
      columnPlaces={steps}
      label="losses"
      selected={null}
      onSelect={() => undefined}
    />,
  );
  const texts = [...container.querySelectorAll(".chart-column")].map(({ textContent }) => textContent);
  expect(texts).toEqual(["0", "50", "100"]);
});
