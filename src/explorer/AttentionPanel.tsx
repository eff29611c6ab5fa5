import type { RunResult } from "../engine/protocol";
import { FocusPanel } from "./FocusPanel";
import { HeadsPanel } from "./HeadsPanel";

/** Every head small, and the chosen one large. */
export function AttentionPanel({ run }: { readonly run: RunResult }) {
  return (
    <>
      <HeadsPanel run={run} />
      <FocusPanel run={run} />
    </>
  );
}
