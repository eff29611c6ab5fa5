/**
 * A step's equations, written by KaTeX, which is fetched when the first formula is shown. KaTeX makes the elements below
 * each line itself, with MathML for screen readers; React leaves them alone.
 */
import type katex from "katex";
import { memo, useLayoutEffect, useRef, useState } from "react";
import { mathOptions } from "./mathOptions";
import "./formula.css";
import "./tones.css";

interface Props {
  /** TeX: the equation, then those of what it uses. */
  readonly equations: readonly string[];
}

let known: typeof katex | null = null;

async function load(): Promise<typeof katex> {
  const [module] = await Promise.all([import("katex"), import("katex/dist/katex.min.css")]);
  known = module.default;
  return known;
}

/** What KaTeX has made, by its TeX: most steps of a pass are written as others were before. */
const drawn = new Map<string, HTMLElement>();

function make(tex: string, math: typeof katex): HTMLElement {
  const made = document.createElement("span");
  math.render(`\\displaystyle ${tex}`, made, mathOptions);
  drawn.set(tex, made);
  return made;
}

function written(tex: string, math: typeof katex): DocumentFragment {
  const copy = document.createDocumentFragment();
  copy.append(...(drawn.get(tex) ?? make(tex, math)).cloneNode(true).childNodes);
  return copy;
}

export const Formula = memo(function Formula({ equations }: Props) {
  return (
    <div className="formula">
      {equations.map((tex, index) => (
        <Equation key={tex} tex={tex} uses={index > 0} />
      ))}
    </div>
  );
});

function Equation({ tex, uses }: { readonly tex: string; readonly uses: boolean }) {
  const line = useRef<HTMLParagraphElement>(null);
  const [failed, setFailed] = useState(false);
  useLayoutEffect(() => {
    let current = true;
    const write = (math: typeof katex) => {
      if (current) line.current?.replaceChildren(written(tex, math));
    };
    if (known) write(known);
    else load().then(write, () => current && setFailed(true));
    return () => {
      current = false;
    };
  }, [tex]);
  // Without a connection and without KaTeX in the cache, the TeX itself still says it.
  return failed ? <code>{tex}</code> : <p ref={line} className={uses ? "uses" : undefined} />;
}
