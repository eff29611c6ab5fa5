/** Starts one TensorFlow.js backend; each comes as a chunk of its own. */

import plainUrl from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url";
import simdUrl from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import { backend as current, env, ready, setBackend } from "@tensorflow/tfjs-core";
import type { Device } from "./memory";
import { type Backend, contextLost } from "./protocol";

/** Starts `backend`, or throws with the reason. `lost` is called if it goes away later. */
export async function startBackend(backend: Backend, lost: (reason: string) => void): Promise<void> {
  await registerBackend(backend);
  if (!(await setBackend(backend))) throw new Error(`${backend} is not available here.`);
  await ready();
  if (backend === "webgl") await watchContext(lost);
  if (backend === "webgpu") await watchDevice(lost);
}

/** Whether the graphics card has been taken away from this worker. */
let taken = () => false;

/** The same, as soon as the browser tells: what is read back then is no number of ours, and `lost` is called after it. */
export function isCardLost(): boolean {
  return taken();
}

/** What was read off a lost card is nothing to keep, nor is why it failed: who asked is told that it is lost instead. */
export function sound<T>(answer: Promise<T>): Promise<T> {
  return answer.finally(() => {
    if (isCardLost()) throw new Error(contextLost);
  });
}

/** For `lost` of a worker without a lock: the page hears of an error that nobody catches, and of no other end. */
export function endLoudly(reason: string): void {
  setTimeout(() => {
    throw new Error(reason);
  });
}

async function registerBackend(backend: Backend): Promise<void> {
  switch (backend) {
    case "webgl":
      await import("@tensorflow/tfjs-backend-webgl");
      return;
    case "webgpu":
      await import("@tensorflow/tfjs-backend-webgpu");
      return;
    case "cpu":
      await import("@tensorflow/tfjs-backend-cpu");
      return;
    case "wasm": {
      const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
      // Threads gain at most a tenth at these sizes and need cross-origin isolation.
      env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
      setWasmPaths({
        "tfjs-backend-wasm.wasm": plainUrl,
        "tfjs-backend-wasm-simd.wasm": simdUrl,
        "tfjs-backend-wasm-threaded-simd.wasm": simdUrl,
      });
    }
  }
}

/** A graphics driver may take the context away at any time: all values are gone with it. */
async function watchContext(lost: (reason: string) => void): Promise<void> {
  const { MathBackendWebGL } = await import("@tensorflow/tfjs-backend-webgl");
  const running = current();
  if (!(running instanceof MathBackendWebGL)) return;
  const { gl } = running.getGPGPUContext();
  taken = () => gl.isContextLost();
  gl.canvas.addEventListener(contextLost, () => lost(contextLost));
}

/** As for WebGL; a device is never given back either. */
async function watchDevice(lost: (reason: string) => void): Promise<void> {
  const { WebGPUBackend } = await import("@tensorflow/tfjs-backend-webgpu");
  const running = current();
  if (!(running instanceof WebGPUBackend)) return;
  let over = false;
  taken = () => over;
  void running.device.lost.then(() => {
    over = true;
    lost(contextLost);
  });
}

/** What the device says of its memory, with the backend that is set. */
export async function measureDevice(): Promise<Device> {
  // In GiB, rounded; Chromium alone tells.
  const gibibytes = "deviceMemory" in navigator ? Number(navigator.deviceMemory) : null;
  const device: Device = { memory: gibibytes && gibibytes * 2 ** 30, textureSize: null, bufferSize: null };
  const running: object = current();
  if ("getGPGPUContext" in running) return { ...device, textureSize: env().getNumber("WEBGL_MAX_TEXTURE_SIZE") };
  if (!("device" in running)) return device;
  const { WebGPUBackend } = await import("@tensorflow/tfjs-backend-webgpu");
  if (!(running instanceof WebGPUBackend)) return device;
  const { maxBufferSize, maxStorageBufferBindingSize } = running.device.limits;
  return { ...device, bufferSize: Math.min(maxBufferSize, maxStorageBufferBindingSize) };
}
