/** Opens the model as it stands in the explorer; the run waits meanwhile. */
import { useContext, useState } from "react";
import { useTranslation } from "../../i18n";
import { keepModel } from "../../state/own/library";
import { useTraining } from "../../state/training/useTraining";
import { AppContext, useApp } from "../../state/useApp";

export function OpenInExplorer() {
  const { t, i18n } = useTranslation();
  const app = useContext(AppContext);
  const [busy, setBusy] = useState(false);
  const status = useTraining((state) => state.status);
  const diverged = useTraining((state) => state.latest?.ending?.kind === "diverged");
  const look = useTraining((state) => state.look !== null);
  const pause = useTraining((state) => state.pause);
  const model = useTraining((state) => state.model);
  const models = useApp((state) => state.models);
  const setOwnModels = useApp((state) => state.setOwnModels);
  const chooseModel = useApp((state) => state.chooseModel);
  if (status === "idle" || status === "starting" || (diverged && !look)) return null;
  const open = async () => {
    setBusy(true);
    try {
      await pause();
      const entry = await model();
      if (!entry) return;
      const others = models.filter(({ name, blobs }) => blobs && name !== entry.name);
      // It is the visitor's from here on, and has one title, as it may be renamed.
      const title = entry.title[i18n.language === "en" ? "en" : "zh-Hans"];
      setOwnModels([...others, { ...entry, title: { en: title, "zh-Hans": title } }]);
      // From here on the address is the explorer's, which follows the scene.
      history.pushState(null, "", location.pathname + location.search);
      dispatchEvent(new HashChangeEvent("hashchange"));
      await chooseModel(entry.name);
      // Kept like a model that was brought along: until it is deleted in the menu of models.
      if (app) await keepModel(app, entry.name);
    } finally {
      setBusy(false);
    }
  };
  return (
    <button type="button" className="tool" disabled={busy} onClick={() => void open()}>
      {t(look ? "train.open.then" : "train.open")}
    </button>
  );
}
