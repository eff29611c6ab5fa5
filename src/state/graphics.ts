/** Whether there is a graphics card at all: a renderer in software takes the processor for seconds, only to lose. */

/** What a graphics card computes with. */
export type CardBackend = "webgl" | "webgpu";

/** What the renderers without a card call themselves: not all browsers count them as slow. */
const inSoftware = /swiftshader|llvmpipe|softpipe|basic render|software/i;

/** Answers before anything is loaded for the backend. */
export async function hasCard(backend: CardBackend): Promise<boolean> {
  try {
    if (backend === "webgpu") return await hasAdapter();
    const context = document.createElement("canvas").getContext("webgl2", { failIfMajorPerformanceCaveat: true });
    if (!context) return false;
    const named = context.getExtension("WEBGL_debug_renderer_info")?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER;
    const renderer = String(context.getParameter(named));
    // Browsers hold a few contexts only, and give the oldest up for a newer one.
    context.getExtension("WEBGL_lose_context")?.loseContext();
    return !inSoftware.test(renderer);
  } catch {
    return false;
  }
}

/** As much of WebGPU as is looked at here (www.w3.org/TR/webgpu). */
interface Gpu {
  requestAdapter(): Promise<{ readonly info?: { readonly isFallbackAdapter?: boolean } } | null>;
}

async function hasAdapter(): Promise<boolean> {
  const { gpu } = navigator as { readonly gpu?: Gpu };
  const adapter = await gpu?.requestAdapter();
  return adapter ? adapter.info?.isFallbackAdapter !== true : false;
}
