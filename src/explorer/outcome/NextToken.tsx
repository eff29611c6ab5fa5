import { full, percent } from "../../geometry/format";
import { useTranslation } from "../../i18n";
import type { Effect } from "../../model/effects";
import { useApp } from "../../state/useApp";
import { comparable, shownPosition } from "../compare";
import { Chances } from "./Chances";
import type { WrittenProps } from "./writtenProps";

/** The distribution of the next token at the chosen position, and what the cuts leave of it. */
export function NextToken({
  now,
  before,
  language,
  separator,
  effect,
}: WrittenProps & { readonly effect: Effect | null }) {
  const { t } = useTranslation();
  const chosen = useApp((state) => state.scene.selection.position);
  const position = shownPosition(now, chosen);
  const { candidates = [], next = null, kept = null } = now.positions[position] ?? {};
  const comparison = before ? comparable(now, before, position) : null;
  const divergence = effect?.rows.find((row) => row.position === position)?.divergence;
  const isSampled = useApp(({ run }) => run?.generation.choosing.kind === "sample");
  const task = useApp((state) => state.model?.task);
  // The token that starts an output stands for nothing that was written.
  const starts = task?.kind !== "nextToken" || task.startToken !== null;
  const given = now.positions.slice(starts ? 1 : 0, position + 1).map((one) => one.given.text);
  const prefix = endOf(given.join(separator));
  const title = prefix === "" ? t("outcome.first") : t("outcome.next", { prefix });
  return (
    <>
      <h2 className="heading plain" data-testid="next-word">
        {title}
      </h2>
      <Chances candidates={candidates} language={language} label={title} selected={next?.id ?? null} cuts={isSampled} />
      {divergence === undefined ? null : <p className="soft small">{t("effect.here", { value: full(divergence) })}</p>}
      {isSampled && kept && kept.share < 1 ? (
        <p className="soft small">
          {t("outcome.kept", { count: kept.tokens, share: percent(kept.share), cut: percent(1 - kept.share) })}
        </p>
      ) : null}
      {comparison?.kind === "differs" ? (
        <p className="soft small">{t("outcome.differs", { prefix: comparison.prefix.join(separator) })}</p>
      ) : null}
      {comparison?.kind === "ended" ? <p className="soft small">{t("outcome.differsEnd")}</p> : null}
    </>
  );
}

/** Letters of what stood before that are shown. */
const most = 40;

/** The end of a text that is long. */
function endOf(text: string): string {
  return text.length > most ? `…${text.slice(-most)}` : text;
}
