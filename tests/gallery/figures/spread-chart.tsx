import { type Series, SpreadChart } from "../../../src/views/SpreadChart";
import type { Figure } from "../figure";

const series: readonly Series[] = [
  { name: "first", shares: [0.2, 0.35, 0.5, 0.62, 0.7] },
  { name: "second", shares: [0.06, 0.08, 0.15, 0.3, 0.55] },
].map(({ name, shares }) => ({
  name,
  points: shares.map((mean, index) => ({
    ...{ at: [10, 30, 100, 300, 1000][index] ?? 0, mean, low: mean - 0.03, high: mean + 0.04 },
    singles: [mean - 0.03, mean - 0.01, mean + 0.04],
  })),
}));

export const figure: Figure = {
  title: "Shares with their spread: several runs of each, on a logarithmic axis, and a bar at each point",
  Draw() {
    const chance = { share: 0.04, name: "chance" };
    return (
      <>
        <SpreadChart series={series} label="runs" axis="items" logarithmic band chance={chance} />
        <SpreadChart series={series} label="errors" axis="items" logarithmic chance={chance} />
      </>
    );
  },
};
