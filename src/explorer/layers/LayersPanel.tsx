/** What the layers put out: vectors of tokens from the embedding to the last block, their sizes, likeness and places. */
import "../../i18n/panels";
import { useMemo, useState } from "react";
import type { RunResult, StackTokens, TracedArray } from "../../engine/protocol";
import { useTranslation } from "../../i18n";
import { planOf } from "../../model/forward/plan";
import { useApp } from "../../state/useApp";
import { useValues } from "../../state/useAsked";
import type { LayerVectors } from "../../views/LayerSlider";
import { NormsChart } from "../../views/NormsChart";
import { PositionCurves } from "../../views/PositionCurves";
import { ProjectionView } from "../../views/ProjectionView";
import { SimilarityMatrix } from "../../views/SimilarityMatrix";
import { TokenRowsHeatmap } from "../../views/TokenRowsHeatmap";
import { useTheme } from "../theme";
import "./layers-panel.css";

/** Values along the depth of a stack that can be looked at. */
const kinds = ["stream", "ffnHidden"] as const;
type Kind = (typeof kinds)[number];

export function LayersPanel({ run }: { readonly run: RunResult }) {
  const { t } = useTranslation();
  const selection = useApp((state) => state.scene.selection);
  const [chosen, setChosen] = useState<StackTokens["stack"] | null>(null);
  const stack = run.stacks.find((one) => one.stack === (chosen ?? selection.stack)) ?? run.stacks[0];
  if (!stack) return null;
  return (
    <div className="layers-panel">
      {run.stacks.length > 1 ? (
        <div className="segments-row" role="group" aria-label={t("layers.stack")}>
          {run.stacks.map((one) => (
            <button
              key={one.stack}
              type="button"
              className="tool"
              aria-pressed={one === stack}
              onClick={() => setChosen(one.stack)}
            >
              {t(`stack.${one.stack}`)}
            </button>
          ))}
        </div>
      ) : null}
      <Figures key={stack.stack} run={run} stack={stack} />
    </div>
  );
}

/** The steps of a stack that hold vectors of its tokens, in order. */
function useSteps(stack: StackTokens["stack"], kind: Kind) {
  const config = useApp((state) => state.model?.config);
  return useMemo(() => {
    const wanted = kind === "stream" ? ["residPre", "residMid", "residCross", "residPost"] : [kind];
    return (config ? planOf(config) : [])
      .map(({ name }) => name)
      .filter((name) => name.stack === stack && wanted.includes(name.value));
  }, [config, stack, kind]);
}

function Figures({ run, stack }: { readonly run: RunResult; readonly stack: StackTokens }) {
  const { t, i18n } = useTranslation();
  const theme = useTheme();
  const [kind, setKind] = useState<Kind>("stream");
  const [layer, setLayer] = useState(0);
  const [token, setToken] = useState<number | null>(null);
  const [dimension, setDimension] = useState<number | null>(null);
  const steps = useSteps(stack.stack, kind);
  const hasHidden = useSteps(stack.stack, "ffnHidden").length > 0;
  const position = `${stack.stack}.positionEncoding`;
  const values = useValues([...steps.map(({ path }) => path), position]);
  const tokens = useMemo(() => stack.tokens.map(({ text }) => text), [stack]);
  const layers = useMemo((): readonly LayerVectors[] => {
    return steps.flatMap((step) => {
      const value = values?.[step.path];
      if (!value || value.shape.at(-2) !== tokens.length) return [];
      const label =
        step.layer === null
          ? t("part.embedding")
          : t("thoughts.after", { layer: step.layer + 1, part: t(`value.${step.value as "residPost"}`) });
      return [{ label, data: value.data }];
    });
  }, [steps, values, tokens, t]);
  const encoding = encodingOf(values?.[position]);
  const shown = Math.min(layer, Math.max(0, layers.length - 1));
  if (layers.length === 0) return <div className="skeleton" aria-hidden="true" />;
  return (
    <>
      <section aria-labelledby="layers-vectors">
        <h2 id="layers-vectors" className="title">
          {t("layers.vectors.title")}
        </h2>
        <p className="say">{t("layers.vectors.what")}</p>
        {hasHidden ? (
          <div className="segments-row" role="group" aria-label={t("layers.kind")}>
            {kinds.map((one) => (
              <button key={one} type="button" className="tool" aria-pressed={one === kind} onClick={() => setKind(one)}>
                {t(`layers.kind.${one}`)}
              </button>
            ))}
          </div>
        ) : null}
        <TokenRowsHeatmap
          layers={layers}
          layer={shown}
          onLayer={setLayer}
          tokens={tokens}
          label={t(`layers.kind.${kind}`)}
          theme={theme}
        />
      </section>
      <section aria-labelledby="layers-norms">
        <h2 id="layers-norms" className="title">
          {t("layers.norms.title")}
        </h2>
        <p className="say">{t("layers.norms.what")}</p>
        <NormsChart
          layers={layers}
          tokens={tokens}
          label={t("layers.norms.title")}
          selected={token}
          onSelect={setToken}
        />
      </section>
      <section aria-labelledby="layers-likeness">
        <h2 id="layers-likeness" className="title">
          {t("layers.likeness.title")}
        </h2>
        <p className="say">{t("layers.likeness.what")}</p>
        <SimilarityMatrix
          layers={layers}
          layer={shown}
          onLayer={setLayer}
          tokens={tokens}
          label={t("layers.likeness.title")}
          theme={theme}
        />
      </section>
      <section aria-labelledby="layers-places">
        <h2 id="layers-places" className="title">
          {t("layers.places.title")}
        </h2>
        <p className="say">{t("layers.places.what")}</p>
        <ProjectionView
          layers={layers}
          layer={shown}
          onLayer={setLayer}
          tokens={tokens}
          language={run.outcome.kind === "sequence" && stack.stack === "decoder" ? run.outcome.language : i18n.language}
          label={t("layers.places.title")}
          selected={token}
          onSelect={setToken}
        />
      </section>
      {encoding ? (
        <section aria-labelledby="layers-positions">
          <h2 id="layers-positions" className="title">
            {t("layers.positions.title")}
          </h2>
          <p className="say">{t("layers.positions.what")}</p>
          <PositionCurves
            encoding={encoding.data}
            positions={encoding.rows}
            label={t("layers.positions.title")}
            theme={theme}
            selected={dimension}
            onSelect={setDimension}
          />
        </section>
      ) : null}
    </>
  );
}

/** The positional encoding of as many places as there are tokens, [T, C]. */
function encodingOf(value: TracedArray | undefined) {
  const rows = value?.shape.at(-2) ?? 0;
  return value && rows > 1 ? { data: value.data, rows } : null;
}
