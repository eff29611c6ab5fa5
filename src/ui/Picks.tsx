/** Any of several things: a row of toggles, one stop of the Tab key, arrow keys within. */
import { useRoving } from "./useRoving";
import "./choice.css";

interface Props {
  /** Stands before the toggles, and is the accessible name of all. */
  readonly label: string;
  readonly texts: readonly string[];
  /** Accessible names, where the texts are too short to be. */
  readonly names?: readonly string[] | undefined;
  /** BCP 47 of the texts; the page's unless told. */
  readonly language?: string | undefined;
  /** Indices, ascending. */
  readonly chosen: readonly number[];
  readonly onChange: (chosen: readonly number[]) => void;
}

export function Picks({ label, texts, names, language, chosen, onChange }: Props) {
  const item = useRoving(texts.length, texts.length);
  const flip = (index: number) => {
    const others = chosen.filter((other) => other !== index);
    onChange(others.length < chosen.length ? others : [...chosen, index].sort((a, b) => a - b));
  };
  return (
    <fieldset className="choice">
      <legend className="choice-label">{label}</legend>
      <span className="picks">
        {texts.map((text, index) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: the same word may come twice.
            key={index}
            type="button"
            {...item(index)}
            className="pick"
            lang={language}
            aria-label={names?.[index]}
            aria-pressed={chosen.includes(index)}
            onClick={() => flip(index)}
          >
            {text}
          </button>
        ))}
      </span>
    </fieldset>
  );
}
