/** Accuracy by the number of examples in the prompt, with its standard error: a picture and the same as a table. */
import { percent } from "../../../geometry/format";
import { useTranslation } from "../../../i18n";
import { accuracy } from "../../../model/prompting/measured";
import { SpreadChart } from "../../../views/SpreadChart";
import { ShareTable } from "../ShareTable";

export interface Line {
  readonly name: string;
  readonly points: readonly { readonly shots: number; readonly right: number }[];
}

interface Props {
  readonly lines: readonly Line[];
  /** Questions behind each point. */
  readonly items: number;
  /** Answers among which a guess would choose. */
  readonly among: number;
  /** Accessible name. */
  readonly label: string;
  readonly command: string;
}

export function Measured({ lines, items, among, label, command }: Props) {
  const { t } = useTranslation();
  const series = lines.map(({ name, points }) => ({
    name,
    points: points.map(({ shots, right }) => {
      const { share, error } = accuracy(right, items);
      return { at: shots, mean: share, low: Math.max(0, share - error), high: Math.min(1, share + error) };
    }),
  }));
  const shots = [...new Set(lines.flatMap(({ points }) => points.map((point) => point.shots)))].sort((a, b) => a - b);
  const cell = (right: number | undefined) => {
    if (right === undefined) return "–";
    const { share, error } = accuracy(right, items);
    return `${percent(share)} ± ${(100 * error).toFixed(1)}`;
  };
  return (
    <div className="fine-measured">
      <SpreadChart
        series={series}
        label={label}
        axis={t("fine.prompt.shots")}
        chance={{ share: 1 / among, name: t("fine.chance", { percent: percent(1 / among) }) }}
      />
      <ShareTable
        caption={label}
        axis={t("fine.prompt.shots")}
        columns={lines.map(({ name }) => name)}
        rows={shots.map((count) => ({
          at: count,
          cells: lines.map(({ points }) => cell(points.find((point) => point.shots === count)?.right)),
        }))}
      />
      <p className="soft small">
        {t("fine.prompt.measured", { items: items.toLocaleString("en") })} <code>{command}</code>
      </p>
    </div>
  );
}
