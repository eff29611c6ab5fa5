/** Fine-tuning: from a pretrained model to another task, and what can be had without training. Fetched when it is first opened. */
import "../../i18n/finetuning";
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n";
import { Chapter, Stages } from "../chapter/Chapter";
import { Labels } from "./labels/Labels";
import { LiveGrid } from "./labels/LiveGrid";
import { Methods } from "./methods/Methods";
import { Prompting } from "./prompting/Prompting";
import { TuningPanel } from "./tuning/TuningPanel";
import { What } from "./What";
import { WithTuning } from "./WithTuning";
import "./finetuning.css";

const names = ["what", "methods", "labels", "prompting"] as const;

const bodies: Readonly<Record<(typeof names)[number], ReactNode>> = {
  what: <What />,
  methods: (
    <>
      <Methods />
      <WithTuning>
        <TuningPanel />
      </WithTuning>
    </>
  ),
  labels: (
    <>
      <Labels />
      <WithTuning>
        <LiveGrid />
      </WithTuning>
    </>
  ),
  prompting: <Prompting />,
};

export function FinetuningPage() {
  const { t } = useTranslation();
  const stages = names.map((name) => ({
    id: `fine-${name}`,
    title: t(`fine.${name}`),
    say: t(`fine.${name}.say`),
    body: bodies[name],
  }));
  return (
    <Chapter title={t("fine.title")} intro={t("fine.intro")}>
      <Stages stages={stages} />
    </Chapter>
  );
}
