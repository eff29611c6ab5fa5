/** One step of training, taken apart: its loss, the slope of any weight, the optimiser's arithmetic and the new value. */
import { useEffect, useState } from "react";
import { decimal, full, percent } from "../../geometry/format";
import { useTranslation } from "../../i18n";
import { type Apart, type ApartCell, type ApartWeight, steepestOf } from "../../model/training/apart";
import { useTraining } from "../../state/training/useTraining";
import { MatrixView } from "../../views/MatrixView";
import { useTheme } from "../theme";
import { Choice } from "./Fields";
import { UpdateSteps } from "./UpdateSteps";
import { ValueSlopes } from "./ValueSlopes";

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
  const { example, sum, places, loss, examples } = apart;
  const own = example.reduce((total, place) => total + place.loss, 0);
  return (
    <>
      <h4>{t("train.apart.loss", { step: apart.step + 1 })}</h4>
      <p className="soft small">{t("train.apart.loss.help", { examples })}</p>
      <div className="train-scroll">
        <table className="train-apart-loss">
          <tbody>
            <tr>
              <th scope="row">{t("train.apart.token")}</th>
              {example.map(({ token }, place) => (
                <td key={place}>{token}</td>
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
        {t("train.apart.example", { sum: decimal(own), places: example.length })}
        <br />
        {t("train.apart.mean", { sum: decimal(sum), places, mean: decimal(sum / places) })}{" "}
        <span className="soft">{t("train.apart.said", { loss: decimal(loss) })}</span>
      </p>
    </>
  );
}

/** A weight's slopes as a picture, of which a cell is picked. */
function Weight({ apart }: { readonly apart: Apart }) {
  const { t } = useTranslation();
  const theme = useTheme();
  const askWeight = useTraining((state) => state.apartWeight);
  const askCell = useTraining((state) => state.apartCell);
  const [name, setName] = useState(apart.weights[0]?.name ?? "");
  const [weight, setWeight] = useState<ApartWeight | null>(null);
  const [index, setIndex] = useState<number | null>(null);
  const [cell, setCell] = useState<ApartCell | null>(null);
  useEffect(() => {
    let wanted = true;
    void askWeight(name).then((found) => {
      if (!wanted || !found) return;
      setWeight(found);
      // Of all its cells the steepest has the most to tell.
      setIndex(steepestOf(found.gradient));
    });
    return () => {
      wanted = false;
    };
  }, [askWeight, name]);
  useEffect(() => {
    let wanted = true;
    if (weight && index !== null) {
      void askCell(weight.name, index).then((found) => {
        if (wanted) setCell(found);
      });
    }
    return () => {
      wanted = false;
    };
  }, [askCell, weight, index]);
  const columns = weight?.shape[1] ?? weight?.shape[0] ?? 1;
  const rows = weight?.shape[1] === undefined ? 1 : (weight.shape[0] ?? 1);
  const numbers = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1));
  return (
    <>
      <h4>{t("train.apart.slope")}</h4>
      <p className="soft small">{t("train.apart.slope.help", { length: decimal(apart.length) })}</p>
      <Choice
        label={t("train.apart.weight")}
        options={apart.weights.map(({ name: value, shape }) => ({ value, text: `${value} [${shape.join(" × ")}]` }))}
        value={name}
        onChange={setName}
      />
      {weight ? (
        <MatrixView
          data={weight.gradient}
          rowLabels={numbers(rows)}
          columnLabels={numbers(columns)}
          label={t("train.apart.of", { name: weight.name })}
          theme={theme}
          scale="signed"
          numbered
          maxHeight={260}
          pinned={index === null ? null : { row: Math.floor(index / columns), column: index % columns }}
          onPin={(picked) => picked && setIndex(picked.row * columns + picked.column)}
        />
      ) : null}
      {cell && cell.name === weight?.name && cell.index === index ? (
        <UpdateSteps cell={cell} step={apart.step} rate={apart.rate} columns={columns} />
      ) : null}
    </>
  );
}
