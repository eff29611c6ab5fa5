import { Button } from "react-aria-components";
import { architectureMap } from "../geometry/architecture";
import { useTranslation } from "../i18n";
import { shapeOf } from "../state/shape";
import { useApp } from "../state/useApp";
import { explanations, partName } from "./labels";

/** What a part that is not attention does, with the sizes of the model at hand. */
export function ExplainPanel({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const model = useApp((state) => state.model);
  const showPart = useApp((state) => state.showPart);
  const part = model && architectureMap(shapeOf(model.config)).parts.find((candidate) => candidate.id === id);
  if (!model || !part || part.kind === "selfAttention" || part.kind === "crossAttention") return null;
  const [title, body] = explanations[part.kind];
  const { width, feedForward } = model.config;
  const vocabulary = "labels" in model.task ? model.task.labels.length : model.config.vocabulary;
  return (
    <section className="explain">
      <p className="where">{partName(t, part)}</p>
      <h2 className="title">{t(title)}</h2>
      <p className="say">{t(body, { width, feedForward, vocabulary })}</p>
      <Button className="tool" onPress={() => showPart(null)}>
        {t("explain.close")}
      </Button>
    </section>
  );
}
