/** What the model would say after each sublayer, and which parts speak for what it says. */
import "../../i18n/panels";
import { useRef, useState } from "react";
import type { Lens, LensStream, RunResult } from "../../engine/protocol";
import type { LabelledMatrix } from "../../geometry/export";
import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";
import { useAsked } from "../../state/useAsked";
import { LogitLensTable } from "../../views/LogitLensTable";
import { SaveMenu } from "../SaveMenu";
import { streamName } from "../streamName";
import { useTheme } from "../theme";
import { visible } from "../tokenText";
import { placeIn } from "./place";
import { Speakers } from "./Speakers";
import "./thoughts.css";

export function ThoughtsPanel({ run }: { readonly run: RunResult }) {
  const { t } = useTranslation();
  const lens = useAsked({ key: "lens", ask: (app) => app.lens() });
  return (
    <div className="thoughts">
      <section aria-labelledby="lens-title">
        <h2 id="lens-title" className="title">
          {t("thoughts.lens.title")}
        </h2>
        <p className="say">{t("thoughts.lens.what")}</p>
        {lens ? <Table run={run} lens={lens} /> : <div className="skeleton" aria-hidden="true" />}
        <p className="soft small">{t("thoughts.lens.note")}</p>
      </section>
      {lens ? <Speakers run={run} lens={lens} /> : null}
    </div>
  );
}

/** Positions of the table: what the decoder was given, or the tokens that were read. */
function positionsOf(run: RunResult, rows: number): readonly string[] {
  const { outcome } = run;
  if (outcome.kind === "sequence" || outcome.kind === "nextToken")
    return outcome.positions.map(({ given }) => visible(given.text));
  const tokens = run.stacks[0]?.tokens.map(({ text }) => visible(text)) ?? [];
  return rows === tokens.length ? tokens : Array.from({ length: rows }, (_, at) => tokens[at] ?? "");
}

function Table({ run, lens }: { readonly run: RunResult; readonly lens: Lens }) {
  const { t } = useTranslation();
  const theme = useTheme();
  const select = useApp((state) => state.select);
  const selection = useApp((state) => state.scene.selection);
  const [row, setRow] = useState<number | null>(null);
  const figure = useRef<HTMLDivElement>(null);
  const positions = positionsOf(run, lens.streams[0]?.rows.length ?? 0);
  const rows = lens.streams.map((stream) => ({
    label: streamName(t, stream),
    cells: stream.rows.map((one) => one.candidates.map((token) => ({ ...token, text: visible(token.text) }))),
  }));
  const position = placeIn(run.outcome, selection.position, positions.length);
  return (
    <>
      <div ref={figure}>
        <LogitLensTable
          rows={rows}
          positions={positions}
          label={t("thoughts.lens.title")}
          theme={theme}
          selected={{ row: row ?? rows.length - 1, column: position }}
          onSelect={(cell) => {
            setRow(cell?.row ?? null);
            if (cell) select({ position: cell.column });
          }}
        />
      </div>
      <SaveMenu
        title={t("thoughts.lens.title")}
        matrix={() => candidatesOf(rows, positions, t("thoughts.lens.probability"))}
        figure={figure}
      />
    </>
  );
}

/** Every candidate of every cell with its probability, a row each. */
function candidatesOf(
  rows: readonly { readonly label: string; readonly cells: LensCells }[],
  positions: readonly string[],
  probability: string,
): LabelledMatrix {
  const all = rows.flatMap(({ label, cells }) =>
    cells.flatMap((candidates, position) =>
      candidates.map(({ text, probability: value }) => ({
        name: `${label} | ${positions[position]} | ${text}`,
        value,
      })),
    ),
  );
  return {
    data: Float32Array.from(all, ({ value }) => value),
    rowLabels: all.map(({ name }) => name),
    columnLabels: [probability],
  };
}

type LensCells = readonly LensStream["rows"][number]["candidates"][];
