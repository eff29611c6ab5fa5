import { useState } from "react";
import type { MatrixCell } from "../../../src/geometry/matrixLayout";
import { MatrixView } from "../../../src/views/MatrixView";
import type { Figure } from "../figure";
import { head, numbers, target } from "../trace";

export const figure: Figure = {
  title: "Matrix: queries and keys, with the row and the column that made a score, and later keys masked",
  Draw({ theme }) {
    const [cell, setCell] = useState<MatrixCell | null>({ row: 8, column: 7 });
    const name = "decoder.0.selfAttention";
    const operand = {
      columnLabels: numbers(16),
      rowLabels: target,
      scale: "signed",
      density: "compact",
      theme,
    } as const;
    return (
      <div className="gallery-row">
        <MatrixView
          {...operand}
          data={head(`${name}.queryHeads`, 1)}
          label="queries"
          numbered
          regions={cell ? [{ row: cell.row, tone: "query" }] : []}
        />
        <MatrixView
          {...operand}
          data={head(`${name}.keyHeads`, 1)}
          label="keys"
          numbered
          regions={cell ? [{ row: cell.column, tone: "key" }] : []}
        />
        <MatrixView
          {...operand}
          data={head(`${name}.maskedScores`, 1)}
          columnLabels={target}
          density="auto"
          label="scores after the mask"
          masked={({ row, column }) => column > row}
          pinned={cell}
          onPin={setCell}
        />
      </div>
    );
  },
};
