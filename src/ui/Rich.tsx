/** A message with <b>…</b> in it; every other mark stays text. */
export function Rich({ text }: { readonly text: string }) {
  const pieces = text.split(/<b>(.*?)<\/b>/);
  // Every second piece stood between the marks.
  return pieces.map((piece, index) =>
    index % 2 === 1 ? <b key={index}>{piece}</b> : <span key={index}>{piece}</span>,
  );
}
