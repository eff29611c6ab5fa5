/** The slope of the loss in a value of the pass, of the first example, and the same slope as it is tried. */
import { decimal, full } from "../../geometry/format";
import { useTranslation } from "../../i18n";
import type { Apart } from "../../model/training/apart";
import { useTraining } from "../../state/training/useTraining";
import { Slopes } from "./Slopes";

export function ValueSlopes({ apart }: { readonly apart: Apart }) {
  const { t } = useTranslation();
  const ask = useTraining((state) => state.apartValue);
  const askCell = useTraining((state) => state.apartValueCell);
  return (
    <>
      <h4>{t("train.apart.value")}</h4>
      <p className="soft small">{t("train.apart.value.help")}</p>
      <Slopes
        label={t("train.apart.value.which")}
        options={apart.values.map((path) => ({ value: path, text: path }))}
        // What the answer is read off has the most to tell.
        first={apart.values.findLast((path) => path.endsWith("residPost")) ?? apart.values[0] ?? ""}
        ask={ask}
        askCell={askCell}
      >
        {({ index, value, slope, nudge, higher, lower }, columns) => (
          <p className="train-tried" title={full(slope)}>
            {t("train.apart.value.cell", {
              row: Math.floor(index / columns) + 1,
              column: (index % columns) + 1,
              value: decimal(value),
              slope: precise(slope),
            })}
            <br />
            {t("train.apart.value.tried", {
              nudge,
              higher: whole(higher),
              lower: whole(lower),
              slope: precise((higher - lower) / (2 * nudge)),
            })}
          </p>
        )}
      </Slopes>
    </>
  );
}

/** Slopes of single values are small: so many digits that count. */
function precise(value: number): string {
  return String(Number(value.toPrecision(5)));
}

/** All digits that 32 bits have: the two losses differ in the last ones. */
function whole(value: number): string {
  return String(Number(value.toPrecision(8)));
}
