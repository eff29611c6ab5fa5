import { useState } from "react";
import { ProjectionView } from "../../../src/views/ProjectionView";
import type { Figure } from "../figure";
import { layers, source } from "../trace";

export const figure: Figure = {
  title: "Layers: tokens moving through two dimensions",
  Draw() {
    const [layer, setLayer] = useState(4);
    const [selected, setSelected] = useState<number | null>(7);
    return (
      <ProjectionView
        layers={layers}
        layer={layer}
        onLayer={setLayer}
        tokens={source}
        language="en"
        label="projection"
        selected={selected}
        onSelect={setSelected}
      />
    );
  },
};
