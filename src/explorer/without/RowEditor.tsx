/** A row of attention set by hand: the chosen head's weights on every key, as bars. */
import { useMemo, useRef, useState } from "react";
import type { RunResult } from "../../engine/protocol";
import { useTranslation } from "../../i18n";
import { type Change, hasChanges } from "../../model/changes";
import { attentionPath, type HeadId } from "../../model/names";
import { headsOf } from "../../model/switches";
import { useApp } from "../../state/useApp";
import { RowBars } from "../../views/RowBars";
import { useShown } from "../attention/shown";
import { headName } from "../labels";
import { SaveMenu } from "../SaveMenu";

export function RowEditor({ run }: { readonly run: RunResult }) {
  const selection = useApp((state) => state.scene.selection);
  const map = run.attention.find((candidate) => attentionPath(candidate) === attentionPath(selection));
  return map && selection.head < map.heads ? <Editor run={run} map={map} head={selection.head} /> : null;
}

interface EditorProps {
  readonly run: RunResult;
  readonly map: RunResult["attention"][number];
  readonly head: number;
}

function Editor({ run, map, head }: EditorProps) {
  const { t } = useTranslation();
  const { row, axes, hidden } = useShown(run, map);
  const change = useApp((state) => state.change);
  const takeBack = useApp((state) => state.takeBack);
  const changes = useApp((state) => state.scene.changes);
  const { stack, layer, part } = map;
  const at: HeadId = { stack, layer, part, head };
  // What was set stands until it has been computed: several keys may be pressed before.
  const [draft, setDraft] = useState<{ readonly run: number; readonly weights: readonly number[] } | null>(null);
  const computed = useMemo(() => {
    const from = (head * map.queries + row) * map.keys;
    return [...map.pattern.subarray(from, from + map.keys)];
  }, [map, head, row]);
  const weights = draft?.run === run.id ? draft.weights : computed;
  const edited: Change = { kind: "pattern", at, query: row, weights };
  const name = headName(t, at);
  const title = t("without.edit.row", { query: axes.queries.labels[row] ?? "", head: name });
  const figure = useRef<HTMLDivElement>(null);
  return (
    <section className="row-editor" aria-labelledby="without-edit">
      <h2 id="without-edit" className="heading">
        {t("without.edit")}
      </h2>
      <p className="soft small">{t("without.edit.hint")}</p>
      <div className="looks">
        <HeadSelect head={at} />
        <QuerySelect labels={axes.queries.labels} language={axes.queries.language} row={row} />
        {hasChanges(changes, [edited]) ? (
          <button type="button" className="tool off" onClick={() => takeBack([edited])}>
            {t("without.edit.back")}
          </button>
        ) : null}
      </div>
      <div ref={figure}>
        <RowBars
          weights={weights}
          labels={axes.keys.labels}
          language={axes.keys.language}
          open={(key) => !hidden({ query: row, key })}
          label={title}
          nameOf={(key) => t("without.edit.bar", { key: axes.keys.labels[key] ?? "" })}
          masked={t("without.edit.masked")}
          onChange={(set) => {
            setDraft({ run: run.id, weights: set });
            change([{ ...edited, weights: set }]);
          }}
        />
      </div>
      <SaveMenu
        title={title}
        matrix={() => ({ data: Float32Array.from(weights), rowLabels: [title], columnLabels: axes.keys.labels })}
        figure={figure}
      />
    </section>
  );
}

function HeadSelect({ head }: { readonly head: HeadId }) {
  const { t } = useTranslation();
  const config = useApp((state) => state.model?.config);
  const select = useApp((state) => state.select);
  const heads = useMemo(() => (config ? headsOf(config) : []), [config]);
  const pathOf = (id: HeadId) => `${attentionPath(id)}.${id.head}`;
  return (
    <label className="choice">
      <span className="choice-label">{t("without.edit.head")}</span>
      <select
        className="tool"
        value={pathOf(head)}
        onChange={(event) => {
          const found = heads.find((id) => pathOf(id) === event.target.value);
          if (found) select({ ...found, query: null, key: null });
        }}
      >
        {heads.map((id) => (
          <option key={pathOf(id)} value={pathOf(id)}>
            {headName(t, id)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface QuerySelectProps {
  readonly labels: readonly string[];
  readonly language: string;
  readonly row: number;
}

function QuerySelect({ labels, language, row }: QuerySelectProps) {
  const { t } = useTranslation();
  const select = useApp((state) => state.select);
  return (
    <label className="choice">
      <span className="choice-label">{t("without.edit.query")}</span>
      <select
        className="tool"
        value={row}
        onChange={(event) => select({ query: Number(event.target.value), key: null })}
      >
        {labels.map((text, index) => (
          <option key={index} value={index} lang={language}>
            {index + 1} · {text}
          </option>
        ))}
      </select>
    </label>
  );
}
