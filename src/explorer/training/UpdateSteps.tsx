/** What the optimiser does to one weight, line by line, each with its numbers. */
import type { ReactNode } from "react";
import { full } from "../../geometry/format";
import { useTranslation } from "../../i18n";
import type { ApartCell } from "../../model/training/apart";
import { useTraining } from "../../state/training/useTraining";

interface Props {
  readonly cell: ApartCell;
  /** Steps before this one. */
  readonly step: number;
  readonly rate: number;
  /** Of the weight. */
  readonly columns: number;
}

/** Seven digits that count: enough to follow a sum of 32-bit floats. */
const number = (value: number) => (value === 0 ? "0" : String(Number(value.toPrecision(7))));

export function UpdateSteps({ cell, step, rate, columns }: Props) {
  const { t } = useTranslation();
  const { kind, beta1, beta2, weightDecay, clip } = useTraining((state) => state.plan.optimiser);
  const { before, update, after, nudge, higher, lower } = cell;
  const adam = kind === "adam" || kind === "adamW";
  const row = (words: string, arithmetic: ReactNode, result: number) => (
    <tr>
      <th scope="row">{words}</th>
      <td>{arithmetic}</td>
      <td title={full(result)}>{number(result)}</td>
    </tr>
  );
  const turn = step + 1;
  return (
    <>
      <h4>
        {t("train.apart.update", { row: Math.floor(cell.index / columns) + 1, column: (cell.index % columns) + 1 })}
      </h4>
      <div className="train-scroll">
        <table className="train-update">
          <tbody>
            {row(t("train.update.weight"), "w", before.weight)}
            {row(t("train.update.slope"), "g = ∂L/∂w", before.slope)}
            {row(
              t("train.update.tried", { nudge }),
              `(${number(higher)} − ${number(lower)}) / ${number(2 * nudge)}`,
              (higher - lower) / (2 * nudge),
            )}
            {clip === null
              ? null
              : row(t("train.update.shrink"), `min(1, ${number(clip)} / ${number(before.length)})`, update.shrink)}
            {kind === "adamW" || !before.decays || weightDecay === 0
              ? null
              : row(t("train.update.pull"), `${weightDecay} · ${number(before.weight)}`, update.decaySlope)}
            {row(
              t("train.update.used"),
              `${number(before.slope)} · ${number(update.shrink)} + ${number(update.decaySlope)}`,
              update.used,
            )}
            {kind === "momentum"
              ? row(
                  t("train.update.momentum"),
                  `${beta1} · ${number(before.first)} + ${number(update.used)}`,
                  update.first,
                )
              : null}
            {adam ? (
              <>
                {row(
                  t("train.update.first"),
                  `${beta1} · ${number(before.first)} + ${number(1 - beta1)} · ${number(update.used)}`,
                  update.first,
                )}
                {row(
                  t("train.update.second"),
                  `${beta2} · ${number(before.second)} + ${number(1 - beta2)} · ${number(update.used)}²`,
                  update.second,
                )}
                {row(
                  t("train.update.firstCorrected"),
                  `${number(update.first)} / (1 − ${beta1}^${turn})`,
                  update.firstCorrected,
                )}
                {row(
                  t("train.update.secondCorrected"),
                  `${number(update.second)} / (1 − ${beta2}^${turn})`,
                  update.secondCorrected,
                )}
              </>
            ) : null}
            {row(
              t("train.update.change"),
              adam
                ? `${number(rate)} · ${number(update.firstCorrected)} / (√${number(update.secondCorrected)} + 1e-8)`
                : `${number(rate)} · ${number(kind === "momentum" ? update.first : update.used)}`,
              update.change,
            )}
            {kind === "adamW"
              ? row(
                  t("train.update.decay"),
                  `${number(rate)} · ${before.decays ? weightDecay : 0} · ${number(before.weight)}`,
                  update.decay,
                )
              : null}
            {row(
              t("train.update.after"),
              `${number(before.weight)} − ${number(update.change)}${kind === "adamW" ? ` − ${number(update.decay)}` : ""}`,
              update.after,
            )}
            {row(t("train.update.true"), t("train.update.true.how"), after)}
          </tbody>
        </table>
      </div>
    </>
  );
}
