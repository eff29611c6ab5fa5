import { useState } from "react";
import { HeadGrid, type HeadPlace, type HeadRow } from "../../../src/views/HeadGrid";
import type { Figure } from "../figure";

const size = { layers: 12, heads: 12, tokens: 64 };

/** For the time that a frame takes, not for its numbers: each row falls off with the distance, faster in each head. */
function fallingOff(layer: number, heads: number, tokens: number): Float32Array {
  const pattern = new Float32Array(heads * tokens * tokens);
  for (let head = 0; head < heads; head++) {
    for (let query = 0; query < tokens; query++) {
      const weights = Array.from({ length: tokens }, (_, key) =>
        key > query ? 0 : Math.exp(-(query - key) * (head / 8) - (layer / 8) * (key % 5)),
      );
      const sum = weights.reduce((before, weight) => before + weight, 0);
      for (const [key, weight] of weights.entries()) pattern[(head * tokens + query) * tokens + key] = weight / sum;
    }
  }
  return pattern;
}

const rows: readonly HeadRow[] = Array.from({ length: size.layers }, (_, layer) => ({
  label: `layer ${layer + 1}`,
  heads: size.heads,
  queries: size.tokens,
  keys: size.tokens,
  pattern: fallingOff(layer, size.heads, size.tokens),
}));

export const figure: Figure = {
  title: "Attention: 12 layers by 12 heads at 64 tokens (weights by a formula, for the frame time)",
  Draw({ theme }) {
    const [selected, setSelected] = useState<HeadPlace | null>(null);
    return <HeadGrid rows={rows} label="all heads" theme={theme} selected={selected} onSelect={setSelected} off={[]} />;
  },
};
