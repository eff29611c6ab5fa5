import { useRef, useState } from "react";
import type { Contribution, Lens, RunResult } from "../../engine/protocol";
import { isMessageKey, useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";
import { useAsked } from "../../state/useAsked";
import { ContributionBars } from "../../views/ContributionBars";
import { operandName } from "../../views/derivationContext";
import { SaveMenu } from "../SaveMenu";
import { visible } from "../tokenText";
import { placeIn } from "./place";

/** Direct logit attribution of one prediction, where the parts add up; else the reason why they do not. */
export function Speakers({ run, lens }: { readonly run: RunResult; readonly lens: Lens }) {
  const { t } = useTranslation();
  const chosen = useApp((state) => state.scene.selection.position);
  const last = lens.streams.at(-1);
  const position = placeIn(run.outcome, chosen, last?.rows.length ?? 1);
  const candidates = last?.rows[position]?.candidates ?? [];
  const figure = useRef<HTMLDivElement>(null);
  const [picked, setPicked] = useState<number | null>(null);
  const token = candidates.some(({ id }) => id === picked) ? picked : (candidates[0]?.id ?? null);
  const attribution = useAsked(
    token === null ? null : { key: `attribution ${position} ${token}`, ask: (app) => app.attribute(position, token) },
  );
  const sumLabel = t("thoughts.parts.sum", { token: visible(candidates.find(({ id }) => id === token)?.text ?? "") });
  const nameOf = ({ name, layer, part, value, head, isBias }: Contribution): string => {
    const place =
      layer === null || part === null ? "" : `${t("thoughts.after", { layer: layer + 1, part: t(`part.${part}`) })} · `;
    if (head !== null) return `${place}${t("place.headShort", { head: head + 1 })}`;
    const known = isMessageKey(`value.${value}`) ? operandName(t, { from: "step", value }) : name;
    return isBias ? `${place}${t("weight.bias")}${layer === null ? ` (${known})` : ""}` : `${place}${known}`;
  };
  return (
    <section aria-labelledby="speakers-title">
      <h2 id="speakers-title" className="title">
        {t("thoughts.parts.title")}
      </h2>
      {attribution?.kind === "unavailable" ? (
        <p className="say">{t(`thoughts.parts.${attribution.reason}`)}</p>
      ) : (
        <>
          <p className="say">{t("thoughts.parts.what")}</p>
          <label className="token-choice">
            {t("thoughts.parts.token")}{" "}
            <select className="tool" value={token ?? ""} onChange={(event) => setPicked(Number(event.target.value))}>
              {candidates.map(({ id, text }) => (
                <option key={id} value={id}>
                  {visible(text)}
                </option>
              ))}
            </select>
          </label>
          {attribution ? (
            <>
              <div ref={figure}>
                <ContributionBars
                  parts={attribution.contributions.map((one, index) => ({
                    id: `${index}`,
                    label: nameOf(one),
                    value: one.amount,
                  }))}
                  label={t("thoughts.parts.title")}
                  sumLabel={sumLabel}
                  result={attribution.logit}
                  most={16}
                />
              </div>
              <SaveMenu
                title={t("thoughts.parts.title")}
                matrix={() => ({
                  data: Float32Array.from(attribution.contributions, ({ amount }) => amount),
                  rowLabels: attribution.contributions.map(nameOf),
                  columnLabels: [sumLabel],
                })}
                figure={figure}
              />
            </>
          ) : (
            <div className="skeleton" aria-hidden="true" />
          )}
        </>
      )}
    </section>
  );
}
