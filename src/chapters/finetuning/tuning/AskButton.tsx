/** Asks the worker about a run; while it cannot, the button stays where it is, and the keyboard's focus on it. */
interface Props {
  readonly text: string;
  readonly ready: boolean;
  readonly ask: () => Promise<void>;
}

export function AskButton({ text, ready, ask }: Props) {
  return (
    <button type="button" className="tool" aria-disabled={!ready} onClick={() => void (ready ? ask() : null)}>
      {text}
    </button>
  );
}
