/** The digits that are learned from, as the file that lies beside the page: fetched when a run needs them. */
type File = Uint8Array<ArrayBuffer>;

let asked: Promise<File> | null = null;

/** Once for the visit; rejects where they cannot be had, and tries anew the next time. */
export function fetchDigits(): Promise<File> {
  const fresh = asked ?? fetched();
  asked = fresh;
  fresh.catch(() => {
    asked = null;
  });
  return fresh;
}

async function fetched(): Promise<File> {
  const response = await fetch(new URL("data/digits.bin", document.baseURI));
  if (!response.ok) throw new Error(`The digits could not be fetched (${response.status}).`);
  return new Uint8Array(await response.arrayBuffer());
}
