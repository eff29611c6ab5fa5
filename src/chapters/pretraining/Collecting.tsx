/** The sources, what is double in them, and the visitor's own text. */
import { useId } from "react";
import { useTranslation } from "../../i18n";
import { Picks } from "../../ui/Picks";
import { type Document, type Source, sources, usePipeline } from "./pipeline";

/** Characters of the visitor's text that are read at most. */
const most = 200_000;
/** Doubles that are shown. */
const shown = 8;

export function Collecting() {
  const { t } = useTranslation();
  const { own, setOwn, chosen, setChosen, threshold, setThreshold, documents } = usePipeline();
  const [area, slider] = [useId(), useId()];
  const doubles = documents.filter(({ verdict }) => verdict.kind !== "kept");
  return (
    <>
      <Picks
        label={t("pre.sources")}
        texts={sources.map((source) => t(`pre.source.${source}`))}
        chosen={sources.flatMap((source, index) => (chosen.includes(source) ? [index] : []))}
        onChange={(picked) => setChosen(sources.filter((_, index) => picked.includes(index)))}
      />
      <div className="chapter-pair">
        <div className="chapter-field">
          <label htmlFor={area}>{t("pre.own")}</label>
          <textarea id={area} rows={7} value={own} maxLength={most} onChange={(event) => setOwn(event.target.value)} />
          <p className="soft small">{t("pre.own.help")}</p>
        </div>
        <div>
          <Counts documents={documents} />
          <div className="chapter-field">
            <label htmlFor={slider}>{t("pre.threshold", { percent: Math.round(threshold * 100) })}</label>
            <input
              id={slider}
              type="range"
              min={30}
              max={100}
              step={5}
              value={Math.round(threshold * 100)}
              onChange={(event) => setThreshold(Number(event.target.value) / 100)}
            />
          </div>
        </div>
      </div>
      <h4 className="heading plain">
        {t("pre.doubles", { count: doubles.length, shown: Math.min(shown, doubles.length) })}
      </h4>
      <ul className="pre-doubles">
        {spread(doubles, shown).map((document, index) => (
          <Double key={index} document={document} documents={documents} />
        ))}
      </ul>
    </>
  );
}

/** As many of the items as are wanted, from all of them. */
function spread<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items;
  return items.filter(
    (_, index) => Math.floor((index * count) / items.length) !== Math.floor(((index - 1) * count) / items.length),
  );
}

function Counts({ documents }: { readonly documents: readonly Document[] }) {
  const { t } = useTranslation();
  const count = (source: Source | null, kind: Document["verdict"]["kind"] | null) =>
    documents.filter(
      (one) => (source === null || one.source === source) && (kind === null || one.verdict.kind === kind),
    ).length;
  const row = (source: Source | null) => (
    <tr key={source}>
      <th scope="row">{source === null ? t("pre.count.all") : t(`pre.source.${source}`)}</th>
      {([null, "exact", "near", "kept"] as const).map((kind) => (
        <td key={kind}>{count(source, kind)}</td>
      ))}
    </tr>
  );
  return (
    <table className="chapter-table">
      <thead>
        <tr>
          <th scope="col">{t("pre.source")}</th>
          <th scope="col">{t("pre.count.found")}</th>
          <th scope="col">{t("pre.count.exact")}</th>
          <th scope="col">{t("pre.count.near")}</th>
          <th scope="col">{t("pre.count.kept")}</th>
        </tr>
      </thead>
      <tbody>
        {sources.map(row)}
        {row(null)}
      </tbody>
    </table>
  );
}

interface DoubleProps {
  readonly document: Document;
  readonly documents: readonly Document[];
}

function Double({ document: { text, verdict }, documents }: DoubleProps) {
  const { t } = useTranslation();
  if (verdict.kind === "kept") return null;
  return (
    <li>
      <del lang="">{text}</del>{" "}
      <span className="soft small">
        {verdict.kind === "exact"
          ? t("pre.double.exact")
          : t("pre.double.near", { percent: Math.round(verdict.similarity * 100) })}
      </span>{" "}
      <span lang="">{documents[verdict.of]?.text}</span>
    </li>
  );
}
