import { useState } from "react";
import type { MatrixCell } from "../../../src/geometry/matrixLayout";
import { MatrixView } from "../../../src/views/MatrixView";
import type { Figure } from "../figure";
import { head, source, target } from "../trace";

export const figure: Figure = {
  title: "Matrix: an attention pattern",
  Draw({ theme }) {
    const [pinned, setPinned] = useState<MatrixCell | null>({ row: 7, column: 7 });
    return (
      <MatrixView
        data={head("decoder.1.crossAttention.pattern", 0)}
        rowLabels={target}
        columnLabels={source}
        scale="probability"
        label="pattern"
        axes={{ rows: "query", columns: "key" }}
        theme={theme}
        pinned={pinned}
        onPin={setPinned}
      />
    );
  },
};
