import { useState } from "react";
import { attentionPath } from "../../../src/model/names";
import { EffectHeatmap } from "../../../src/views/EffectHeatmap";
import type { HeadPlace } from "../../../src/views/HeadGrid";
import type { Figure } from "../figure";
import { attentions, effects, heads } from "../trace";

const rows = attentions.map((id) => ({
  label: `${id.stack} ${id.layer + 1} ${id.part}`,
  effects: effects.filter((_, index) => heads[index] && attentionPath(heads[index]) === attentionPath(id)),
}));

export const figure: Figure = {
  title: "Effects: how far the output moves without each head",
  Draw({ theme }) {
    const [selected, setSelected] = useState<HeadPlace>({ row: 5, head: 0 });
    return (
      <EffectHeatmap
        rows={rows}
        unit="KL, nats"
        label="effect of each head"
        theme={theme}
        selected={selected}
        onSelect={setSelected}
      />
    );
  },
};
