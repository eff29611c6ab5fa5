import { useState } from "react";
import { PositionCurves } from "../../../src/views/PositionCurves";
import type { Figure } from "../figure";
import { value } from "../trace";

const encoding = value("encoder.positionEncoding");

export const figure: Figure = {
  title: "Layers: the positional encoding",
  Draw({ theme }) {
    const [selected, setSelected] = useState<number | null>(8);
    return (
      <PositionCurves
        encoding={encoding.data}
        positions={encoding.shape[0] ?? 0}
        label="positional encoding"
        theme={theme}
        selected={selected}
        onSelect={setSelected}
      />
    );
  },
};
