/** In a browser's page: every head of a model of 12 layers and 12 heads at 64 tokens, as the app shows them. */
import { useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import "../../src/app/style.css";
import { startI18n } from "../../src/i18n";
import { HeadGrid, type HeadPlace } from "../../src/views/HeadGrid";

/** Patterns of all layers after each other, [L, H, T, T]. */
async function patterns(): Promise<Float32Array> {
  return new Float32Array(await (await fetch("/patterns")).arrayBuffer());
}

interface Props {
  readonly all: Float32Array;
  readonly layers: number;
  readonly heads: number;
  readonly tokens: number;
}

function Grid({ all, layers, heads, tokens }: Props) {
  const [selected, setSelected] = useState<HeadPlace | null>({ row: 0, head: 0 });
  const size = heads * tokens * tokens;
  const rows = useMemo(
    () =>
      Array.from({ length: layers }, (_, layer) => ({
        label: `block ${layer + 1}`,
        heads,
        queries: tokens,
        keys: tokens,
        pattern: all.subarray(layer * size, (layer + 1) * size),
      })),
    [all, layers, heads, tokens, size],
  );
  const [off, setOff] = useState<readonly HeadPlace[]>([]);
  const switches = useMemo(
    () => ({
      label: "switches",
      nameOf: ({ row, head }: HeadPlace) => `block ${row + 1}, head ${head + 1}: switch`,
      onSwitch: (place: HeadPlace) => setOff((before) => [...before, place]),
    }),
    [],
  );
  return (
    <HeadGrid
      rows={rows}
      label="all heads"
      theme="light"
      selected={selected}
      onSelect={setSelected}
      off={off}
      switches={switches}
    />
  );
}

async function show(layers: number, heads: number, tokens: number): Promise<void> {
  startI18n();
  const element = document.getElementById("root");
  if (!element) throw new Error("The page has no root.");
  createRoot(element).render(<Grid all={await patterns()} layers={layers} heads={heads} tokens={tokens} />);
}

/** From now on notes how long every frame takes, until it is called again: then → the times in ms. */
let noted: number[] | null = null;
function frames(): readonly number[] {
  if (noted) {
    const times = noted;
    noted = null;
    return times;
  }
  const times: number[] = [];
  noted = times;
  let last: number | null = null;
  const note = (now: number) => {
    if (last !== null) times.push(now - last);
    last = now;
    if (noted === times) requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
  return [];
}

declare global {
  interface Window {
    showGrid: typeof show;
    frameTimes: typeof frames;
  }
}
window.showGrid = show;
window.frameTimes = frames;
