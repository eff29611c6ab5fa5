/** The slope of the loss in a value of the pass, of the first example: a picture of which a cell is picked. */
import { useEffect, useState } from "react";
import { decimal, full } from "../../geometry/format";
import { useTranslation } from "../../i18n";
import { type Apart, type ApartValue, type ApartValueCell, steepestOf } from "../../model/training/apart";
import { useTraining } from "../../state/training/useTraining";
import { MatrixView } from "../../views/MatrixView";
import { useTheme } from "../theme";
import { Choice } from "./Fields";

export function ValueSlopes({ apart }: { readonly apart: Apart }) {
  const { t } = useTranslation();
  const theme = useTheme();
  const askValue = useTraining((state) => state.apartValue);
  const askCell = useTraining((state) => state.apartValueCell);
  // What the logits are read off has the most to tell, and stands last but for them.
  const [name, setName] = useState(
    apart.values.findLast((path) => path.endsWith("residPost")) ?? apart.values[0] ?? "",
  );
  const [value, setValue] = useState<ApartValue | null>(null);
  const [index, setIndex] = useState<number | null>(null);
  const [cell, setCell] = useState<ApartValueCell | null>(null);
  useEffect(() => {
    let wanted = true;
    void askValue(name).then((found) => {
      if (!wanted || !found) return;
      setValue(found);
      setIndex(steepestOf(found.gradient));
    });
    return () => {
      wanted = false;
    };
  }, [askValue, name]);
  useEffect(() => {
    let wanted = true;
    if (value && index !== null) {
      void askCell(value.name, index).then((found) => {
        if (wanted) setCell(found);
      });
    }
    return () => {
      wanted = false;
    };
  }, [askCell, value, index]);
  const columns = value?.shape.at(-1) ?? 1;
  const rows = (value?.value.length ?? 0) / columns;
  const numbers = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1));
  return (
    <>
      <h4>{t("train.apart.value")}</h4>
      <p className="soft small">{t("train.apart.value.help")}</p>
      <Choice
        label={t("train.apart.value.which")}
        options={apart.values.map((path) => ({ value: path, text: path }))}
        value={name}
        onChange={setName}
      />
      {value ? (
        <MatrixView
          data={value.gradient}
          rowLabels={numbers(rows)}
          columnLabels={numbers(columns)}
          label={t("train.apart.of", { name: value.name })}
          theme={theme}
          scale="signed"
          numbered
          maxHeight={260}
          pinned={index === null ? null : { row: Math.floor(index / columns), column: index % columns }}
          onPin={(picked) => picked && setIndex(picked.row * columns + picked.column)}
        />
      ) : null}
      {cell && cell.name === value?.name && cell.index === index ? (
        <p className="train-tried" title={full(cell.slope)}>
          {t("train.apart.value.cell", {
            row: Math.floor(cell.index / columns) + 1,
            column: (cell.index % columns) + 1,
            value: decimal(cell.value),
            slope: precise(cell.slope),
          })}
          <br />
          {t("train.apart.value.tried", {
            nudge: cell.nudge,
            higher: precise(cell.higher),
            lower: precise(cell.lower),
            slope: precise((cell.higher - cell.lower) / (2 * cell.nudge)),
          })}
        </p>
      ) : null}
    </>
  );
}

/** Slopes of single values are small: so many digits that count. */
function precise(value: number): string {
  return String(Number(value.toPrecision(5)));
}
