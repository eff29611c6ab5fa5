/** A control with a sentence of help, shown while the pointer or the keyboard's focus is on it, and read out with it. */
import { cloneElement, type ReactElement, useId } from "react";
import "./helped.css";

interface Props {
  readonly help: string;
  readonly children: ReactElement<{ readonly "aria-describedby"?: string }>;
}

export function Helped({ help, children }: Props) {
  const id = useId();
  return (
    <span className="helped">
      {cloneElement(children, { "aria-describedby": id })}
      <span id={id} role="tooltip">
        {help}
      </span>
    </span>
  );
}
