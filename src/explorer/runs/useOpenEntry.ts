/** Opens a model that was trained on this page in the explorer, and keeps it among the visitor's own. */
import { useContext } from "react";
import { useTranslation } from "../../i18n";
import type { ModelEntry } from "../../state/models";
import { keepModel } from "../../state/own/library";
import { AppContext, useApp } from "../../state/useApp";

export function useOpenEntry(): (entry: ModelEntry) => Promise<void> {
  const { i18n } = useTranslation();
  const app = useContext(AppContext);
  const models = useApp((state) => state.models);
  const setOwnModels = useApp((state) => state.setOwnModels);
  const chooseModel = useApp((state) => state.chooseModel);
  return async (entry) => {
    const others = models.filter(({ name, blobs }) => blobs && name !== entry.name);
    // It is the visitor's from here on, and has one title, as it may be renamed.
    const title = entry.title[i18n.language === "en" ? "en" : "zh-Hans"];
    setOwnModels([...others, { ...entry, title: { en: title, "zh-Hans": title } }]);
    // From here on the address is the explorer's, which follows the scene.
    history.pushState(null, "", location.pathname + location.search);
    dispatchEvent(new HashChangeEvent("hashchange"));
    scrollTo({ top: 0 });
    await chooseModel(entry.name);
    // Kept like a model that was brought along: until it is deleted in the menu of models.
    if (app) await keepModel(app, entry.name);
  };
}
