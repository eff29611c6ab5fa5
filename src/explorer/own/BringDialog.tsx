/** Where a model of the visitor's own is chosen, looked at, fetched and opened. */
import { useContext } from "react";
import { useTranslation } from "../../i18n";
import type { FoundFile } from "../../state/own/found";
import type { App } from "../../state/store";
import { AppContext } from "../../state/useApp";
import { Sheet } from "../../ui/Sheet";
import { Progress } from "./Progress";
import { Review } from "./Review";
import { Sources } from "./Sources";
import { TroubleText } from "./TroubleText";
import { UnkeptText } from "./UnkeptText";
import { useBringing } from "./useBringing";

interface Props {
  /** What was dropped; empty where the dialog is to ask. */
  readonly found: readonly FoundFile[];
}

export function BringDialog({ found }: Props) {
  const app = useContext(AppContext);
  return app ? <Opened app={app} found={found} /> : null;
}

function Opened({ app, found }: Props & { readonly app: App }) {
  const { t } = useTranslation();
  const { phase, trouble, lookAtFiles, lookAtAddress, open, back } = useBringing(app, found);
  const close = () => app.getState().bring(null);
  const busy = phase.kind === "fetching" || phase.kind === "opening" || phase.kind === "keeping";
  return (
    <Sheet title={t("own.title")} close={t("app.close")} onClose={close} busy={busy}>
      <div className="own">
        <p className="soft">{t("own.private")}</p>
        <div role="alert">{trouble ? <TroubleText trouble={trouble} /> : null}</div>
        {phase.kind === "choosing" ? <Sources onFiles={lookAtFiles} onAddress={lookAtAddress} /> : null}
        {phase.kind === "looking" ? <p role="status">{t("own.looking")}</p> : null}
        {phase.kind === "reviewing" ? (
          <Review app={app} reviewed={phase.reviewed} onOpen={open} onBack={back} onDone={close} />
        ) : null}
        {busy ? <Progress phase={phase} onCancel={back} /> : null}
        {phase.kind === "unkept" ? <UnkeptText title={phase.title} reason={phase.reason} /> : null}
      </div>
    </Sheet>
  );
}
