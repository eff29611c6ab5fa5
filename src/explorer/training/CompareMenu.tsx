/** Ways to a comparison: ready-made pairs, a second run with one change, and one plan from several seeds. */
import { useState } from "react";
import { percent, significant } from "../../geometry/format";
import { useTranslation } from "../../i18n";
import { type Change, changed, changes, pairNames, pairs } from "../../model/training/pairs";
import { isPicture, problemOf } from "../../model/training/plan";
import type { Score } from "../../model/training/score";
import { useTraining } from "../../state/training/useTraining";
import { Choice } from "./Fields";

/** Seeds of an ensemble at least and at most. */
const counts = ["2", "3", "4", "5"] as const;

export function CompareMenu() {
  const { t } = useTranslation();
  const plan = useTraining((state) => state.plan);
  const busy = useTraining((state) => state.status === "running" || state.status === "starting");
  const startAll = useTraining((state) => state.startAll);
  const startSeeds = useTraining((state) => state.startSeeds);
  const fresh = useTraining((state) => state.status === "idle" && state.compared.length === 0);
  const [change, setChange] = useState<Change>("norm");
  const [count, setCount] = useState<(typeof counts)[number]>("3");
  const ready = !busy && problemOf(plan) === null;
  const other = changed(plan, change);
  return (
    <section aria-labelledby="train-compare" className="train-compare">
      <h3 id="train-compare" className="heading">
        {t("train.compare")}
      </h3>
      <p className="soft small">{t("train.compare.help")}</p>
      <div className="train-buttons">
        {pairNames.map((name) => (
          <button key={name} type="button" className="tool" disabled={busy} onClick={() => void startAll(pairs[name])}>
            {t(`train.pair.${name}`)}
          </button>
        ))}
      </div>
      <div className="train-ask">
        <Choice
          label={t("train.change")}
          options={changes.map((value) => ({ value, text: t(`train.change.${value}`) }))}
          value={change}
          onChange={setChange}
        />
        <button
          type="button"
          className="tool"
          disabled={!ready || problemOf(other) !== null}
          onClick={() => void startAll(fresh ? [plan, other] : [other])}
        >
          {t(fresh ? "train.change.both" : "train.change.second")}
        </button>
      </div>
      <div className="train-ask">
        <Choice
          label={t("train.seeds.count")}
          options={counts.map((value) => ({ value, text: value }))}
          value={count}
          onChange={setCount}
        />
        <button type="button" className="tool" disabled={!ready} onClick={() => void startSeeds(Number(count))}>
          {t("train.seeds.start")}
        </button>
      </div>
    </section>
  );
}

/** The members' scores, and those of all together. */
export function SeedsTable() {
  const { t } = useTranslation();
  const seeds = useTraining((state) => state.seeds);
  if (!seeds) return null;
  const pictured = seeds.plans.every(({ task }) => isPicture(task));
  const row = (name: string, { loss, accuracy, exact }: Score) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td>{significant(loss)}</td>
      <td>{percent(accuracy)}</td>
      {pictured ? null : <td>{percent(exact)}</td>}
    </tr>
  );
  return (
    <section aria-labelledby="train-seeds" className="train-groups">
      <h3 id="train-seeds" className="heading">
        {t("train.seeds")}
      </h3>
      <p className="soft small">{t("train.seeds.help")}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("train.seed")}</th>
            <th scope="col">{t("train.loss")}</th>
            <th scope="col">{t(pictured ? "train.seeds.pictures" : "train.seeds.tokens")}</th>
            {pictured ? null : <th scope="col">{t("train.seeds.exact")}</th>}
          </tr>
        </thead>
        <tbody>
          {seeds.members.map((score, member) => row(String(seeds.plans[member]?.seed ?? ""), score))}
          {row(t("train.seeds.together"), seeds.together)}
        </tbody>
      </table>
    </section>
  );
}
