/** Models of the visitor's own: those that are kept come into the menu; what is dropped on the page opens the dialog. */
import { useContext, useEffect, useState } from "react";
import { useTranslation } from "../../i18n";
import { filesOfDrop } from "../../state/own/found";
import { showStored } from "../../state/own/library";
import { AppContext, useApp } from "../../state/useApp";
import { BringDialog } from "./BringDialog";
import "../../i18n/panels";
import "./own.css";

/** Where nothing is dropped for this long, the pointer has left the window with its files; browsers do not always say so. */
const gone = 400; // ms

export function BringOwn() {
  const { t } = useTranslation();
  const app = useContext(AppContext);
  const bringing = useApp((state) => state.bringing);
  const bring = useApp((state) => state.bring);
  const dragging = useFileDrag(bring);
  useEffect(() => {
    if (app) void showStored(app);
  }, [app]);
  return (
    <>
      {dragging ? (
        <div className="drop-target" aria-hidden="true">
          <p>
            <b>{t("own.drop.title")}</b>
            <span>{t("own.drop.help")}</span>
          </p>
        </div>
      ) : null}
      {bringing ? (
        // What is dropped while it is open takes the place of what it was about.
        <BringDialog key={bringing.map(({ path }) => path).join("|")} found={bringing} />
      ) : null}
    </>
  );
}

/** Whether files are being dragged over the page; gives what is dropped, as far as it can be read. */
function useFileDrag(give: ReturnType<typeof useBring>): boolean {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      clearTimeout(waiting);
      setDragging(false);
    };
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      setDragging(true);
      clearTimeout(waiting);
      waiting = setTimeout(end, gone);
    };
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      end();
      void filesOfDrop(event.dataTransfer).then(give, () => give([]));
    };
    document.addEventListener("dragover", over);
    document.addEventListener("drop", drop);
    return () => {
      end();
      document.removeEventListener("dragover", over);
      document.removeEventListener("drop", drop);
    };
  }, [give]);
  return dragging;
}

const useBring = () => useApp((state) => state.bring);
