import { type ReactNode, useId, useRef } from "react";
import type { LabelledMatrix } from "../../geometry/export";
import { SaveMenu } from "../SaveMenu";

interface Props {
  readonly title: string;
  /** What is seen, in words. */
  readonly what: string;
  /** The numbers, to be saved; read when they are. Absent where each of several figures is saved by itself. */
  readonly matrix?: () => LabelledMatrix;
  /** Choices that stand over the figure. */
  readonly choices?: ReactNode;
  readonly children: ReactNode;
}

/** A figure under its title and its words, with its numbers and its picture to be saved. */
export function Section({ title, what, matrix, choices, children }: Props) {
  const id = useId();
  const figure = useRef<HTMLDivElement>(null);
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="title">
        {title}
      </h2>
      <p className="say">{what}</p>
      {choices}
      <div ref={figure}>{children}</div>
      {matrix ? (
        <div>
          <SaveMenu title={title} matrix={matrix} figure={figure} />
        </div>
      ) : null}
    </section>
  );
}
