import { memo, useState } from "react";
import type { RunResult } from "../../engine/protocol";
import { percent } from "../../geometry/format";
import { useTranslation } from "../../i18n";
import { costByGroup } from "../../model/explain/totals";
import { CacheLine } from "../outcome/CacheLine";
import { useCosts } from "../useCosts";
import { groupName } from "./groupName";

/** What every part of the pass costs, and what a key–value cache would spare for one more token. Folded until it is wanted. */
export const PassCost = memo(function PassCost({ run }: { readonly run: RunResult }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <details className="costs" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("cost.title")}</summary>
      {open ? <Table run={run} /> : null}
    </details>
  );
});

function Table({ run }: { readonly run: RunResult }) {
  const { t, i18n } = useTranslation();
  const steps = useCosts();
  if (!steps) return null;
  const groups = costByGroup(steps);
  const all = groups.reduce((sum, { cost }) => sum + cost.multiplyAdds, 0);
  const written = (value: number) => value.toLocaleString(i18n.language);
  const tokens = run.stacks.reduce((sum, stack) => sum + stack.tokens.length, 0);
  const decoder = run.stacks.find(({ stack }) => stack === "decoder");
  return (
    <>
      <p className="soft small">{t("cost.what", { count: tokens })}</p>
      <table className="positions">
        <thead>
          <tr>
            <th scope="col">{t("cost.part")}</th>
            <th scope="col">{t("cost.multiplyAdds")}</th>
            <th scope="col">{t("cost.share")}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ group, cost }, index) => (
            <tr key={index}>
              <td>{groupName(t, group).join(" › ")}</td>
              <td className="number">{written(cost.multiplyAdds)}</td>
              <td className="number">{percent(all > 0 ? cost.multiplyAdds / all : 0)}</td>
            </tr>
          ))}
          <tr className="chosen">
            <td>{t("cost.sum")}</td>
            <td className="number">{written(all)}</td>
            <td className="number">{percent(1)}</td>
          </tr>
        </tbody>
      </table>
      {decoder ? <CacheLine tokens={decoder.tokens.length} /> : null}
    </>
  );
}
