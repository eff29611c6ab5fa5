import { useState } from "react";
import { headMetrics } from "../../../src/geometry/headMetrics";
import { attentionPath } from "../../../src/model/names";
import { HeadMetricsTable } from "../../../src/views/HeadMetricsTable";
import type { Figure } from "../figure";
import { head, heads, tokensOf } from "../trace";

const ids = (tokens: readonly string[]) => tokens.map((token) => tokens.indexOf(token));
const rows = heads.map((id) => {
  const queries = tokensOf(id.stack);
  const keys = id.part === "crossAttention" ? tokensOf("encoder") : queries;
  const pattern = head(`${attentionPath(id)}.pattern`, id.head);
  return {
    id: `${attentionPath(id)}.${id.head}`,
    label: `${id.stack} ${id.layer + 1} ${id.part} ${id.head + 1}`,
    metrics: headMetrics(pattern, queries.length, keys.length, id.part === "crossAttention" ? null : ids(queries)),
  };
});

export const figure: Figure = {
  title: "Attention: the numbers of every head",
  Draw({ theme }) {
    const [selected, setSelected] = useState<string | null>(rows[2]?.id ?? null);
    return <HeadMetricsTable rows={rows} label="heads" theme={theme} selected={selected} onSelect={setSelected} />;
  },
};
