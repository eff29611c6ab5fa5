import { describe, expect, it } from "vitest";
import type { ModelInfo } from "../engine/protocol";
import { fitScene, readLink, writeLink } from "./link";
import { defaultScene, type Scene } from "./scene";

const scene: Scene = {
  model: "translate",
  text: "é & ? # % <b> 猫 🐈 שלום",
  language: "zh",
  selection: { stack: "encoder", layer: 1, part: "selfAttention", head: 3, query: 2, key: 0, position: 4 },
  off: [
    { stack: "decoder", layer: 0, part: "crossAttention", head: 1 },
    { stack: "encoder", layer: 1, part: "selfAttention", head: 0 },
  ],
  part: "decoder.0.feedForward",
};

const model: ModelInfo = {
  name: "translate",
  architecture: "encoderDecoder",
  parameters: 1,
  bytes: 1,
  encoderLayers: 2,
  decoderLayers: 2,
  heads: 4,
  width: 64,
  feedForward: 128,
  vocabulary: 10,
  norm: "post",
  finalNorm: true,
  maximumLength: 32,
  languages: [
    { code: "fr", startToken: 3 },
    { code: "zh", startToken: 4 },
  ],
};

describe("a link", () => {
  it("carries the whole scene, whatever is typed", () => {
    expect(readLink(writeLink(scene))).toEqual(scene);
    expect(readLink(writeLink(defaultScene))).toEqual(defaultScene);
    expect(readLink(writeLink({ ...scene, text: "" }))?.text).toBe("");
  });

  it("is the usual scene when it is empty, and needs no more than a text", () => {
    expect(readLink("")).toBe(defaultScene);
    expect(readLink("#text=hello")).toEqual({ ...defaultScene, text: "hello", selection: expect.anything() });
  });

  it.each([
    "#model=gpt5",
    "#head=decoder.1.selfAttention",
    "#head=decoder.x.selfAttention.1",
    "#head=middle.1.selfAttention.1",
    "#head=decoder.-1.selfAttention.1",
    "#head=decoder.1.selfAttention.1e3",
    "#off=decoder.1.selfAttention.0_nonsense",
    "#cell=1",
    "#cell=1.2.3",
    "#at=second",
    `#text=${"a".repeat(100_001)}`,
  ])("that is broken is none: %.60s", (hash) => {
    expect(readLink(hash)).toBeNull();
  });
});

describe("fitScene", () => {
  it("leaves a scene alone that the model can show", () => expect(fitScene(scene, model)).toBe(scene));

  it("puts back what the model lacks, and keeps the rest", () => {
    const far = { stack: "decoder", layer: 7, part: "crossAttention", head: 0 } as const;
    const wrong: Scene = {
      ...scene,
      language: "de",
      off: [...scene.off, far, { ...far, layer: 0, head: 4 }],
      selection: { ...scene.selection, head: 9 },
      part: "encoder.9.feedForward",
    };
    expect(fitScene(wrong, model)).toEqual({
      ...scene,
      language: "fr",
      selection: defaultScene.selection,
      part: null,
    });
  });

  it("knows that an encoder has no cross-attention", () => {
    const cross = { stack: "encoder", layer: 0, part: "crossAttention", head: 0 } as const;
    expect(fitScene({ ...scene, off: [cross] }, model).off).toEqual([]);
  });
});
