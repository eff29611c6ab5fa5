/** A few numbers with their names. */
interface Props {
  /** Accessible name. */
  readonly label: string;
  readonly rows: readonly (readonly [string, string])[];
}

export function Numbers({ label, rows }: Props) {
  return (
    <section aria-label={label}>
      <dl className="tune-numbers">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
