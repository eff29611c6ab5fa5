/** Every head set to zero, one at a time: which of them the output needs. */
import { useContext, useEffect, useMemo, useRef, useState } from "react";
import { type Translate, useTranslation } from "../../i18n";
import type { HeadEffect } from "../../model/analysis";
import { attentionPath, type HeadId, sameHead } from "../../model/names";
import { headsOf } from "../../model/switches";
import type { Scene } from "../../state/scene";
import { AppContext, useApp } from "../../state/useApp";
import { EffectHeatmap } from "../../views/EffectHeatmap";
import { headName, partTitle } from "../labels";
import { SaveMenu } from "../SaveMenu";
import { useTheme } from "../theme";

/** What was tried, with the scene that it was tried on. */
interface Tried {
  readonly input: Scene["input"];
  readonly changes: Scene["changes"];
  readonly effects: readonly HeadEffect[];
  readonly running: boolean;
}

export function EveryHead() {
  const { t } = useTranslation();
  const theme = useTheme();
  const config = useApp((state) => state.model?.config);
  const input = useApp((state) => state.scene.input);
  const changes = useApp((state) => state.scene.changes);
  const selection = useApp((state) => state.scene.selection);
  const select = useApp((state) => state.select);
  const stopTrying = useApp((state) => state.stopTrying);
  const heads = useMemo(() => (config ? headsOf(config) : []), [config]);
  const { tried, start } = useEveryHead();
  const figure = useRef<HTMLDivElement>(null);
  // Of another text, or with other changes, it says nothing.
  const shown = tried?.input === input && tried.changes === changes ? tried : null;
  const rows = useMemo(() => {
    const groups = [...new Set(heads.map(attentionPath))].map((path) =>
      heads.filter((id) => attentionPath(id) === path),
    );
    return groups.map((ids) => ({
      ids,
      label: rowName(t, ids[0]),
      effects: ids.map((id) => shown?.effects.find(({ head }) => sameHead(head, id))?.divergence ?? null),
    }));
  }, [heads, shown, t]);
  const place = rows.flatMap(({ ids }, row) =>
    ids.flatMap((id) => (sameHead(id, selection) ? [{ row, head: id.head }] : [])),
  )[0];
  return (
    <section aria-labelledby="without-every">
      <h2 id="without-every" className="heading">
        {t("without.every")}
      </h2>
      <p className="soft small">{t("without.every.hint")}</p>
      <p className="every-bar">
        {shown?.running ? (
          <>
            <progress value={shown.effects.length} max={heads.length} aria-label={t("without.every.progress")} />
            <span className="soft small">
              {t("without.every.count", { count: shown.effects.length, heads: heads.length })}
            </span>
            <button type="button" className="tool" onClick={stopTrying}>
              {t("without.every.stop")}
            </button>
          </>
        ) : (
          <button type="button" className="tool" onClick={start}>
            {t("without.every.start", { heads: heads.length })}
          </button>
        )}
      </p>
      {shown && shown.effects.length > 0 ? (
        <>
          <div ref={figure}>
            <EffectHeatmap
              rows={rows}
              unit={t("without.every.unit")}
              label={t("without.every.label")}
              theme={theme}
              selected={place ?? null}
              onSelect={({ row, head }) => {
                const id = rows[row]?.ids[head];
                if (id) select({ ...id, query: null, key: null });
              }}
            />
          </div>
          <SaveMenu
            title={t("without.every")}
            matrix={() => ({
              data: Float32Array.from(shown.effects, ({ divergence }) => divergence ?? Number.NaN),
              rowLabels: shown.effects.map(({ head }) => headName(t, head)),
              columnLabels: [t("without.every.unit")],
            })}
            figure={figure}
          />
        </>
      ) : null}
    </section>
  );
}

function rowName(t: Translate, id: HeadId | undefined): string {
  if (!id) return "";
  return `${t(`figure.timeline.${id.stack}.short`, { layer: id.layer + 1 })} ${partTitle(t, id.part)}`;
}

/** Asks the engine, and shows what has come once a frame: a small model answers many times in one. */
function useEveryHead(): { readonly tried: Tried | null; readonly start: () => void } {
  const app = useContext(AppContext);
  const [tried, setTried] = useState<Tried | null>(null);
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  const start = () => {
    if (!app) return;
    const { scene, tryEveryHead } = app.getState();
    const effects: HeadEffect[] = [];
    const show = (running: boolean) => {
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(() =>
        setTried({ input: scene.input, changes: scene.changes, effects: [...effects], running }),
      );
    };
    show(true);
    void tryEveryHead((effect) => {
      effects.push(effect);
      show(true);
    }).then(() => show(false));
  };
  return { tried, start };
}
