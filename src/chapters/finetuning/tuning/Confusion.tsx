/** What the texts of each class were taken for: a row for each true class. */
import { percent } from "../../../geometry/format";
import { useTranslation } from "../../../i18n";
import { lastScore } from "../../../state/tuning/run";
import type { TuningRun } from "../../../state/tuning/runs";
import { Scrolled } from "./Scrolled";

/** Of a share in [0, 1]: never so strong that the number in the cell could not be read. */
const shade = (share: number) => `color-mix(in srgb, var(--seq1) ${(45 * share).toFixed(1)}%, transparent)`;

interface Props {
  readonly run: TuningRun;
  /** Of the classes, in English. */
  readonly labels: readonly string[];
}

export function Confusion({ run, labels }: Props) {
  const { t } = useTranslation();
  const confusion = lastScore(run)?.confusion;
  if (!confusion) return null;
  const name = (label: string) => <span lang="en">{label}</span>;
  return (
    <div>
      <h5 id="tune-confusion">{t("tune.confusion")}</h5>
      <p className="soft small">{t("tune.confusion.say")}</p>
      <Scrolled labelledBy="tune-confusion">
        <table className="tune-confusion">
          <thead>
            <tr>
              <th scope="col">{t("tune.confusion.true")}</th>
              {labels.map((label) => (
                <th key={label} scope="col">
                  {name(label)}
                </th>
              ))}
              <th scope="col">{t("tune.confusion.right")}</th>
            </tr>
          </thead>
          <tbody>
            {confusion.map((row, index) => {
              const all = row.reduce((sum, count) => sum + count, 0);
              return (
                <tr key={labels[index]}>
                  <th scope="row">{name(labels[index] ?? "")}</th>
                  {row.map((count, other) => (
                    <td
                      key={labels[other]}
                      data-right={other === index ? "" : undefined}
                      style={{ background: shade(count / Math.max(1, all)) }}
                    >
                      {count}
                    </td>
                  ))}
                  <td>{percent((row[index] ?? 0) / Math.max(1, all))}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scrolled>
    </div>
  );
}
