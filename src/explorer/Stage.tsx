/** What stands in the middle: one of several views of the same run. */
import { type ComponentType, type KeyboardEvent, lazy, Suspense, useEffect, useRef } from "react";
import type { RunResult } from "../engine/protocol";
import { useTranslation } from "../i18n";
import { type View, views } from "../state/scene";
import { useApp } from "../state/useApp";
import { AttentionPanel } from "./attention/AttentionPanel";

/** All but the first are fetched when they are first looked at. */
const panels: Readonly<Record<View, ComponentType<{ readonly run: RunResult }>>> = {
  attention: AttentionPanel,
  layers: lazy(async () => ({ default: (await import("./layers/LayersPanel")).LayersPanel })),
  thoughts: lazy(async () => ({ default: (await import("./thoughts/ThoughtsPanel")).ThoughtsPanel })),
  without: lazy(async () => ({ default: (await import("./without/WithoutPanel")).WithoutPanel })),
  step: lazy(async () => ({ default: (await import("./step/StepPanel")).StepPanel })),
};

export function Stage({ run }: { readonly run: RunResult }) {
  const { t } = useTranslation();
  const view = useApp((state) => state.scene.view);
  const show = useApp((state) => state.showView);
  const Panel = panels[view];
  const tabs = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On a phone the tabs are wider than the page.
    const [list, tab] = [tabs.current, document.getElementById(`tab-${view}`)];
    if (list && tab) list.scrollLeft = tab.offsetLeft - list.offsetLeft - (list.clientWidth - tab.offsetWidth) / 2;
  }, [view]);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = views.indexOf(view);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: views.length - 1 }[event.key];
    const next = to === undefined ? undefined : views[(to + views.length) % views.length];
    if (next === undefined) return;
    event.preventDefault();
    show(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <>
      <div ref={tabs} className="tabs" role="tablist" aria-label={t("stage.tabs")} onKeyDown={onKeyDown}>
        {views.map((one) => (
          <button
            key={one}
            type="button"
            id={`tab-${one}`}
            role="tab"
            className="tab"
            title={t(`stage.${one}.help`)}
            aria-selected={one === view}
            aria-controls="stage-panel"
            tabIndex={one === view ? 0 : -1}
            onClick={() => show(one)}
          >
            {t(`stage.${one}`)}
          </button>
        ))}
      </div>
      <div id="stage-panel" role="tabpanel" aria-labelledby={`tab-${view}`}>
        <Suspense fallback={<div className="skeleton" aria-hidden="true" />}>
          <Panel run={run} />
        </Suspense>
      </div>
    </>
  );
}
