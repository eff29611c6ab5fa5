import { useMemo } from "react";
import { Button } from "react-aria-components";
import type { AttentionMap, RunResult } from "../engine/protocol";
import { percent, weight } from "../geometry/format";
import { useTranslation } from "../i18n";
import { hasChanges } from "../model/changes";
import { attentionPath } from "../model/names";
import { useApp } from "../state/useApp";
import { Rich } from "../ui/Rich";
import { PatternGrid } from "../views/PatternGrid";
import { shownPosition } from "./compare";
import { patternOf } from "./HeadsPanel";
import { habitOf } from "./habit";
import { attentionName, axesOf, inputLanguage, isCausal, writtenOf } from "./labels";
import { useTheme } from "./theme";

/** The chosen head, large, with what it does said in words. */
export function FocusPanel({ run }: { readonly run: RunResult }) {
  const selection = useApp((state) => state.scene.selection);
  const map = run.attention.find((candidate) => attentionPath(candidate) === attentionPath(selection));
  return map && selection.head < map.heads ? <Focus run={run} map={map} /> : null;
}

function Focus({ run, map }: { readonly run: RunResult; readonly map: AttentionMap }) {
  const { t } = useTranslation();
  const theme = useTheme();
  const selection = useApp((state) => state.scene.selection);
  const isOff = useApp(({ scene }) => hasChanges(scene.changes, [{ kind: "head", at: selection, to: "zero" }]));
  const typed = useApp((state) => inputLanguage(state.model));
  const select = useApp((state) => state.select);
  const toggleHead = useApp((state) => state.toggleHead);
  const { head } = selection;
  const pattern = useMemo(() => patternOf(map, head), [map, head]);
  const { queries, keys } = axesOf(map, run, typed);
  const causal = isCausal(map, run);
  const masked = ({ query, key }: { readonly query: number; readonly key: number }) => causal && key > query;
  const place = attentionName(t, map);
  const writes = writtenOf(run.outcome);
  const spoken = map.stack === "decoder" && writes ? shownPosition(writes, selection.position) : map.queries - 1;
  const row = Math.min(selection.query ?? spoken, map.queries - 1);
  const habit = habitOf(pattern, map.queries, map.keys, map.part);
  const chosen =
    selection.query === null || selection.key === null ? null : { query: selection.query, key: selection.key };
  return (
    <section className="focus" aria-labelledby="focus-title">
      <div className="focus-head">
        <h2 id="focus-title" className="title">
          {t("focus.title", { place, head: head + 1 })}
        </h2>
        <Button className={`tool${isOff ? " off" : ""}`} onPress={() => toggleHead({ ...map, head })}>
          {t(isOff ? "focus.switchOn" : "focus.switchOff")}
        </Button>
      </div>
      <p className="say">
        <Reading run={run} map={map} pattern={pattern} row={row} />
        {habit ? <> {t(`focus.habit.${habit.kind}`, { share: percent(habit.share) })}</> : null}
      </p>
      {isOff ? <p className="problem">{t("focus.isOff")}</p> : null}
      <PatternGrid
        pattern={pattern}
        queryLabels={queries.labels}
        keyLabels={keys.labels}
        queryLanguage={queries.language}
        keyLanguage={keys.language}
        masked={masked}
        selected={chosen}
        onSelect={({ query, key }) =>
          select(map.stack === "decoder" ? { query, key, position: query } : { query, key })
        }
        theme={theme}
        label={t("focus.grid", { place, head: head + 1, rows: map.queries, columns: map.keys })}
        describe={(cell, value) => {
          const [query, key] = [queries.labels[cell.query] ?? "", keys.labels[cell.key] ?? ""];
          return masked(cell) ? t("focus.masked", { query, key }) : t("focus.cell", { query, key, value });
        }}
        corner={{ query: t("focus.query"), key: t("focus.key") }}
      />
      <p className="legend soft small">
        <span className="ramp" aria-hidden="true" /> {t("focus.scale")} 0 – 1
        {causal ? (
          <>
            {" · "}
            <span className="hatch" aria-hidden="true" /> {t("focus.maskedLegend")}
          </>
        ) : null}
        <br />
        {t("focus.rows")} · {t("focus.columns")}
      </p>
    </section>
  );
}

interface ReadingProps {
  readonly run: RunResult;
  readonly map: AttentionMap;
  readonly pattern: Float32Array;
  readonly row: number;
}

/** One row in words. */
function Reading({ run, map, pattern, row }: ReadingProps) {
  const { t } = useTranslation();
  const { queries, keys } = axesOf(
    map,
    run,
    useApp((state) => inputLanguage(state.model)),
  );
  const shares = pattern.subarray(row * map.keys, (row + 1) * map.keys);
  const most = shares.indexOf(Math.max(...shares));
  const values = { query: queries.labels[row] ?? "", key: keys.labels[most] ?? "", weight: weight(shares[most] ?? 0) };
  if (map.stack === "encoder") return <Rich text={t("focus.encoder", { ...values, count: map.keys })} />;
  if (map.part === "selfAttention") return <Rich text={t("focus.decoder", values)} />;
  const next = writtenOf(run.outcome)?.positions[row]?.candidates[0]?.text ?? "";
  return <Rich text={t("focus.cross", { ...values, next })} />;
}
