/** What fine-tuning is: one file of weights before and after, both to be opened in the explorer. */
import { useTranslation } from "../../i18n";
import { writeLink } from "../../state/link";
import { defaultScene } from "../../state/scene";
import { useApp } from "../../state/useApp";

/** The same definition for both; one of them has a word to tell. */
const texts = {
  "fill-mask": "a young[MASK] that lives in the water",
  classify: "a young animal that lives in the water",
} as const;

export function What() {
  const { t, i18n } = useTranslation();
  const models = useApp((state) => state.models);
  const titleOf = (name: keyof typeof texts) => {
    const title = models.find((model) => model.name === name)?.title;
    return (i18n.language === "en" ? title?.en : title?.["zh-Hans"]) ?? name;
  };
  const linkTo = (name: keyof typeof texts) => {
    const selection = { stack: "encoder", layer: 3, part: "selfAttention", head: 0 } as const;
    const href = writeLink({
      ...defaultScene,
      model: name,
      input: { kind: "text", text: texts[name] },
      selection: { ...selection, query: null, key: null, position: null },
    });
    return (
      <a className="tool" href={href}>
        {titleOf(name)}
      </a>
    );
  };
  return (
    <>
      <div className="chapter-pair">
        <p>{t("fine.what.before", { model: titleOf("fill-mask") })}</p>
        <p>{t("fine.what.after", { model: titleOf("classify") })}</p>
      </div>
      <div className="chapter-controls">
        <p>{t("fine.what.open")}</p>
        {linkTo("fill-mask")}
        {linkTo("classify")}
      </div>
    </>
  );
}
