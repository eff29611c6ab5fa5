/** Every weight of a head as a cell, or one of the numbers that weights are made from. */
import { useCallback, useMemo, useRef } from "react";
import { useTranslation } from "../../i18n";
import { pathIn } from "../../model/names";
import { useValues } from "../../state/useAsked";
import { useSize } from "../../ui/useSize";
import { MatrixView } from "../../views/MatrixView";
import { SaveMenu } from "../SaveMenu";
import { useTheme } from "../theme";
import { type FigureProps, shownOf } from "./shown";

const reading = { width: 52, height: 36 };
const nothing: readonly string[] = [];

export function PatternFigure({ shown, look, head, pattern, title }: FigureProps) {
  const { t } = useTranslation();
  const theme = useTheme();
  const { map, axes, hidden, choose, query, key } = shown;
  const { stage } = look;
  const figure = useRef<HTMLDivElement>(null);
  // Known before it is drawn, so that another number of tokens is drawn once and not again when it has been measured.
  const { width: room } = useSize(figure);
  const path = pathIn(map, stage);
  const asked = useValues(stage === "pattern" ? nothing : [path])?.[path]?.data;
  const size = map.heads * map.queries * map.keys;
  const data = useMemo(() => {
    if (stage === "pattern") return pattern;
    // Of an older input as long as the answer is on its way.
    return asked && asked.length === size ? shownOf(asked, map, look, head) : null;
  }, [stage, pattern, asked, size, map, look, head]);
  const isWeight = stage === "pattern";
  const masks = isWeight || stage === "maskedScores";
  const masked = useCallback(
    ({ row, column }: { readonly row: number; readonly column: number }) => hidden({ query: row, key: column }),
    [hidden],
  );
  return (
    <>
      <div ref={figure}>
        {data === null ? (
          <div className="skeleton" aria-hidden="true" />
        ) : (
          <MatrixView
            data={data}
            rowLabels={axes.queries.labels}
            columnLabels={axes.keys.labels}
            label={t(`attention.stage.${stage}.of`, { title })}
            axes={{ rows: t("focus.query"), columns: t("focus.key") }}
            theme={theme}
            scale={isWeight ? "probability" : "signed"}
            masked={masks ? masked : undefined}
            reading={reading}
            room={room}
            maxHeight={640}
            pinned={query === null || key === null ? null : { row: query, column: key }}
            onPin={(cell) => choose({ query: cell?.row ?? null, key: cell?.column ?? null })}
            describe={({ row, column }, value) => {
              const names = { query: axes.queries.labels[row] ?? "", key: axes.keys.labels[column] ?? "" };
              return masks && hidden({ query: row, key: column })
                ? t("focus.masked", names)
                : t("focus.cell", { ...names, value });
            }}
          />
        )}
      </div>
      <p className="legend soft small">
        <span className={isWeight ? "ramp" : "ramp signed"} aria-hidden="true" />{" "}
        {t(isWeight ? "attention.scale.weight" : "attention.scale.signed")}
        {masks && hidden({ query: 0, key: 1 }) ? (
          <>
            {" · "}
            <span className="hatch" aria-hidden="true" /> {t("focus.maskedLegend")}
          </>
        ) : null}
        <br />
        {t(`attention.stage.${stage}.help`)}
      </p>
      {data === null ? null : (
        <SaveMenu
          title={t(`attention.stage.${stage}.of`, { title })}
          matrix={() => ({ data, rowLabels: axes.queries.labels, columnLabels: axes.keys.labels })}
          figure={figure}
        />
      )}
    </>
  );
}
