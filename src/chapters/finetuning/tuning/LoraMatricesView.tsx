/** LoRA's two matrices beside the weight that they stand beside, and their product. */
import { useState } from "react";
import { useTheme } from "../../../explorer/theme";
import { Choice } from "../../../explorer/training/Fields";
import { significant } from "../../../geometry/format";
import { extentOf } from "../../../geometry/shades";
import { useTranslation } from "../../../i18n";
import type { LoraMatrices } from "../../../model/tuning/progress";
import type { TuningRun } from "../../../state/tuning/runs";
import { useTuning } from "../../../state/tuning/useTuning";
import { ColourLegend } from "../../../views/ColourLegend";
import { MatrixView } from "../../../views/MatrixView";
import { AskButton } from "./AskButton";
import { useAsked } from "./useAsked";

export function LoraMatricesView({ run }: { readonly run: TuningRun }) {
  const { t } = useTranslation();
  const { adapted } = run.costs;
  const [weight, setWeight] = useState(adapted.at(-1) ?? "");
  const lora = useTuning((state) => state.lora);
  const { value, ready, ask } = useAsked<LoraMatrices>(weight);
  return (
    <section className="tune-part" aria-labelledby="tune-lora">
      <h5 id="tune-lora">{t("tune.lora")}</h5>
      <p className="soft small">{t("tune.lora.say")}</p>
      <div className="chapter-controls">
        <Choice
          label={t("tune.lora.weight")}
          options={adapted.map((name) => ({ value: name, text: name }))}
          value={weight}
          onChange={setWeight}
        />
        <AskButton text={t("tune.lora.go")} ready={ready} ask={() => ask(() => lora(weight))} />
      </div>
      {value ? <Matrices lora={value} run={run} weight={weight} /> : null}
    </section>
  );
}

interface Props {
  readonly lora: LoraMatrices;
  readonly run: TuningRun;
  readonly weight: string;
}

function Matrices({ lora: { rows, columns, rank, a, b, product, weight: whole }, run, weight }: Props) {
  const { t } = useTranslation();
  const theme = useTheme();
  const { alpha } = run.plan.lora;
  const numbers = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1));
  const matrices = [
    ["A", a, rows, rank],
    ["B", b, rank, columns],
    ["(α / r) · A B", product, rows, columns],
    ["W", whole, rows, columns],
  ] as const;
  const [most, least] = [extentOf(whole), extentOf(product)];
  return (
    <>
      <p>
        {t("tune.lora.sizes", {
          ...{ rows, columns, rank, alpha },
          few: (rank * (rows + columns)).toLocaleString("en"),
          many: (rows * columns).toLocaleString("en"),
          share: significant(least),
          whole: significant(most),
        })}
      </p>
      <div className="chapter-pair">
        {matrices.map(([name, data, high, wide]) => (
          <div key={name}>
            <p className="soft small">
              {name} [{high} × {wide}]
            </p>
            <MatrixView
              data={data}
              rowLabels={numbers(high)}
              columnLabels={numbers(wide)}
              label={`${name}, ${weight}`}
              theme={theme}
              scale="signed"
              numbered
              maxHeight={240}
            />
            <ColourLegend scale="signed" extent={extentOf(data)} />
          </div>
        ))}
      </div>
      <p className="soft small">{t("tune.lora.merged")}</p>
    </>
  );
}
