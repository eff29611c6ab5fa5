import { Button } from "react-aria-components";
import type { Decoded, RunResult } from "../engine/protocol";
import { percent } from "../geometry/format";
import { useTranslation } from "../i18n";
import { attentionPath } from "../model/names";
import { useApp } from "../state/useApp";
import { type Bar, Distribution } from "../views/Distribution";
import { comparable, kept, shownPosition, written } from "./compare";
import { headName } from "./labels";

/** What the model says, and what it would say with everything on. */
export function OutcomePanel() {
  const { t } = useTranslation();
  const run = useApp((state) => state.run);
  return (
    <section className="outcome" aria-label={t("outcome.title")}>
      <SwitchedOff />
      {run ? (
        <>
          {run.baseline ? <Translations run={run} baseline={run.baseline} /> : null}
          <NextWord run={run} />
          <WordByWord run={run} />
        </>
      ) : (
        <p className="soft">{t("outcome.empty")}</p>
      )}
    </section>
  );
}

function SwitchedOff() {
  const { t } = useTranslation();
  const off = useApp((state) => state.scene.off);
  const canUndo = useApp((state) => state.past.length > 0);
  const canRedo = useApp((state) => state.future.length > 0);
  const toggleHead = useApp((state) => state.toggleHead);
  const switchAllOn = useApp((state) => state.switchAllOn);
  const undo = useApp((state) => state.undo);
  const redo = useApp((state) => state.redo);
  return (
    <>
      <h2 className="heading">{t("outcome.off")}</h2>
      {off.length === 0 ? <p className="soft small">{t("outcome.offNone")}</p> : null}
      <ul className="off-list">
        {off.map((id) => (
          <li key={`${attentionPath(id)}.${id.head}`}>
            <span>{headName(t, id)}</span>
            <Button
              className="tool"
              aria-label={t("outcome.backLabel", { head: headName(t, id) })}
              onPress={() => toggleHead(id)}
            >
              {t("outcome.back")}
            </Button>
          </li>
        ))}
      </ul>
      <p className="io-line">
        <Button className="tool" isDisabled={!canUndo} onPress={undo}>
          {t("outcome.undo")}
        </Button>
        <Button className="tool" isDisabled={!canRedo} onPress={redo}>
          {t("outcome.redo")}
        </Button>
        <Button className="tool" isDisabled={off.length === 0} onPress={switchAllOn}>
          {t("outcome.allOn")}
        </Button>
      </p>
    </>
  );
}

/** Both outputs, one under the other; words that only one has are underlined. */
function Translations({ run, baseline }: { readonly run: RunResult; readonly baseline: Decoded }) {
  const { t } = useTranslation();
  const same = run.text === baseline.text;
  return (
    <>
      <h2 className="heading">{t("outcome.compare")}</h2>
      <dl className="translations">
        <dt className="soft small">{t("outcome.withAll")}</dt>
        <dd lang={run.language}>{baseline.text}</dd>
        <dt className="soft small">{t("outcome.now")}</dt>
        <dd lang={run.language} data-testid="changed-text">
          <Changed run={run} baseline={baseline} />
        </dd>
      </dl>
      <p className="soft small" role="status">
        {t(same ? "outcome.same" : "outcome.changed")}
      </p>
    </>
  );
}

function Changed({ run, baseline }: { readonly run: RunResult; readonly baseline: Decoded }) {
  const words = written(run);
  const same = kept(words, written(baseline));
  return words.map(({ text }, index) => (
    <span key={index} className={same[index] ? "word" : "word changed"}>
      {text}
    </span>
  ));
}

function NextWord({ run }: { readonly run: RunResult }) {
  const { t } = useTranslation();
  const chosen = useApp((state) => state.scene.selection.position);
  const position = shownPosition(run, chosen);
  const { candidates = [] } = run.positions[position] ?? {};
  const prefix = prefixOf(run, position);
  const comparison = run.baseline ? comparable(run, run.baseline, position) : null;
  const before = comparison?.kind === "same" ? (run.baseline?.positions[position]?.candidates ?? []) : [];
  const bars = candidates.map((candidate): Bar => {
    const was = before.find(({ id }) => id === candidate.id);
    return { id: candidate.id, text: candidate.text, now: candidate.probability, before: was?.probability ?? null };
  });
  const compared = before.length > 0;
  return (
    <>
      <h2 className="heading plain" data-testid="next-word">
        {position === 0 ? t("outcome.first") : t("outcome.next", { prefix })}
      </h2>
      <Distribution
        bars={bars}
        compared={compared}
        smallest={before.at(-1)?.probability ?? 0}
        language={run.language}
        describe={({ text }, now, was) =>
          compared
            ? t("outcome.probabilityWas", { token: text, percent: now, was })
            : t("outcome.probability", { token: text, percent: now })
        }
      />
      {compared ? <p className="soft small">{t("outcome.legend")}</p> : null}
      {comparison?.kind === "differs" ? (
        <p className="soft small">{t("outcome.differs", { prefix: comparison.prefix.join(" ") })}</p>
      ) : null}
      {comparison?.kind === "ended" ? <p className="soft small">{t("outcome.differsEnd")}</p> : null}
    </>
  );
}

/** What the decoder had written before `position`. */
function prefixOf(run: RunResult, position: number): string {
  const words = run.positions.slice(1, position + 1).map(({ given }) => given.text);
  return words.join(run.language === "zh" ? "" : " ");
}

function WordByWord({ run }: { readonly run: RunResult }) {
  const { t } = useTranslation();
  const chosen = useApp((state) => state.scene.selection.position);
  const select = useApp((state) => state.select);
  const shown = shownPosition(run, chosen);
  return (
    <>
      <h2 className="heading">{t("outcome.positions")}</h2>
      <table className="positions">
        <thead>
          <tr>
            <th scope="col">{t("outcome.given")}</th>
            <th scope="col">{t("outcome.written")}</th>
            <th scope="col">{t("outcome.share")}</th>
          </tr>
        </thead>
        <tbody>
          {run.positions.map(({ given, candidates: [best] }, index) => (
            <tr key={index} className={index === shown ? "chosen" : undefined}>
              <td>
                <Button
                  className="chip"
                  aria-label={t("outcome.choose", { token: given.text })}
                  onPress={() => select({ position: index })}
                >
                  <span lang={run.language}>{given.text}</span>
                </Button>
              </td>
              <td lang={run.language}>{best?.text}</td>
              <td className="number" title={String(best?.probability)}>
                {best ? percent(best.probability) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
