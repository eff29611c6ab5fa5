/** Probabilities of tokens as bars; where there is a baseline, its bars stand outlined below. */
import { percent } from "../geometry/format";

export interface Bar {
  readonly id: number;
  readonly text: string;
  /** In [0, 1]. */
  readonly now: number;
  /** null without a baseline. */
  readonly before: number | null;
}

interface Props {
  readonly bars: readonly Bar[];
  /** Whether there is a baseline to compare with. */
  readonly compared: boolean;
  readonly language: string;
  /** The whole bar in words. */
  readonly describe: (bar: Bar, now: string, before: string) => string;
}

export function Distribution({ bars, compared, language, describe }: Props) {
  const beforeOf = ({ before }: Bar) => (before === null ? "" : percent(before));
  return (
    <ul className="distribution">
      {bars.map((bar) => (
        <li key={bar.id} title={String(bar.now)}>
          <span className="hidden">{describe(bar, percent(bar.now), beforeOf(bar))}</span>
          <span aria-hidden="true" className="bar-word" lang={language}>
            {bar.text}
          </span>
          <span aria-hidden="true" className="bar-track">
            <i style={{ width: `${bar.now * 100}%` }} />
            {compared ? <i className="was" style={{ width: `${(bar.before ?? 0) * 100}%` }} /> : null}
          </span>
          <span aria-hidden="true" className="bar-number">
            {percent(bar.now)}
            {compared ? <small> ← {beforeOf(bar)}</small> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
