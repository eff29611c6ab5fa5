/**
 * What needs the whole screen: a modal dialog. Inside a DialogTrigger, beside its button as a Panel, it is what that
 * button opens; with `onClose` it is open for as long as it is there.
 */
import { type ReactNode, useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import "./sheet.css";

interface Props {
  /** Heading and accessible name. */
  readonly title: string;
  /** What its button says that closes it. */
  readonly close: string;
  readonly children: ReactNode;
  /** Called when it is to close, where nothing else knows of it. */
  readonly onClose?: () => void;
  /** Something is under way that a click beside it must not end. */
  readonly busy?: boolean;
}

export function Sheet({ title, close: closeLabel, children, onClose, busy = false }: Props) {
  const [container, setContainer] = useState<HTMLElement | null>(null);
  return (
    <>
      <span ref={setContainer} />
      {container ? (
        <ModalOverlay
          className="sheet-overlay"
          isDismissable={!busy}
          isKeyboardDismissDisabled={busy}
          UNSTABLE_portalContainer={container}
          {...(onClose && { isOpen: true, onOpenChange: (open) => open || onClose() })}
        >
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
