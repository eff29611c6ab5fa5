import { useState } from "react";
import { SimilarityMatrix } from "../../../src/views/SimilarityMatrix";
import type { Figure } from "../figure";
import { layers, source } from "../trace";

export const figure: Figure = {
  title: "Layers: how alike tokens are",
  Draw({ theme }) {
    const [layer, setLayer] = useState(4);
    return (
      <SimilarityMatrix
        layers={layers}
        layer={layer}
        onLayer={setLayer}
        tokens={source}
        label="similarity"
        theme={theme}
      />
    );
  },
};
