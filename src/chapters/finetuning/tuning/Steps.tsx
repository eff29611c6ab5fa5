/** A single step and the end of a run, for as long as it goes on. */
import { type RefObject, useLayoutEffect, useRef } from "react";
import { useTranslation } from "../../../i18n";
import { useTuning } from "../../../state/tuning/useTuning";

/** `next` has the keyboard's focus where these had it as they go. */
export function Steps({ next }: { readonly next: RefObject<HTMLElement | null> }) {
  const { t } = useTranslation();
  const running = useTuning((state) => state.status === "running");
  const waiting = useTuning((state) => state.waiting !== null);
  const once = useTuning((state) => state.once);
  const stop = useTuning((state) => state.stop);
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const own = place.current;
    return () => {
      if (own?.contains(document.activeElement)) next.current?.focus();
    };
  }, [next]);
  return (
    <span ref={place} className="tune-steps">
      <button
        type="button"
        className="tool"
        disabled={running}
        aria-disabled={waiting}
        onClick={() => void (waiting ? null : once())}
      >
        {t("train.once")}
      </button>
      <button type="button" className="tool" aria-disabled={waiting} onClick={() => void (waiting ? null : stop())}>
        {t("tune.stop")}
      </button>
    </span>
  );
}
