/** Tokens side by side, each in a box, so that it is seen where they begin and end. */
export interface ShownToken {
  readonly text: string;
  /** Made by the last merge. */
  readonly fresh?: boolean;
  /** The vocabulary has none for it. */
  readonly unknown?: boolean;
}

export function TokenRow({ tokens }: { readonly tokens: readonly ShownToken[] }) {
  return (
    <p className="pre-tokens" lang="">
      {tokens.map(({ text, fresh, unknown }, index) => (
        <span
          key={index}
          className="pre-token"
          data-new={fresh ? "" : undefined}
          data-unknown={unknown ? "" : undefined}
        >
          {text}
        </span>
      ))}
    </p>
  );
}
