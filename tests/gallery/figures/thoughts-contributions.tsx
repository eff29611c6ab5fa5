import { dotProduct } from "../../../src/geometry/dotProduct";
import { ContributionBars } from "../../../src/views/ContributionBars";
import type { Figure } from "../figure";
import { head, target } from "../trace";

const [name, query, key, width] = ["decoder.0.selfAttention", 8, 7, 16];
const rowOf = (value: string, row: number) => head(`${name}.${value}`, 1).subarray(row * width, (row + 1) * width);

export const figure: Figure = {
  title: "Contributions: the terms of one score, and what they add up to",
  Draw() {
    const { products } = dotProduct(rowOf("queryHeads", query), rowOf("keyHeads", key));
    return (
      <ContributionBars
        parts={[...products].map((value, index) => ({ id: String(index), label: `q${index} · k${index}`, value }))}
        most={10}
        label="terms of the score"
        sumLabel={`${target[query]} · ${target[key]}`}
        result={head(`${name}.scores`, 1)[query * target.length + key]}
      />
    );
  },
};
