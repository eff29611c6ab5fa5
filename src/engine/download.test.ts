import { afterEach, describe, expect, it, vi } from "vitest";
import { FetchError } from "../model/checkpoints/fetchError";
import { fetchModel, keepModel, type Store } from "./download";

const bytes = (text: string) => new TextEncoder().encode(text);
const contents: Readonly<Record<string, string>> = {
  "config.json": "{}",
  "tokenizer.json": "[1]",
  "about.json": "[22]",
  "model.safetensors": "weights",
};
const files = Object.fromEntries(Object.entries(contents).map(([file, text]) => [file, text.length]));
const source = { kind: "served" as const, name: "small", url: "http://localhost/models/small/", files };

/** A body that comes in pieces of three bytes, and breaks off after `most`. */
function streamed(text: string, most = Number.POSITIVE_INFINITY): Response {
  const whole = bytes(text);
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= most) return controller.error(new TypeError("network error"));
      if (at >= whole.length) return controller.close();
      controller.enqueue(whole.slice(at, at + 3));
      at += 3;
    },
  });
  return new Response(body);
}

/** A server with those files; every request is noted. */
function serve(answer: (file: string) => Response | Promise<Response>): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string) => {
    const file = url.split("/").at(-1) ?? "";
    asked.push(file);
    return answer(file);
  });
  return asked;
}

function memoryStore(): Store & { readonly kept: Map<string, Response> } {
  const kept = new Map<string, Response>();
  return {
    kept,
    match: async (key) => kept.get(String(key))?.clone(),
    put: async (key, response) => void kept.set(String(key), response),
    async delete(key) {
      const old = [...kept.keys()].filter((one) => one.split("?")[0] === String(key));
      for (const one of old) kept.delete(one);
      return old.length > 0;
    },
  };
}

afterEach(() => vi.unstubAllGlobals());

describe("fetching a model", () => {
  it("gives its files, and tells the bytes of all of them as they come", async () => {
    serve((file) => streamed(contents[file] ?? ""));
    const told: number[] = [];
    const model = await fetchModel(source, null, (received) => told.push(received));
    expect(model).toEqual(new Map(Object.entries(contents).map(([file, text]) => [file, bytes(text)])));
    expect(told.at(-1)).toBe(2 + 3 + 4 + 7);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.length).toBeGreaterThan(5);
  });

  it("asks for no file that the model does not have", async () => {
    const asked = serve((file) => streamed(contents[file] ?? ""));
    const { "tokenizer.json": _, "about.json": __, ...few } = files;
    const model = await fetchModel({ ...source, files: few }, null, () => undefined);
    expect([...model.keys()]).toEqual(["config.json", "model.safetensors"]);
    expect(asked.sort()).toEqual(["config.json", "model.safetensors"]);
  });

  it.each([
    [
      "breaks off in the middle",
      (file: string) => streamed(contents[file] ?? "", file === "model.safetensors" ? 3 : 99),
      null,
    ],
    [
      "is not there",
      (file: string) => (file === "model.safetensors" ? new Response("", { status: 404 }) : streamed("{}")),
      404,
    ],
    ["has no network", () => Promise.reject(new TypeError("offline")), null],
  ])("says which file and why where one %s", async (_, answer, status) => {
    serve(answer);
    const failed = await fetchModel(source, null, () => undefined).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(FetchError);
    expect(failed).toMatchObject({ status });
  });

  it("takes what is kept from an earlier visit, and fetches anew what has another size", async () => {
    const asked = serve((file) => streamed(contents[file] ?? ""));
    const store = memoryStore();
    const first = await fetchModel(source, store, () => undefined);
    await keepModel(source, first, store);
    asked.length = 0;
    const told: number[] = [];
    expect(await fetchModel(source, store, (received) => told.push(received))).toEqual(first);
    expect(asked).toEqual([]);
    expect(told.at(-1)).toBe(16);
    const newer = { ...source, files: { ...files, "tokenizer.json": 4 } };
    const second = await fetchModel(newer, store, () => undefined);
    expect(asked).toEqual(["tokenizer.json"]);
    await keepModel(newer, new Map([...second, ["tokenizer.json", bytes("[11]")]]), store);
    expect([...store.kept.keys()].filter((key) => key.includes("tokenizer"))).toEqual([
      `${source.url}tokenizer.json?bytes=4`,
    ]);
  });

  it("keeps nothing that is cut short, and works where nothing can be kept", async () => {
    serve((file) => new Response(file === "model.safetensors" ? "wei" : (contents[file] ?? "")));
    const store = memoryStore();
    await keepModel(source, await fetchModel(source, store, () => undefined), store);
    expect([...store.kept.keys()].some((key) => key.includes("model.safetensors"))).toBe(false);
    const full: Store = {
      match: () => Promise.reject(new DOMException("no")),
      put: () => Promise.reject(new DOMException("full")),
      delete: async () => false,
    };
    await keepModel(source, await fetchModel(source, full, () => undefined), full);
    await keepModel(source, await fetchModel(source, null, () => undefined), null);
  });
});
