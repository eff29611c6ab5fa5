/** `digits`: held-out images. */
import { forward } from "../../../src/engine/forward";
import { cutPatches } from "../../../src/model/patches";
import { digits } from "../../data/digits";
import type { Evaluation } from "../evaluation";
import { likeliest } from "../forced";
import type { OpenImages } from "../open";
import { counted, fact, percent, trainingWords } from "../words";

const batch = 50;

export const evaluation: Evaluation<OpenImages> = {
  async evaluate({ runner, config }, wrong) {
    const test = digits().filter(({ side }) => side === "test");
    let right = 0;
    for (let start = 0; start < test.length; start += batch) {
      const part = test.slice(start, start + batch);
      const shares = part.map(({ pixels }) => Array.from(pixels, (value) => value / 255));
      forward(runner, config, { patches: shares.map((image) => cutPatches(config, image)) });
      const logits = (await runner.read("logits"))?.data ?? new Float32Array();
      for (const [index, { label }] of part.entries()) {
        const found = likeliest(logits.subarray(index * config.classes, (index + 1) * config.classes));
        if (found === label) right += 1;
        else wrong(`Image ${start + index}: ${found} for ${label}`);
      }
      runner.forget();
    }
    return { scores: [{ name: "accuracy", metric: "accuracy", value: right / test.length }], items: test.length };
  },
  baseline: () => null,
  card: (_, training, { scores, items }) => ({
    license: "other",
    languages: ["zxx"],
    pipeline: "image-classification",
    tags: ["encoder-only", "vit"],
    dataset: { name: "held-out digits of MNIST", type: "mnist" },
    summary: `A small Vision Transformer that reads handwritten digits. Encoder-only, in the layout of ViT: an image of 28 × 28 grey values in [0, 1] (1 is ink) is cut into
49 patches of 4 × 4, each a token; a class token before them is what the answer is read off. Pre-norm, GELU, learned positions.`,
    vocabulary: "none: its tokens are a class token and 49 patches of 16 numbers",
    data: `${counted(fact(training, "train"))} of the 10,000 handwritten digits of MNIST (Yann LeCun, Corinna Cortes, Christopher J. C. Burges; CC BY-SA 3.0) in the package \`mnist\` (MIT), each time
turned, made larger or smaller, sheared and shifted a little. The 1,000 whose hash of the pixels is smallest are held out and were never trained on.`,
    training: trainingWords("digits", training, `${training.batch} images`, `, weight decay ${training.decay}`),
    scores: `Accuracy on the held-out images with the F16 weights:

- the app's own engine, ${counted(items)} images (\`npm run models:check\`): ${percent(scores[0]?.value)}
- PyTorch, the same images: ${percent(fact(training, "accuracy"))}`,
    limits: [
      "Digits need to stand in the middle, white on black, about as large as those of MNIST (20 × 20 of the 28 × 28 pixels).",
      "Whatever it is shown, it says a digit.",
    ],
  }),
};
