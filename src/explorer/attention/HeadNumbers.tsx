/** The numbers of every head in a table, folded away until they are wanted: each new answer would count them again. */
import { useMemo } from "react";
import type { AttentionMap, RunResult } from "../../engine/protocol";
import { headMetrics } from "../../geometry/headMetrics";
import { useTranslation } from "../../i18n";
import { attentionPath, type HeadId, type Stack } from "../../model/names";
import { useApp } from "../../state/useApp";
import { HeadMetricsTable } from "../../views/HeadMetricsTable";
import { headName } from "../labels";
import { useTheme } from "../theme";

const idOf = (at: HeadId) => `${attentionPath(at)}.${at.head}`;

export function HeadNumbers({ run }: { readonly run: RunResult }) {
  const { t } = useTranslation();
  const theme = useTheme();
  const selection = useApp((state) => state.scene.selection);
  const select = useApp((state) => state.select);
  const rows = useMemo(
    () =>
      run.attention.flatMap((map) => {
        const tokens = map.part === "selfAttention" ? idsOf(run, map.stack) : null;
        return headsOf(map).map((at) => ({
          at,
          id: idOf(at),
          label: headName(t, at),
          metrics: headMetrics(patternOf(map, at.head), map.queries, map.keys, tokens),
        }));
      }),
    [run, t],
  );
  return (
    <HeadMetricsTable
      rows={rows}
      label={t("attention.numbers")}
      theme={theme}
      selected={idOf(selection)}
      onSelect={(id) => {
        const found = rows.find((row) => row.id === id);
        if (found) select({ ...found.at, query: null, key: null });
      }}
    />
  );
}

function headsOf({ stack, layer, part, heads }: AttentionMap): readonly HeadId[] {
  return Array.from({ length: heads }, (_, head) => ({ stack, layer, part, head }));
}

function patternOf({ pattern, queries, keys }: AttentionMap, head: number): Float32Array {
  return pattern.subarray(head * queries * keys, (head + 1) * queries * keys);
}

/** Ids of what a stack reads; patches have none and are all different. */
function idsOf(run: RunResult, stack: Stack): readonly number[] {
  const tokens = run.stacks.find((one) => one.stack === stack)?.tokens ?? [];
  return tokens.map(({ id }, index) => id ?? -1 - index);
}
