/** The thickness of the page's scroll bars in CSS pixels; 0 where they lie over what they scroll. */

const known = new Map<number, number>();

/** Measured once for each zoom of the page: measuring makes the browser lay the page out. */
export function scrollBarThickness(): number {
  const measured = known.get(devicePixelRatio);
  if (measured !== undefined) return measured;
  const box = document.createElement("div");
  box.style.cssText = "position: absolute; visibility: hidden; overflow: scroll";
  document.body.append(box);
  const thickness = box.offsetWidth - box.clientWidth;
  box.remove();
  known.set(devicePixelRatio, thickness);
  return thickness;
}
