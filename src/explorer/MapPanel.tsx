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
import { partOf, stepNames, stepOf } from "./mapSteps";

/** The model at hand, drawn; a part leads to its steps or its attention, a dot switches a head. */
export function MapPanel() {
  const { t } = useTranslation();
  const config = useApp((state) => state.model?.config);
  const { stack, layer, part: attention, head } = useApp((state) => state.scene.selection);
  const changes = useApp((state) => state.scene.changes);
  const stepping = useApp((state) => state.scene.view === "step");
  const shown = useApp((state) => state.scene.step);
  const select = useApp((state) => state.select);
  const showView = useApp((state) => state.showView);
  const showStep = useApp((state) => state.showStep);
  const toggleHead = useApp((state) => state.toggleHead);
  const map = useMemo(() => (config ? architectureMap(shapeOf(config)) : null), [config]);
  const steps = useMemo(() => (config ? stepNames(config) : []), [config]);
  const walked = useMemo(
    () => (map && stepping ? partOf(shown ?? steps[0]?.path ?? "", map.parts, steps)?.id : undefined),
    [map, steps, stepping, shown],
  );
  // A new answer changes nothing here but the prediction, which looks after itself, and a step only what leads to another part.
  const drawing = useMemo(() => {
    if (!map) return null;
    const choose = (part: MapPart) => {
      const ofAttention = (part.kind === "selfAttention" || part.kind === "crossAttention") && part.layer !== null;
      if (ofAttention) select({ stack: part.stack, layer: part.layer, part: part.kind, query: null, key: null });
      const first = stepOf(part, steps);
      if (ofAttention && !stepping) showView("attention");
      else if (first) showStep(first.path);
    };
    return (
      <ArchitectureView
        map={map}
        label={t("map.label")}
        partLabel={(part) => partLabel(t, part)}
        partName={(part) => partName(t, part)}
        isChosen={(part) =>
          stepping ? part.id === walked : part.kind === attention && part.stack === stack && part.layer === layer
        }
        onChoose={choose}
        headName={(dot) => t("heads.switch", { head: headName(t, dot) })}
        isOff={(dot) => hasChanges(changes, [{ kind: "head", at: headOf(dot), to: "zero" }])}
        isFocused={(dot) => !stepping && sameHead(dot, { stack, layer, part: attention, head })}
        onSwitch={(dot) => toggleHead(headOf(dot))}
        captions={{ encoder: t("map.inputs"), decoder: t("map.outputs") }}
        prediction={<Prediction />}
      />
    );
  }, [map, steps, t, stepping, walked, stack, layer, attention, head, changes, select, showView, showStep, toggleHead]);
  return (
    <aside className="map-panel" aria-label={t("map.title")}>
      <h2 className="heading">{t("map.title")}</h2>
      {drawing ? (
        <>
          {drawing}
          <p className="soft small">{t("map.legend")}</p>
        </>
      ) : (
        <div className="skeleton" aria-hidden="true" />
      )}
    </aside>
  );
}

function headOf({ stack, layer, part, head }: Parameters<typeof headName>[1]) {
  return { stack, layer, part, head };
}

/** What comes out at the top. */
function Prediction() {
  const run = useApp((state) => state.run);
  const position = useApp((state) => state.scene.selection.position);
  const best = run ? bestOf(run.outcome, position) : undefined;
  return best ? `${best.text} ${percent(best.probability)}` : "";
}
