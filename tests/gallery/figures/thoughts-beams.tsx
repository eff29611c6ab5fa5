import { useState } from "react";
import { BeamTree } from "../../../src/views/BeamTree";
import type { Figure } from "../figure";
import { beams } from "../trace";

const best = beams.findLast(({ fate }) => fate === "kept")?.index ?? null;

export const figure: Figure = {
  title: "Beam search: three beams, five words",
  Draw() {
    const [selected, setSelected] = useState<number | null>(best);
    return <BeamTree nodes={beams} language="fr" label="beams" selected={selected} onSelect={setSelected} />;
  },
};
