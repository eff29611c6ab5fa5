import { lazy, Suspense, useEffect, useState } from "react";
import { useApp } from "../../state/useApp";

const BringOwn = lazy(async () => ({ default: (await import("./later")).BringOwn }));

/** What brings a model along comes after the first answer is on the screen, so that nothing competes with it. */
const pause = 300; // ms

export function BringLater() {
  const shown = useApp((state) => state.run !== null);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (!shown) return;
    const waiting = setTimeout(() => setReady(true), pause);
    return () => clearTimeout(waiting);
  }, [shown]);
  return ready ? (
    <Suspense fallback={null}>
      <BringOwn />
    </Suspense>
  ) : null;
}
