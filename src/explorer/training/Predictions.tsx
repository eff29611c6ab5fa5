/** What the model writes for examples that it never trains on, beside what is right. */
import { useTranslation } from "../../i18n";
import type { Prediction } from "../../model/training/progress";
import { useExamined } from "../../state/training/useSeen";

export function Predictions() {
  const { t } = useTranslation();
  const predictions = useExamined((examined) => examined.predictions);
  if (!predictions?.length) return null;
  const given = predictions.some(({ source }) => source !== "");
  return (
    <section aria-labelledby="train-predictions">
      <h3 id="train-predictions" className="heading">
        {t("train.predictions")}
      </h3>
      <p className="soft small">{t("train.predictions.help")}</p>
      <table className="train-predictions">
        <thead>
          <tr>
            {given ? <th scope="col">{t("train.predictions.given")}</th> : null}
            <th scope="col">{t("train.predictions.wanted")}</th>
            <th scope="col">{t("train.predictions.written")}</th>
          </tr>
        </thead>
        <tbody>
          {predictions.map((one) => (
            <tr key={`${one.source}→${one.wanted}`}>
              {given ? <td>{one.source}</td> : null}
              <td>{one.wanted}</td>
              <td>
                <Written {...one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Symbol by symbol: the wrong ones underlined, by the place where they stand. */
function Written({ wanted, written, right }: Prediction) {
  const separator = wanted.split(" ").length === right.length ? " " : "";
  const symbols = separator === " " ? written.split(" ") : [...written];
  return (
    <>
      {symbols.map((symbol, place) => (
        <span key={place}>
          {place > 0 ? separator : ""}
          {right[place] ? symbol : <mark>{symbol}</mark>}
        </span>
      ))}
    </>
  );
}
