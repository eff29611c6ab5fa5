/** What is to be learned, by which model, and how: free while no run is at hand. */
import { useMemo } from "react";
import { megabytes } from "../../geometry/format";
import { useTranslation } from "../../i18n";
import { digitSize } from "../../model/training/digits";
import { optimisers } from "../../model/training/optimiser";
import {
  activations,
  isPicture,
  type Plan,
  positions,
  problemOf,
  sizeOf,
  stacks,
  withTask,
} from "../../model/training/plan";
import { schedules } from "../../model/training/schedule";
import { taskNames } from "../../model/training/tasks";
import { useTraining } from "../../state/training/useTraining";
import { Check, Choice, NumberField } from "./Fields";
import { OwnText } from "./OwnText";

export function PlanForm() {
  const { t } = useTranslation();
  const plan = useTraining((state) => state.plan);
  const setPlan = useTraining((state) => state.setPlan);
  const free = useTraining((state) => state.status === "idle");
  const set = (part: Partial<Plan>) => setPlan({ ...plan, ...part });
  const setModel = (part: Partial<Plan["model"]>) => set({ model: { ...plan.model, ...part } });
  const setOptimiser = (part: Partial<Plan["optimiser"]>) => set({ optimiser: { ...plan.optimiser, ...part } });
  const setSchedule = (part: Partial<Plan["schedule"]>) => set({ schedule: { ...plan.schedule, ...part } });
  const { model, optimiser, schedule } = plan;
  const pictured = isPicture(plan.task);
  return (
    <fieldset className="train-plan" disabled={!free}>
      <legend className="hidden">{t("train.plan")}</legend>
      <Choice
        label={t("train.task")}
        options={taskNames.map((value) => ({ value, text: t(`train.task.${value}`) }))}
        value={plan.task}
        onChange={(task) => setPlan(withTask(plan, task))}
      />
      {plan.task === "text" ? <OwnText text={plan.text} onChange={(text) => set({ text })} /> : null}
      <h3 className="heading">{t("train.model")}</h3>
      {pictured ? (
        <>
          <Choice
            label={t("train.stack")}
            options={[{ value: "imageEncoder", text: t("train.stack.imageEncoder") }]}
            value="imageEncoder"
            onChange={() => undefined}
            disabled
          />
          <p className="soft small">{t("train.pictures.model")}</p>
        </>
      ) : (
        <Choice
          label={t("train.stack")}
          options={stacks.map((value) => ({ value, text: t(`train.stack.${value}`) }))}
          value={model.stack}
          onChange={(stack) => setModel({ stack })}
        />
      )}
      <div className="train-pair">
        <NumberField
          label={t("train.layers")}
          value={model.layers}
          least={1}
          most={8}
          whole
          onChange={(layers) => setModel({ layers })}
        />
        <NumberField
          label={t("train.heads")}
          value={model.heads}
          least={1}
          most={16}
          whole
          onChange={(heads) => setModel({ heads })}
        />
        <NumberField
          label={t("train.width")}
          value={model.width}
          least={8}
          most={512}
          whole
          onChange={(width) => setModel({ width })}
        />
        <NumberField
          label={t("train.feedForward")}
          value={model.feedForward}
          least={0}
          most={2048}
          whole
          onChange={(feedForward) => setModel({ feedForward })}
        />
        {pictured ? (
          <NumberField
            label={t("train.patchSize")}
            value={model.patchSize}
            least={2}
            most={28}
            whole
            onChange={(patchSize) => setModel({ patchSize })}
          />
        ) : null}
      </div>
      <Choice
        label={t("train.positions")}
        options={positions
          .filter((value) => !pictured || value !== "sinusoidal")
          .map((value) => ({ value, text: t(`train.positions.${value}`) }))}
        value={model.positions}
        onChange={(positions) => setModel({ positions })}
      />
      <Choice
        label={t("train.norm")}
        options={(["pre", "post"] as const).map((value) => ({ value, text: t(`train.norm.${value}`) }))}
        value={model.norm}
        onChange={(norm) => setModel({ norm })}
      />
      <Choice
        label={t("train.activation")}
        options={activations.map((value) => ({ value, text: t(`train.activation.${value}`) }))}
        value={model.activation}
        onChange={(activation) => setModel({ activation })}
      />
      <Check on={model.tiedOutput && !pictured} disabled={pictured} onChange={(tiedOutput) => setModel({ tiedOutput })}>
        {t("train.tied")}
      </Check>
      <div className="train-pair">
        <NumberField
          label={t("train.initialScale")}
          value={model.initialScale}
          least={0.01}
          most={10}
          onChange={(initialScale) => setModel({ initialScale })}
        />
        <NumberField
          label={t("train.dropout")}
          value={plan.dropout}
          least={0}
          most={0.9}
          onChange={(dropout) => set({ dropout })}
        />
      </div>
      <h3 className="heading">{t("train.learning")}</h3>
      <Choice
        label={t("train.optimiser")}
        options={optimisers.map((value) => ({ value, text: t(`train.optimiser.${value}`) }))}
        value={optimiser.kind}
        onChange={(kind) => setOptimiser({ kind })}
      />
      <Choice
        label={t("train.schedule")}
        options={schedules.map((value) => ({ value, text: t(`train.schedule.${value}`) }))}
        value={schedule.kind}
        onChange={(kind) => setSchedule({ kind })}
      />
      <div className="train-pair">
        <NumberField
          label={t("train.rate")}
          value={schedule.rate}
          least={1e-6}
          most={100}
          onChange={(rate) => setSchedule({ rate })}
        />
        <NumberField
          label={t("train.warmUp")}
          value={schedule.warmUp}
          least={0}
          most={100_000}
          whole
          onChange={(warmUp) => setSchedule({ warmUp })}
        />
        <NumberField
          label={t("train.steps")}
          value={schedule.steps}
          least={1}
          most={100_000}
          whole
          onChange={(steps) => setSchedule({ steps })}
        />
        <NumberField
          label={t("train.batch")}
          value={plan.batch}
          least={1}
          most={256}
          whole
          onChange={(batch) => set({ batch })}
        />
        <NumberField
          label={t("train.clip")}
          value={optimiser.clip}
          least={1e-4}
          most={1000}
          help={t("train.clip.none")}
          onChange={(clip) => setOptimiser({ clip })}
          onEmpty={() => setOptimiser({ clip: null })}
        />
        <NumberField
          label={t("train.weightDecay")}
          value={optimiser.weightDecay}
          least={0}
          most={1}
          onChange={(weightDecay) => setOptimiser({ weightDecay })}
        />
        <NumberField
          label={t("train.smoothing")}
          value={plan.smoothing}
          least={0}
          most={0.5}
          onChange={(smoothing) => set({ smoothing })}
        />
        <NumberField
          label={t("train.seed")}
          value={plan.seed}
          least={0}
          most={1_000_000}
          whole
          help={t("train.seed.help")}
          onChange={(seed) => set({ seed })}
        />
      </div>
      <Size plan={plan} />
    </fieldset>
  );
}

/** How large the model would be, or why it cannot run. */
function Size({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation();
  const size = useMemo(() => {
    try {
      return sizeOf(plan);
    } catch {
      // A text that is too short is told of where it is typed.
      return null;
    }
  }, [plan]);
  const problem = problemOf(plan);
  const { width, heads, patchSize } = plan.model;
  const { warmUp, steps } = plan.schedule;
  return (
    <p role="status" className={problem ? "problem" : "soft small"}>
      {problem
        ? t(`train.cannot.${problem}`, { width, heads, patchSize, pixels: digitSize, warmUp, steps })
        : size && t("train.size", { weights: size.weights.toLocaleString(), memory: megabytes(size.bytes) })}
    </p>
  );
}
