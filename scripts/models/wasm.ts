/** The app's engine on WASM in Node. */
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { ready, setBackend } from "@tensorflow/tfjs-core";

export async function startWasm(): Promise<void> {
  setWasmPaths(
    `${dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json"))}/dist/`,
  );
  await setBackend("wasm");
  await ready();
}
