/** The embeddings of all tokens in the plane in which they differ most, as they stand at the moment that is shown. */
import { useMemo, useState } from "react";
import { useTranslation } from "../../i18n";
import { useExamined } from "../../state/training/useSeen";
import { useTraining } from "../../state/training/useTraining";
import { ProjectionView } from "../../views/ProjectionView";

export function EmbeddingPlane() {
  const { t, i18n } = useTranslation();
  const embeddings = useExamined((examined) => examined.embeddings);
  const step = useTraining((state) => state.look?.step ?? state.latest?.point.step ?? 0);
  const pictured = useExamined((examined) => examined.pictures.length > 0);
  const heading = t(pictured ? "train.embeddings.pictures" : "train.embeddings");
  const [selected, setSelected] = useState<number | null>(null);
  const layers = useMemo(
    () => (embeddings ? [{ label: t("train.stepLabel", { step }), data: embeddings.vectors }] : []),
    [embeddings, step, t],
  );
  if (!embeddings) return null;
  return (
    <section aria-labelledby="train-embeddings">
      <h3 id="train-embeddings" className="heading">
        {heading}
      </h3>
      <p className="soft small">{t(pictured ? "train.embeddings.pictures.help" : "train.embeddings.help")}</p>
      <ProjectionView
        layers={layers}
        layer={0}
        onLayer={() => undefined}
        tokens={embeddings.tokens}
        language={i18n.language}
        label={heading}
        explanation={pictured ? "train.embeddings.pictures.explained" : "train.embeddings.explained"}
        selected={selected}
        onSelect={setSelected}
      />
    </section>
  );
}
