import { useMemo, useState } from "react";
import { HeadGrid, type HeadPlace, type HeadRow } from "../../../src/views/HeadGrid";
import type { Figure } from "../figure";
import { attentions, pattern } from "../trace";

const rows: readonly HeadRow[] = attentions.map((id) => {
  const { shape, data } = pattern(id);
  const [, heads = 0, queries = 0, keys = 0] = shape;
  return { label: `${id.stack} ${id.layer + 1} ${id.part}`, heads, queries, keys, pattern: data };
});

export const figure: Figure = {
  title: "Attention: every head of every layer, two of them off",
  Draw({ theme }) {
    const [selected, setSelected] = useState<HeadPlace>({ row: 4, head: 0 });
    const [off, setOff] = useState<readonly HeadPlace[]>([
      { row: 1, head: 2 },
      { row: 5, head: 3 },
    ]);
    const switches = useMemo(
      () => ({
        label: "switches",
        nameOf: ({ row, head }: HeadPlace) => `${rows[row]?.label}, head ${head + 1}: switch`,
        onSwitch: (place: HeadPlace) =>
          setOff((before) => {
            const others = before.filter(({ row, head }) => row !== place.row || head !== place.head);
            return others.length < before.length ? others : [...before, place];
          }),
      }),
      [],
    );
    return (
      <HeadGrid
        rows={rows}
        label="all heads"
        theme={theme}
        selected={selected}
        onSelect={setSelected}
        off={off}
        switches={switches}
      />
    );
  },
};
