import { ListBox, ListBoxItem } from "react-aria-components";
import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";
import { factsOfEntry, longFacts } from "./facts";

/** Every model that comes with the page; choosing one opens it. */
export function ModelList({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const locale = useApp((state) => state.settings.locale);
  const models = useApp((state) => state.models);
  const current = useApp((state) => state.model?.name ?? state.scene.model);
  const choose = useApp((state) => state.chooseModel);
  /** The one at hand needs no loading, unless another is on its way. */
  const there = useApp((state) => (state.loading === null ? state.model?.name : undefined));
  const open = (name: string) => {
    if (name !== there) void choose(name);
    close();
  };
  return (
    <ListBox
      className="model-list"
      aria-label={t("models.title")}
      selectionMode="single"
      disallowEmptySelection
      // What is chosen is marked when it is there, not before: it may fail to load.
      selectedKeys={[current]}
      onSelectionChange={(keys) => {
        for (const key of keys) open(String(key));
      }}
      autoFocus
    >
      {models.map((entry) => {
        const facts = factsOfEntry(entry, locale);
        return (
          <ListBoxItem key={facts.name} id={facts.name} textValue={facts.title} className="model-item">
            {/* All of it is the option's name: what is said to choose it is what stands there. */}
            <span className="model-item-title">{facts.title}</span>{" "}
            <span className="model-item-text">
              {facts.does} <span className="model-facts">{longFacts(t, facts, locale)}</span>
            </span>
          </ListBoxItem>
        );
      })}
    </ListBox>
  );
}
