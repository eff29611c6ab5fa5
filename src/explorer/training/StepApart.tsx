/** One step of training, taken apart: its loss, the slope of any weight, the optimiser's arithmetic and the new value. */
import { decimal, full, percent } from "../../geometry/format";
import { useTranslation } from "../../i18n";
import type { Apart } from "../../model/training/apart";
import { isPicture } from "../../model/training/plan";
import { useTraining } from "../../state/training/useTraining";
import { Slopes } from "./Slopes";
import { UpdateSteps } from "./UpdateSteps";
import { ValueSlopes } from "./ValueSlopes";
import "./step-apart.css";

export function StepApart() {
  const { t } = useTranslation();
  const apart = useTraining((state) => state.apart);
  const status = useTraining((state) => state.status);
  const takeApart = useTraining((state) => state.takeApart);
  if (status !== "paused" && apart === null) return null;
  return (
    <section aria-labelledby="train-apart" className="train-apart">
      <h3 id="train-apart" className="heading">
        {t("train.apart")}
      </h3>
      <p className="soft small">{t("train.apart.help")}</p>
      {status === "paused" ? (
        <button type="button" className="tool" onClick={() => void takeApart()}>
          {t("train.apart.take")}
        </button>
      ) : null}
      {apart ? (
        <>
          <Loss apart={apart} />
          <Weight key={apart.step} apart={apart} />
          <ValueSlopes key={`value ${apart.step}`} apart={apart} />
        </>
      ) : null}
    </section>
  );
}

/** The loss as the mean of what every place adds to it. */
function Loss({ apart }: { readonly apart: Apart }) {
  const { t } = useTranslation();
  const pictured = useTraining((state) => isPicture(state.plan.task));
  const { example, sum, places, loss, examples } = apart;
  const own = example.reduce((total, place) => total + place.loss, 0);
  return (
    <>
      <h4>{t("train.apart.loss", { step: apart.step + 1 })}</h4>
      <p className="soft small">
        {t(pictured ? "train.apart.loss.help.pictures" : "train.apart.loss.help", { examples })}
      </p>
      <div className="train-scroll">
        <table className="train-apart-loss">
          <tbody>
            <tr>
              <th scope="row">{t(pictured ? "train.apart.picture" : "train.apart.token")}</th>
              {example.map(({ symbol }, place) => (
                <td key={place}>{symbol}</td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t("train.apart.share")}</th>
              {example.map(({ share }, place) => (
                <td key={place} title={full(share)}>
                  {percent(share)}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t("train.apart.nats")}</th>
              {example.map((place, index) => (
                <td key={index} title={full(place.loss)}>
                  {decimal(place.loss)}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      <p className="train-sum">
        {pictured ? null : (
          <>
            {t("train.apart.example", { sum: decimal(own), places: example.length })}
            <br />
          </>
        )}
        {t(pictured ? "train.apart.mean.pictures" : "train.apart.mean", {
          sum: decimal(sum),
          places,
          mean: decimal(sum / places),
        })}{" "}
        <span className="soft">{t("train.apart.said", { loss: decimal(loss) })}</span>
      </p>
    </>
  );
}

/** A weight's slopes, and what the step did to one of its numbers. */
function Weight({ apart }: { readonly apart: Apart }) {
  const { t } = useTranslation();
  const ask = useTraining((state) => state.apartWeight);
  const askCell = useTraining((state) => state.apartCell);
  return (
    <>
      <h4>{t("train.apart.slope")}</h4>
      <p className="soft small">{t("train.apart.slope.help", { length: decimal(apart.length) })}</p>
      <Slopes
        label={t("train.apart.weight")}
        options={apart.weights.map(({ name, shape }) => ({ value: name, text: `${name} [${shape.join(" × ")}]` }))}
        first={apart.weights[0]?.name ?? ""}
        ask={ask}
        askCell={askCell}
      >
        {(cell, columns) => <UpdateSteps cell={cell} step={apart.step} rate={apart.rate} columns={columns} />}
      </Slopes>
    </>
  );
}
