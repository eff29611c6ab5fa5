import { useMemo } from "react";
import { architectureMap, type MapPart } from "../geometry/architecture";
import { percent } from "../geometry/format";
import { useTranslation } from "../i18n";
import { hasChanges } from "../model/changes";
import { sameHead } from "../model/names";
import { shapeOf } from "../state/shape";
import { useApp } from "../state/useApp";
import { ArchitectureView } from "../views/ArchitectureView";
import { bestOf } from "./compare";
import { headName, partLabel, partName } from "./labels";

/** The model at hand, drawn; a click on a part shows it, a click on a dot switches a head. */
export function MapPanel() {
  const { t } = useTranslation();
  const model = useApp((state) => state.model);
  const run = useApp((state) => state.run);
  const selection = useApp((state) => state.scene.selection);
  const changes = useApp((state) => state.scene.changes);
  const shown = useApp((state) => state.scene.part);
  const select = useApp((state) => state.select);
  const showPart = useApp((state) => state.showPart);
  const toggleHead = useApp((state) => state.toggleHead);
  const map = useMemo(() => (model ? architectureMap(shapeOf(model.config)) : null), [model]);
  const choose = (part: MapPart) => {
    if ((part.kind === "selfAttention" || part.kind === "crossAttention") && part.layer !== null) {
      select({ stack: part.stack, layer: part.layer, part: part.kind, query: null, key: null });
      showPart(null);
    } else showPart(part.id);
  };
  const best = run ? bestOf(run.outcome, selection.position) : undefined;
  return (
    <aside className="map-panel" aria-label={t("map.title")}>
      <h2 className="heading">{t("map.title")}</h2>
      {map ? (
        <>
          <ArchitectureView
            map={map}
            label={t("map.label")}
            partLabel={(part) => partLabel(t, part)}
            partName={(part) => partName(t, part)}
            isChosen={(part) =>
              shown === null
                ? part.kind === selection.part && part.stack === selection.stack && part.layer === selection.layer
                : part.id === shown
            }
            onChoose={choose}
            headName={(dot) => t("heads.switch", { head: headName(t, dot) })}
            isOff={({ stack, layer, part, head }) =>
              hasChanges(changes, [{ kind: "head", at: { stack, layer, part, head }, to: "zero" }])
            }
            isFocused={(dot) => shown === null && sameHead(dot, selection)}
            onSwitch={({ stack, layer, part, head }) => toggleHead({ stack, layer, part, head })}
            captions={{
              encoder: t("map.inputs"),
              decoder: t("map.outputs"),
              prediction: best ? `${best.text} ${percent(best.probability)}` : "",
            }}
          />
          <p className="soft small">{t("map.legend")}</p>
        </>
      ) : (
        <div className="skeleton" aria-hidden="true" />
      )}
    </aside>
  );
}
