import { useState } from "react";
import type { MatrixCell } from "../../../src/geometry/matrixLayout";
import { LogitLensTable } from "../../../src/views/LogitLensTable";
import type { Figure } from "../figure";
import { lens, target } from "../trace";

const rows = lens.map(({ name, cells }) => ({ label: name, cells }));

export const figure: Figure = {
  title: "Logit lens: what the decoder would say after each sublayer",
  Draw({ theme }) {
    const [selected, setSelected] = useState<MatrixCell | null>({ row: 2, column: 7 });
    return (
      <LogitLensTable
        rows={rows}
        positions={target}
        label="logit lens"
        theme={theme}
        selected={selected}
        onSelect={setSelected}
      />
    );
  },
};
