/** What a button opens that needs the whole screen: a modal dialog, inside a DialogTrigger, beside its button as a Panel. */
import { type ReactNode, useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import "./sheet.css";

interface Props {
  /** Heading and accessible name. */
  readonly title: string;
  /** What its button says that closes it. */
  readonly close: string;
  readonly children: ReactNode;
}

export function Sheet({ title, close: closeLabel, children }: Props) {
  const [container, setContainer] = useState<HTMLElement | null>(null);
  return (
    <>
      <span ref={setContainer} />
      {container ? (
        <ModalOverlay className="sheet-overlay" isDismissable UNSTABLE_portalContainer={container}>
          <Modal className="sheet">
            <Dialog className="sheet-dialog">
              {({ close }) => (
                <>
                  <div className="sheet-head">
                    <Heading slot="title" className="title">
                      {title}
                    </Heading>
                    <button type="button" className="tool" onClick={close}>
                      {closeLabel}
                    </button>
                  </div>
                  {children}
                </>
              )}
            </Dialog>
          </Modal>
        </ModalOverlay>
      ) : null}
    </>
  );
}
