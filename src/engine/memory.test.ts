import { describe, expect, it } from "vitest";
import { gpt2SmallConfig } from "../../scripts/gpt2Small/weights";
import { smallModels } from "../../tests/contract/models";
import { readConfig } from "../model/checkpoints/config";
import { affordableLength, type Device, leastMemory, memoryNeeded, memoryOffered } from "./memory";

const gpt2Small = readConfig(gpt2SmallConfig);
const device: Device = { memory: 8 * 2 ** 30, textureSize: 8192, bufferSize: 2 ** 31 };
const MB = 1e6;

describe("the memory that a model needs", () => {
  it("is that of its weights, of the output's transposed copy and of WASM's own order of both, with no text at all", () => {
    const weights = 124_439_808 * 4;
    const [head, table] = [50_257 * 768 * 4, 50_257 * 768 * 4];
    const positions = 1024 * 768 * 4;
    const vectors = (12 * (4 * 768 + 3 * 768 + 768 + 4 * 768 + 768) + 2 * 768) * 4;
    expect(memoryNeeded(gpt2Small, 0, "webgl").total).toBe(weights + head);
    expect(memoryNeeded(gpt2Small, 0, "wasm").total).toBe(
      weights + head + (weights - table - positions - vectors) + head,
    );
    expect(memoryNeeded(gpt2Small, 0, "wasm").largest).toBe(head);
  });

  it("grows with the text, at last by its square", () => {
    const at = (length: number) => memoryNeeded(gpt2Small, length, "wasm").total;
    expect(at(16)).toBeGreaterThan(1_146 * MB);
    expect(at(16)).toBeLessThan(1_250 * MB);
    expect(at(1024) - at(512)).toBeGreaterThan(2.5 * (at(512) - at(256)));
  });

  it.each(Object.entries(smallModels))("is found for %s", (_, { config }) => {
    expect(memoryNeeded(config, 4, "cpu").total).toBeGreaterThan(memoryNeeded(config, 0, "cpu").total);
  });
});

describe("the memory that a backend offers", () => {
  it("is below 4 GiB on WASM, and half of the device's elsewhere", () => {
    expect(memoryOffered("wasm", { ...device, memory: 64 * 2 ** 30 }).total).toBe(0.9 * 2 ** 32);
    expect(memoryOffered("wasm", { ...device, memory: 2 ** 30 }).total).toBe(0.45 * 2 ** 30);
    expect(memoryOffered("webgl", device).total).toBe(2 ** 32);
    expect(memoryOffered("cpu", { memory: null, textureSize: null, bufferSize: null }).total).toBe(2 ** 31);
  });

  it("is bounded by the largest texture or buffer of a graphics card", () => {
    expect(memoryOffered("webgl", { ...device, textureSize: 4096 }).largest).toBe(64 * 2 ** 20);
    expect(memoryOffered("webgpu", device).largest).toBe(2 ** 31);
    expect(memoryOffered("webgpu", { ...device, bufferSize: null }).largest).toBe(128 * 2 ** 20);
  });
});

describe("a model of GPT-2 small's size", () => {
  it("fits WASM on a usual computer, though not with its whole length", () => {
    const length = affordableLength(gpt2Small, "wasm", memoryOffered("wasm", device));
    expect(length).toBeGreaterThan(256);
    expect(length).toBeLessThan(1024);
    expect(affordableLength(gpt2Small, "wasm", { total: 1e12, largest: 1e12 })).toBe(1024);
  });

  it("is too large for a device of 2 GiB, and for textures of 4096 texels", () => {
    expect(affordableLength(gpt2Small, "wasm", memoryOffered("wasm", { ...device, memory: 2 ** 31 }))).toBeNull();
    expect(affordableLength(gpt2Small, "webgl", memoryOffered("webgl", { ...device, textureSize: 4096 }))).toBeNull();
    expect(affordableLength(gpt2Small, "webgl", memoryOffered("webgl", device))).not.toBeNull();
    expect(leastMemory(gpt2Small, "wasm").total).toBeGreaterThan(1_150 * MB);
  });
});

describe("a model larger than any browser's memory", () => {
  it("is refused everywhere", () => {
    const huge = readConfig({ ...gpt2SmallConfig, n_embd: 4096, n_layer: 32, n_head: 32 });
    for (const backend of ["wasm", "webgl", "webgpu", "cpu"] as const) {
      expect(affordableLength(huge, backend, memoryOffered(backend, { ...device, memory: 2 ** 33 }))).toBeNull();
    }
  });
});
