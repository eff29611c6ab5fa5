/** The size of LoRA's matrices, and where they stand. */
import { NumberField } from "../../../explorer/training/Fields";
import { useTranslation } from "../../../i18n";
import { adaptable, type TuningPlan } from "../../../model/tuning/plan";
import { Picks } from "../../../ui/Picks";

interface Props {
  readonly lora: TuningPlan["lora"];
  readonly onChange: (lora: TuningPlan["lora"]) => void;
}

export function LoraFields({ lora, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Picks
        label={t("tune.where")}
        texts={adaptable.map((matrix) => t(`tune.where.${matrix}`))}
        chosen={lora.where.map((matrix) => adaptable.indexOf(matrix))}
        onChange={(chosen) => {
          const where = adaptable.filter((_, index) => chosen.includes(index));
          // One of them at least.
          if (where.length > 0) onChange({ ...lora, where });
        }}
      />
      <div className="tune-fields">
        <NumberField
          label={t("tune.rank")}
          value={lora.rank}
          least={1}
          most={64}
          whole
          onChange={(rank) => onChange({ ...lora, rank })}
        />
        <NumberField
          label={t("tune.alpha")}
          value={lora.alpha}
          least={0.1}
          most={256}
          onChange={(alpha) => onChange({ ...lora, alpha })}
        />
      </div>
    </>
  );
}
