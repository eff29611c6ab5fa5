import { useState } from "react";
import { AttentionLines, type LineSelection } from "../../../src/views/AttentionLines";
import type { Figure } from "../figure";
import { head, source, target } from "../trace";

export const figure: Figure = {
  title: "Attention: lines between tokens, a query chosen",
  Draw({ theme }) {
    const [selected, setSelected] = useState<LineSelection>({ query: 4, key: null });
    return (
      <AttentionLines
        weights={head("decoder.0.crossAttention.pattern", 2)}
        queryLabels={target}
        keyLabels={source}
        queryLanguage="fr"
        keyLanguage="en"
        label="attention of decoder block 1, head 3"
        theme={theme}
        selected={selected}
        onSelect={setSelected}
      />
    );
  },
};
