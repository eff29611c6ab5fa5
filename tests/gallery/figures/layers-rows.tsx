import { useState } from "react";
import { TokenRowsHeatmap } from "../../../src/views/TokenRowsHeatmap";
import type { Figure } from "../figure";
import { layers, source } from "../trace";

export const figure: Figure = {
  title: "Layers: the residual stream of every token",
  Draw({ theme }) {
    const [layer, setLayer] = useState(2);
    return (
      <TokenRowsHeatmap
        layers={layers}
        layer={layer}
        onLayer={setLayer}
        tokens={source}
        label="residual stream"
        theme={theme}
      />
    );
  },
};
