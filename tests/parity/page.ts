/** What runs in the browser for `npm run parity -- DIR --browser`: compares a case that the page's server holds. */
import "@tensorflow/tfjs-backend-webgl";
import "@tensorflow/tfjs-backend-webgpu";
import { ready, setBackend } from "@tensorflow/tfjs-core";
import { type Comparison, compareFiles } from "./compare";

/** A case's results, or why it was refused: errors lose their class and their message's shape on the way out of a page. */
export type PageAnswer =
  | { readonly kind: "compared"; readonly comparisons: Comparison[] }
  | { readonly kind: "refused"; readonly message: string };

async function bytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} is missing (status ${response.status}).`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Compares the case whose files are below `folder` on `backend`. */
async function compareOn(backend: string, folder: string, tolerance: number): Promise<PageAnswer> {
  try {
    if (!(await setBackend(backend))) throw new Error(`The backend ${backend} did not start in this browser.`);
    await ready();
    const [config, model, expected] = await Promise.all(
      ["config", "model", "expected"].map((file) => bytes(`${folder}/${file}`)),
    );
    if (!config || !model || !expected) throw new Error("A case has three files.");
    const files = { config: new TextDecoder().decode(config), model, expected };
    return { kind: "compared", comparisons: await compareFiles(files, tolerance) };
  } catch (error) {
    return { kind: "refused", message: error instanceof Error ? error.message : String(error) };
  }
}

declare global {
  interface Window {
    compareOn: typeof compareOn;
  }
}
window.compareOn = compareOn;
