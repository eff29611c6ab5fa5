import { describe, expect, it } from "vitest";
import { fakeModel, fakeModels } from "./fakeEngine";
import { fitScene, usualScene } from "./fit";
import { readLink, writeLink } from "./link";
import { defaultScene, type Scene } from "./scene";

const scene: Scene = {
  model: "translate",
  input: { kind: "text", text: "é & ? # % <b> 猫 🐈 שלום ~ _", language: "zh" },
  selection: { stack: "encoder", layer: 1, part: "selfAttention", head: 3, query: 2, key: 0, position: 4 },
  changes: [
    { kind: "head", at: { stack: "decoder", layer: 0, part: "crossAttention", head: 1 }, to: "zero" },
    { kind: "head", at: { stack: "encoder", layer: 1, part: "selfAttention", head: 0 }, to: "mean" },
    { kind: "skip", path: "decoder.0.residMid", keep: 0 },
    {
      kind: "head",
      at: { stack: "decoder", layer: 1, part: "selfAttention", head: 2 },
      to: { text: "a~b_c. & 猫" },
    },
    {
      kind: "pattern",
      at: { stack: "encoder", layer: 0, part: "selfAttention", head: 0 },
      query: 1,
      weights: [0.25, 0.5, 0.125, 0.125],
    },
  ],
  generation: { choosing: { kind: "sample", temperature: 0.8, topK: 40, topP: 0.95 }, seed: 7, steps: 3 },
  look: { figure: "lines", stage: "maskedScores", merge: { by: "max", heads: [0, 2] } },
  view: "step",
  step: "decoder.0.selfAttention.scores",
  cell: [0, 1, 2, 0],
};

describe("a link", () => {
  it("carries the whole scene, whatever is typed", () => {
    const read = (given: Scene) => ({ ...defaultScene, ...readLink(writeLink(given)) });
    expect(read(scene)).toEqual(scene);
    expect(read(defaultScene)).toEqual(defaultScene);
    const unmerged: Scene = { ...scene, look: { figure: "heatmap", stage: "scores", merge: null } };
    expect(read(unmerged)).toEqual(unmerged);
    const empty: Scene = { ...scene, input: { kind: "text", text: "", language: "fr" } };
    expect(read(empty)).toEqual(empty);
    const beam: Scene = { ...scene, generation: { choosing: { kind: "beam", width: 4 }, seed: 1, steps: null } };
    expect(read(beam)).toEqual(beam);
    const dictionary = usualScene(fakeModels.dictionary ?? fakeModel);
    expect({ ...dictionary, ...readLink(writeLink(dictionary)) }).toEqual(dictionary);
  });

  it("carries hidden tokens and images", () => {
    const hidden: Scene = { ...scene, input: { kind: "text", text: "a b c", masked: [1, 2] } };
    expect(readLink(writeLink({ ...hidden, model: "fill-mask" }))?.input).toEqual(hidden.input);
    const pixels = Array.from({ length: 6 }, (_, pixel) => (pixel * 51) / 255);
    const image: Scene = { ...scene, input: { kind: "image", pixels, width: 3, height: 2 } };
    expect(readLink(writeLink(image))?.input).toEqual(image.input);
  });

  it("asks for nothing when it is empty, and needs no more than a text", () => {
    expect(readLink("")).toEqual({});
    expect(readLink("#text=hello")).toEqual({ input: { kind: "text", text: "hello", language: "fr" } });
    expect(readLink("#model=other&text=hello")).toEqual({ model: "other", input: { kind: "text", text: "hello" } });
    expect(readLink("#to=zh")?.input).toEqual({ kind: "text", text: "the red car is fast", language: "zh" });
  });

  it.each([
    "#model=../../etc",
    "#head=decoder.1.selfAttention",
    "#head=decoder.x.selfAttention.1",
    "#head=middle.1.selfAttention.1",
    "#head=decoder.-1.selfAttention.1",
    "#head=decoder.1.selfAttention.1e3",
    "#off=decoder.1.selfAttention.0&off=nonsense",
    "#off=decoder.1.selfAttention.0~row~0~0.5~0.4",
    "#off=decoder.0.residMid~pass~2",
    "#choose=sample~0~all~all",
    "#choose=beam~0",
    "#steps=-1",
    "#image=2.2.AAAA",
    "#index=1.x",
    "#cell=1",
    "#cell=1.2.3",
    "#at=second",
    `#text=${"a".repeat(100_001)}`,
  ])("that is broken is none: %.60s", (hash) => {
    expect(readLink(hash)).toBeNull();
  });
});

describe("fitScene", () => {
  it("leaves a scene alone that the model can show", () => expect(fitScene(scene, fakeModel)).toBe(scene));

  it("puts back what the model lacks, and keeps the rest", () => {
    const far = { stack: "decoder", layer: 7, part: "crossAttention", head: 0 } as const;
    const wrong: Scene = {
      ...scene,
      input: { kind: "text", text: "x", language: "de" },
      changes: [
        ...scene.changes,
        { kind: "head", at: far, to: "zero" },
        { kind: "head", at: { ...far, layer: 0, head: 4 }, to: "zero" },
        { kind: "skip", path: "decoder.0.selfAttention.query", keep: 0 },
      ],
      selection: { ...scene.selection, head: 9 },
      step: "decoder.9.residPost",
    };
    expect(fitScene(wrong, fakeModel)).toEqual({
      ...scene,
      input: { kind: "text", text: "x", language: "fr" },
      selection: {
        stack: "decoder",
        layer: 1,
        part: "crossAttention",
        head: 0,
        query: null,
        key: null,
        position: null,
      },
      step: null,
      cell: null,
    });
  });

  it("knows that an encoder has no cross-attention", () => {
    const at = { stack: "encoder", layer: 0, part: "crossAttention", head: 0 } as const;
    expect(fitScene({ ...scene, changes: [{ kind: "head", at, to: "zero" }] }, fakeModel).changes).toEqual([]);
  });

  it("gives a model that reads text its first example in the place of an image, and no beam search to a decoder alone", () => {
    const dictionary = fakeModels.dictionary ?? fakeModel;
    const image = { kind: "image", pixels: [0], width: 1, height: 1 } as const;
    const beam = { ...scene.generation, choosing: { kind: "beam", width: 2 } } as const;
    const fitting = fitScene({ ...usualScene(dictionary), input: image, generation: beam }, dictionary);
    expect(fitting.input).toEqual({ kind: "text", text: "cat (noun):" });
    expect(fitting.generation.choosing).toEqual({ kind: "greedy" });
  });
});
