/** Attention as people look at it: every head small, the chosen one large. */
import type { RunResult } from "../../engine/protocol";
import { attentionPath } from "../../model/names";
import { useApp } from "../../state/useApp";
import { HeadFocus } from "./HeadFocus";
import { HeadGroups } from "./HeadGroups";
import "./attention.css";

export function AttentionPanel({ run }: { readonly run: RunResult }) {
  const selection = useApp((state) => state.scene.selection);
  const map = run.attention.find((candidate) => attentionPath(candidate) === attentionPath(selection));
  return (
    <>
      <HeadGroups run={run} />
      {map && selection.head < map.heads ? <HeadFocus run={run} map={map} /> : null}
    </>
  );
}
