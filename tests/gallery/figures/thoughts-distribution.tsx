import { useState } from "react";
import { DistributionBars } from "../../../src/views/DistributionBars";
import type { Figure } from "../figure";
import { changed } from "../trace";

const tokens = changed[0] ?? [];
const kept = 3;

export const figure: Figure = {
  title: "Distribution: the first word with three heads off, cut to the three likeliest",
  Draw() {
    const [taken, setTaken] = useState<number | null>(tokens[0]?.id ?? null);
    const sum = tokens.slice(0, kept).reduce((before, { probability }) => before + probability, 0);
    const listed = tokens.reduce((before, { probability }) => before + probability, 0);
    return (
      <DistributionBars
        tokens={tokens.map((token, index) => ({ ...token, share: index < kept ? token.probability / sum : 0 }))}
        rest={{ count: 1631 - tokens.length, probability: 1 - listed, share: 0 }}
        language="fr"
        label="next word"
        taken={taken}
        onTake={setTaken}
      />
    );
  },
};
