import { percent, weight } from "../../geometry/format";
import { useTranslation } from "../../i18n";
import { Rich } from "../../ui/Rich";
import { isCausal, writtenOf } from "../labels";
import { habitOf } from "./habit";
import type { Shown } from "./shown";

interface Props {
  readonly shown: Shown;
  /** [Q, K] */
  readonly pattern: Float32Array;
  /** Of several heads taken together. */
  readonly merged: boolean;
}

/** What a head does, in words: what one query reads most, and a rule where one describes all of them. */
export function HeadSentence({ shown, pattern, merged }: Props) {
  const { t } = useTranslation();
  const { run, map, axes, row } = shown;
  const shares = pattern.subarray(row * map.keys, (row + 1) * map.keys);
  const most = shares.indexOf(Math.max(...shares));
  const query = axes.queries.labels[row] ?? "";
  const values = { query, key: axes.keys.labels[most] ?? "", weight: weight(shares[most] ?? 0) };
  if (merged) return <Rich text={t("focus.merged", values)} />;
  const next = map.part === "crossAttention" ? writtenOf(run.outcome)?.positions[row]?.candidates[0]?.text : undefined;
  const habit = habitOf(pattern, map.queries, map.keys, map.part);
  return (
    <>
      {next !== undefined ? (
        <Rich text={t("focus.cross", { ...values, next })} />
      ) : (
        <Rich text={t(isCausal(map, run) ? "focus.decoder" : "focus.encoder", { ...values, count: map.keys })} />
      )}
      {habit ? <> {t(`focus.habit.${habit.kind}`, { share: percent(habit.share) })}</> : null}
    </>
  );
}
