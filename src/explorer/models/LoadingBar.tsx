/** How much of something has come. */
interface Props {
  /** Accessible name. */
  readonly label: string;
  /** The same in figures. */
  readonly figures: string;
  /** Bytes. */
  readonly received: number;
  /** Bytes of the whole; null where that is not known. */
  readonly total: number | null;
}

export function LoadingBar({ label, figures, received, total }: Props) {
  const known = total !== null && total > 0;
  return (
    <span
      className="model-progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuetext={figures}
      {...(known && { "aria-valuemax": total, "aria-valuenow": Math.min(received, total) })}
    >
      <i style={{ width: known ? `${Math.min(100, (received / total) * 100)}%` : "100%" }} />
      <span aria-hidden="true">{figures}</span>
    </span>
  );
}
