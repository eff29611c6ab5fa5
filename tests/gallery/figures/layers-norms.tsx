import { useState } from "react";
import { NormsChart } from "../../../src/views/NormsChart";
import type { Figure } from "../figure";
import { layers, source } from "../trace";

export const figure: Figure = {
  title: "Layers: the length of every token’s vector",
  Draw() {
    const [selected, setSelected] = useState<number | null>(7);
    return <NormsChart layers={layers} tokens={source} label="norms" selected={selected} onSelect={setSelected} />;
  },
};
