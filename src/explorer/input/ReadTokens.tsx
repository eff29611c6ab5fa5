/** What the model reads: words, words of which some are hidden, or patches of a picture. */
import type { RunResult, StackToken } from "../../engine/protocol";
import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";
import { MaskTokens } from "./MaskTokens";
import { PatchTokens } from "./PatchTokens";
import { TypedTokens } from "./TypedTokens";

/** A text far too long is cut here; the rest is counted. */
const greatest = 256;

export function ReadTokens() {
  const { t } = useTranslation();
  const run = useApp((state) => state.run);
  const problem = useApp((state) => state.problem);
  const task = useApp((state) => state.model?.task.kind);
  const all = problem && problem.tokens.length > 0 ? problem.tokens : run ? read(run) : [];
  const tokens = all.slice(0, greatest);
  if (task === "imageClass") return <PatchTokens tokens={tokens} />;
  return (
    <>
      {task === "maskedToken" ? <MaskTokens tokens={tokens} /> : <TypedTokens tokens={tokens} run={run} />}
      {all.length > greatest ? (
        <span className="soft small">{t("input.tokensMore", { count: all.length - greatest })}</span>
      ) : null}
    </>
  );
}

/** Of the first stack: what was typed, not what a decoder went on to write. */
function read({ stacks, outcome }: RunResult): readonly StackToken[] {
  const tokens = stacks[0]?.tokens ?? [];
  return outcome.kind === "nextToken" ? tokens.slice(0, outcome.prompt) : tokens;
}
