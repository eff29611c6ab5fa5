/** Sentences with and without stop words. */
import { useId, useState } from "react";
import { percent } from "../../geometry/format";
import { useTranslation } from "../../i18n";
import { markStopWords, stopShare, withoutStopWords } from "../../model/pretraining/stopWords";
import { usePipeline } from "./pipeline";

/** Each pair becomes one and the same. */
const pairs = [
  ["The dog is in the house.", "The dog is not in the house."],
  ["She has a letter from her brother.", "She has a letter for her brother."],
  ["To be, or not to be?", "Who is it, and why not?"],
] as const;

export function StopWords() {
  const { t } = useTranslation();
  const { corpus } = usePipeline();
  const [own, setOwn] = useState("Who did he say it to, and why not to me?");
  const field = useId();
  const share = stopShare(corpus.filter((text) => /[a-z]/i.test(text)).join("\n"));
  return (
    <>
      <table className="chapter-table wide">
        <thead>
          <tr>
            <th scope="col">{t("pre.stop.with")}</th>
            <th scope="col">{t("pre.stop.without")}</th>
          </tr>
        </thead>
        <tbody lang="en">
          {[...pairs.flat(), own].map((sentence, index) => (
            <tr key={index}>
              <td>
                <Marked text={sentence} />
              </td>
              <td>{withoutStopWords(sentence) || "—"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="chapter-field">
        <label htmlFor={field}>{t("pre.stop.own")}</label>
        <input id={field} value={own} maxLength={300} onChange={(event) => setOwn(event.target.value)} />
      </div>
      <p className="say">{t("pre.stop.share", { percent: percent(share) })}</p>
    </>
  );
}

function Marked({ text }: { readonly text: string }) {
  return markStopWords(text).map((word, index) =>
    word.stop ? <del key={index}>{word.text}</del> : <span key={index}>{word.text}</span>,
  );
}
