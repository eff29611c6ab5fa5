/** The chosen head, large: what it does in words, and one of several figures. */
import { lazy, Suspense, useMemo } from "react";
import type { AttentionMap, RunResult } from "../../engine/protocol";
import { type Translate, useTranslation } from "../../i18n";
import type { Change, HeadReplacement } from "../../model/changes";
import { sameHead } from "../../model/names";
import { type Look, usualLook } from "../../state/look";
import { useApp } from "../../state/useApp";
import { attentionName } from "../labels";
import { HeadSentence } from "./HeadSentence";
import { LookChoice } from "./LookChoice";
import { PatternFigure } from "./PatternFigure";
import { shownOf, useShown } from "./shown";
import { stagesOf } from "./stages";

/** Fetched when they are first looked at. */
const LinesFigure = lazy(async () => ({ default: (await import("./LinesFigure")).LinesFigure }));
const ProductsFigure = lazy(async () => ({ default: (await import("./ProductsFigure")).ProductsFigure }));
const SumsFigure = lazy(async () => ({ default: (await import("./SumsFigure")).SumsFigure }));

export function HeadFocus({ run, map }: { readonly run: RunResult; readonly map: AttentionMap }) {
  const { t } = useTranslation();
  const shown = useShown(run, map);
  const head = useApp((state) => state.scene.selection.head);
  const config = useApp((state) => state.model?.config);
  const asked = useApp((state) => state.scene.look);
  const stages = useMemo(() => (config ? stagesOf(config, map) : []), [config, map]);
  const look = stages.includes(asked.stage) ? asked : { ...asked, stage: usualLook.stage };
  const id = { stack: map.stack, layer: map.layer, part: map.part, head } as const;
  const changes = useApp((state) => state.scene.changes);
  const replaced = useMemo(() => replacementOf(changes, map, head), [changes, map, head]);
  const toggleHead = useApp((state) => state.toggleHead);
  const pattern = useMemo(() => shownOf(map.pattern, map, look, head), [map, look, head]);
  const place = attentionName(t, map);
  const merged = look.merge && mergedName(t, look.merge);
  const title = merged === null ? t("focus.title", { place, head: head + 1 }) : `${place} · ${merged}`;
  const figure = { shown, look, head, pattern, title };
  return (
    <section className="focus" aria-labelledby="focus-title">
      <div className="focus-head">
        <h2 id="focus-title" className="title">
          {title}
        </h2>
        {look.merge === null ? (
          <button type="button" className={replaced === null ? "tool" : "tool off"} onClick={() => toggleHead(id)}>
            {t(replaced === null ? "focus.switchOff" : "focus.switchOn")}
          </button>
        ) : null}
      </div>
      <p className="say">
        <HeadSentence shown={shown} pattern={pattern} merged={look.merge !== null} />
      </p>
      {replaced !== null && look.merge === null ? <p className="problem">{told(t, replaced)}</p> : null}
      <LookChoice heads={map.heads} stages={stages} look={look} />
      <Suspense fallback={<div className="skeleton" aria-hidden="true" />}>
        {look.figure === "heatmap" ? <PatternFigure {...figure} /> : null}
        {look.figure === "lines" ? <LinesFigure {...figure} /> : null}
        {look.figure === "products" ? <ProductsFigure {...figure} /> : null}
        {look.figure === "sums" ? <SumsFigure {...figure} /> : null}
      </Suspense>
    </section>
  );
}

/** What a head's output is replaced by; null where it is not. */
function replacementOf(changes: readonly Change[], map: AttentionMap, head: number): HeadReplacement | null {
  const found = changes.find((change) => change.kind === "head" && sameHead(change.at, { ...map, head }));
  return found?.kind === "head" ? found.to : null;
}

function told(t: Translate, to: HeadReplacement): string {
  return typeof to === "string" ? t(`focus.isOff.${to}`) : t("focus.isOff.text", { text: to.text });
}

function mergedName(t: Translate, { by, heads }: NonNullable<Look["merge"]>): string {
  if (heads.length === 0) return t("attention.merged.none");
  return t(`attention.merged.${by}`, { heads: heads.map((head) => head + 1).join(", ") });
}
