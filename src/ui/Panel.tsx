/**
 * What a button opens: a dialog in a popover, inside a DialogTrigger. It is put into the document beside its button, and
 * so into the landmark that it belongs to; React Aria's own place, the end of the body, is in none.
 */
import { type ReactNode, useState } from "react";
import { Dialog, Popover, type PopoverProps } from "react-aria-components";

interface Props {
  /** Accessible name. */
  readonly label: string;
  readonly placement: NonNullable<PopoverProps["placement"]>;
  /** Room for more than a few words. */
  readonly wide?: boolean;
  /** What is in it; `close` closes it. */
  readonly children: (close: () => void) => ReactNode;
}

export function Panel({ label, placement, wide = false, children }: Props) {
  const [container, setContainer] = useState<HTMLElement | null>(null);
  return (
    <>
      <span ref={setContainer} />
      {container ? (
        <Popover
          className={wide ? "popover wide" : "popover"}
          placement={placement}
          UNSTABLE_portalContainer={container}
        >
          <Dialog className="dialog" aria-label={label}>
            {({ close }) => children(close)}
          </Dialog>
        </Popover>
      ) : null}
    </>
  );
}
