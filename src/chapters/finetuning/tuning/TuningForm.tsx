/** What is to be learned, how much of the model may move, and how: free while no step is being taken. */
import { Choice, NumberField } from "../../../explorer/training/Fields";
import { useTranslation } from "../../../i18n";
import { starts } from "../../../model/tuning/measuredGrid";
import { firstTuningPlan, goals, methods, type TuningPlan } from "../../../model/tuning/plan";
import { useTuning } from "../../../state/tuning/useTuning";
import { Segments } from "../../../ui/Segments";
import { Costs } from "./Costs";
import { LoraFields } from "./LoraFields";

/** Of both models that are tuned. */
const blocks = 4;

export function TuningForm() {
  const { t } = useTranslation();
  const plan = useTuning((state) => state.plan);
  const setPlan = useTuning((state) => state.setPlan);
  const free = useTuning((state) => state.status === "idle");
  const set = (part: Partial<TuningPlan>) => setPlan({ ...plan, ...part });
  const { rate, ...others } = plan;
  const number = (field: "examples" | "steps" | "batch" | "seed", most: number, least = 1) => (
    <NumberField
      label={t(`tune.${field}`)}
      value={plan[field]}
      least={least}
      most={most}
      whole
      onChange={(value) => set({ [field]: value })}
    />
  );
  return (
    <fieldset className="tune-form" disabled={!free}>
      <legend className="hidden">{t("tune.plan")}</legend>
      <Segments
        label={t("tune.goal")}
        options={goals.map((value) => ({ value, text: t(`tune.goal.${value}`) }))}
        value={plan.goal}
        onChange={(goal) => set({ goal, examples: firstTuningPlan(goal, plan.method).examples })}
      />
      <p className="soft small">{t(`tune.goal.${plan.goal}.say`)}</p>
      <Segments
        label={t("tune.method")}
        options={methods.map((value) => ({ value, text: t(`tune.method.${value}`) }))}
        value={plan.method}
        // Each has a learning rate that works for it.
        onChange={(method) => setPlan({ ...others, method, rate: firstTuningPlan(plan.goal, method).rate })}
      />
      <p className="soft small">{t(`tune.moves.${plan.goal}.${plan.method}`)}</p>
      {plan.method === "lora" ? <LoraFields lora={plan.lora} onChange={(lora) => set({ lora })} /> : null}
      <div className="tune-fields">
        {plan.method === "upper" ? (
          <NumberField
            label={t("tune.upper")}
            value={plan.upper}
            least={1}
            most={blocks}
            whole
            onChange={(upper) => set({ upper })}
          />
        ) : null}
        <Choice
          label={t("tune.start")}
          options={starts.map((value) => ({ value, text: t(`tune.start.${value}`) }))}
          value={plan.start}
          onChange={(start) => set({ start })}
        />
        {number("examples", 1000)}
        {number("steps", 5000)}
        <NumberField
          label={t("tune.rate")}
          value={rate}
          least={1e-6}
          most={1}
          onChange={(next) => set({ rate: next })}
        />
        {number("batch", 64)}
        {number("seed", 1_000_000, 0)}
      </div>
      <Costs />
    </fieldset>
  );
}
