/** The slope of the loss in each number of a weight or a value, as a picture of which a cell is picked. */
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "../../i18n";
import { steepestOf } from "../../model/training/apart";
import { MatrixView } from "../../views/MatrixView";
import { useTheme } from "../theme";
import { Choice } from "./Fields";

interface Sloped {
  readonly name: string;
  readonly shape: readonly number[];
  readonly gradient: Float32Array;
}
interface Cell {
  readonly name: string;
  readonly index: number;
}

interface Props<C extends Cell> {
  /** Of the choice of what is looked at. */
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  /** What is looked at first. */
  readonly first: string;
  readonly ask: (name: string) => Promise<Sloped | null>;
  readonly askCell: (name: string, index: number) => Promise<C | null>;
  /** What is said of the picked cell; `columns` are those of the picture. */
  readonly children: (cell: C, columns: number) => ReactNode;
}

export function Slopes<C extends Cell>({ label, options, first, ask, askCell, children }: Props<C>) {
  const { t } = useTranslation();
  const theme = useTheme();
  const [name, setName] = useState(first);
  const [found, setFound] = useState<Sloped | null>(null);
  const [index, setIndex] = useState<number | null>(null);
  const [cell, setCell] = useState<C | null>(null);
  useEffect(() => {
    let wanted = true;
    void ask(name).then((answer) => {
      if (!wanted || !answer) return;
      setFound(answer);
      // Of all its cells the steepest has the most to tell.
      setIndex(steepestOf(answer.gradient));
    });
    return () => {
      wanted = false;
    };
  }, [ask, name]);
  useEffect(() => {
    let wanted = true;
    if (found && index !== null) {
      void askCell(found.name, index).then((answer) => {
        if (wanted) setCell(answer);
      });
    }
    return () => {
      wanted = false;
    };
  }, [askCell, found, index]);
  const columns = found?.shape.at(-1) ?? 1;
  const rows = (found?.gradient.length ?? 0) / columns;
  const numbers = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1));
  return (
    <>
      <Choice label={label} options={options} value={name} onChange={setName} />
      {found ? (
        <MatrixView
          data={found.gradient}
          rowLabels={numbers(rows)}
          columnLabels={numbers(columns)}
          label={t("train.apart.of", { name: found.name })}
          theme={theme}
          scale="signed"
          numbered
          maxHeight={260}
          pinned={index === null ? null : { row: Math.floor(index / columns), column: index % columns }}
          onPin={(picked) => picked && setIndex(picked.row * columns + picked.column)}
        />
      ) : null}
      {cell && cell.name === found?.name && cell.index === index ? children(cell, columns) : null}
    </>
  );
}
