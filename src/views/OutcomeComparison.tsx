/** Two distributions of the next token side by side, the baseline at the left, and the difference of each token. */
import { useRef } from "react";
import { barOf, barScale } from "../geometry/bars";
import { full, percent } from "../geometry/format";
import { useTranslation } from "../i18n";
import { Tip } from "../ui/Tip";
import { useReadRows } from "./useReadRows";
import "./comparison.css";

export interface ComparedToken {
  readonly id: number;
  readonly text: string;
  /** With everything on, in [0, 1]; null where only the changed run lists it. */
  readonly before: number | null;
  /** With the changes; null where only the baseline lists it. */
  readonly now: number | null;
}

interface Props {
  /** In the order in which they are shown. */
  readonly tokens: readonly ComparedToken[];
  /** BCP 47 of the tokens. */
  readonly language: string;
  /** Accessible name. */
  readonly label: string;
  /** The smallest probability that each list has: a token that it lacks is at most as likely. */
  readonly smallest: { readonly before: number; readonly now: number };
  /** KL(baseline ‖ changed) over the whole vocabulary, in nats. */
  readonly divergence?: number | undefined;
}

const scale = barScale([1]);

export function OutcomeComparison({ tokens, language, label, smallest, divergence }: Props) {
  const { t } = useTranslation();
  const body = useRef<HTMLTableSectionElement>(null);
  const { read, row } = useReadRows(tokens.length, 0);
  if (tokens.length === 0) return <p className="figure-empty">{t("figure.empty")}</p>;
  const share = (value: number | null, least: number) =>
    value === null ? `≤ ${percent(least).replace("< ", "")}` : percent(value);
  const inFull = (value: number | null, least: number) => (value === null ? `≤ ${full(least)}` : full(value));
  const words = ({ text, before, now }: ComparedToken) =>
    t("figure.compared", { token: text, before: inFull(before, smallest.before), now: inFull(now, smallest.now) });
  const shown = read === null ? undefined : tokens[read];
  return (
    <>
      <table className="comparison" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t("figure.compared.token")}</th>
            <th scope="col" colSpan={2}>
              {t("figure.compared.before")}
            </th>
            <th scope="col" colSpan={2}>
              {t("figure.compared.now")}
            </th>
            <th scope="col">{t("figure.compared.difference")}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {tokens.map((token, index) => {
            const { id, text, before, now } = token;
            const difference = before === null || now === null ? null : now - before;
            return (
              <tr key={id} {...row(index)} aria-label={words(token)}>
                <th scope="row" lang={language}>
                  {text}
                </th>
                <Share value={before} text={share(before, smallest.before)} />
                <Share value={now} text={share(now, smallest.now)} changed />
                <td className={`number ${tone(difference)}`}>{difference === null ? "" : points(difference)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {divergence === undefined ? null : (
        <p className="soft small">{t("figure.divergence", { value: full(divergence) })}</p>
      )}
      {shown ? (
        <Tip anchor={() => body.current?.children[read ?? 0]?.getBoundingClientRect() ?? null}>{words(shown)}</Tip>
      ) : null}
    </>
  );
}

interface ShareProps {
  readonly value: number | null;
  readonly text: string;
  readonly changed?: boolean;
}

function Share({ value, text, changed = false }: ShareProps) {
  return (
    <>
      <td className="comparison-track" aria-hidden="true">
        <i className={changed ? "bar" : "bar was"} style={{ width: `${barOf(value ?? 0, scale).width}%` }} />
      </td>
      <td className="number">{text}</td>
    </>
  );
}

/** What rounds to no difference is neither more nor less. */
function tone(difference: number | null): string {
  if (difference === null || points(difference) === "0.0") return "";
  return difference < 0 ? "less" : "more";
}

/** 0.123 → "+12.3": a difference of shares in percentage points. */
function points(difference: number): string {
  const rounded = (difference * 100).toFixed(1);
  return rounded === "0.0" || rounded === "-0.0" ? "0.0" : difference > 0 ? `+${rounded}` : rounded;
}
