/** What the layers put out: vectors of tokens from the embedding to the last block, their sizes, likeness and places. */
import "../../i18n/panels";
import { useMemo, useState } from "react";
import type { RunResult, StackTokens, TracedArray } from "../../engine/protocol";
import { useTranslation } from "../../i18n";
import { planOf } from "../../model/forward/plan";
import { useApp } from "../../state/useApp";
import { useValues } from "../../state/useAsked";
import { Segments } from "../../ui/Segments";
import type { LayerVectors } from "../../views/LayerSlider";
import { NormsChart } from "../../views/NormsChart";
import { PositionCurves } from "../../views/PositionCurves";
import { ProjectionView } from "../../views/ProjectionView";
import { SimilarityMatrix } from "../../views/SimilarityMatrix";
import { TokenRowsHeatmap } from "../../views/TokenRowsHeatmap";
import { SaveMenu } from "../SaveMenu";
import { streamName } from "../streamName";
import { useTheme } from "../theme";
import { visible } from "../tokenText";
import { likenessTable, normTable, numbered, placeTable, vectorTable } from "./numbers";
import { Section } from "./Section";
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
        <Segments
          label={t("layers.stack")}
          value={stack.stack}
          onChange={setChosen}
          options={run.stacks.map((one) => ({
            value: one.stack,
            text: t(`stack.${one.stack}`),
            help: t("layers.stack.help"),
          }))}
        />
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
  const steps = useSteps(stack.stack, kind);
  const hasHidden = useSteps(stack.stack, "ffnHidden").length > 0;
  const position = `${stack.stack}.positionEncoding`;
  const values = useValues([...steps.map(({ path }) => path), position]);
  const tokens = useMemo(() => stack.tokens.map(({ text }) => visible(text)), [stack]);
  const layers = useMemo((): readonly LayerVectors[] => {
    return steps.flatMap((step) => {
      const value = values?.[step.path];
      if (!value || value.shape.at(-2) !== tokens.length) return [];
      return [{ label: streamName(t, step), data: value.data }];
    });
  }, [steps, values, tokens, t]);
  const encoding = encodingOf(values?.[position]);
  const shown = Math.min(layer, Math.max(0, layers.length - 1));
  const shownLayer = layers[shown];
  if (!shownLayer) return <div className="skeleton" aria-hidden="true" />;
  const depth = { layers, layer: shown, onLayer: setLayer, tokens };
  return (
    <>
      <Section
        title={t("layers.vectors.title")}
        what={t("layers.vectors.what")}
        matrix={() => vectorTable(layers, tokens)}
        choices={
          hasHidden ? (
            <Segments
              label={t("layers.kind")}
              value={kind}
              onChange={setKind}
              options={kinds.map((value) => ({
                value,
                text: t(`layers.kind.${value}`),
                help: t(`layers.kind.${value}.help`),
              }))}
            />
          ) : null
        }
      >
        <TokenRowsHeatmap {...depth} label={t(`layers.kind.${kind}`)} theme={theme} />
      </Section>
      <Section title={t("layers.norms.title")} what={t("layers.norms.what")} matrix={() => normTable(layers, tokens)}>
        <NormsChart
          layers={layers}
          tokens={tokens}
          label={t("layers.norms.title")}
          selected={token}
          onSelect={setToken}
        />
      </Section>
      <Section
        title={t("layers.likeness.title")}
        what={t("layers.likeness.what")}
        matrix={() => likenessTable(shownLayer, tokens)}
      >
        <SimilarityMatrix {...depth} label={t("layers.likeness.title")} theme={theme} />
      </Section>
      <Section
        title={t("layers.places.title")}
        what={t("layers.places.what")}
        matrix={() => placeTable(layers, tokens)}
      >
        <ProjectionView
          {...depth}
          language={run.outcome.kind === "sequence" && stack.stack === "decoder" ? run.outcome.language : i18n.language}
          label={t("layers.places.title")}
          selected={token}
          onSelect={setToken}
        />
      </Section>
      {encoding ? <Positions encoding={encoding.data} positions={encoding.rows} /> : null}
    </>
  );
}

/** The positional encoding of as many places as there are tokens: as a heatmap, and as curves. */
function Positions(given: { readonly encoding: Float32Array; readonly positions: number }) {
  const { t } = useTranslation();
  const theme = useTheme();
  const [selected, onSelect] = useState<number | null>(null);
  const matrix = () =>
    numbered(
      given.encoding,
      Array.from({ length: given.positions }, (_, at) => String(at)),
    );
  const title = t("layers.positions.title");
  return (
    <Section title={title} what={t("layers.positions.what")}>
      <PositionCurves
        {...given}
        label={title}
        theme={theme}
        selected={selected}
        onSelect={onSelect}
        save={(part, figure) => (
          <SaveMenu
            title={part === "curves" ? t("figure.curves", { name: title }) : title}
            matrix={matrix}
            figure={figure}
          />
        )}
      />
    </Section>
  );
}

/** The positional encoding of as many places as there are tokens, [T, C]. */
function encodingOf(value: TracedArray | undefined) {
  const rows = value?.shape.at(-2) ?? 0;
  return value && rows > 1 ? { data: value.data, rows } : null;
}
