/** What a model of pictures says of digits that it never trains on, and where it looks meanwhile. */
import { outputSize } from "../../model/config";
import type { DigitData } from "../../model/training/digitData";
import { digitSize } from "../../model/training/digits";
import { placeLosses } from "../../model/training/placeLosses";
import type { Examined, FormingPattern, PictureRead } from "../../model/training/progress";
import { likeliest } from "../../model/training/score";
import type { Onlooked } from "./pass";
import { patternsOf } from "./patterns";

/** Whose class tokens are drawn in a plane; of the first ones the picture is shown as well. */
const placed = 80;
const shown = 12;

export async function examineDigits(model: Onlooked, data: DigitData): Promise<Omit<Examined, "score" | "trained">> {
  const digits = data.heldOut(placed);
  const { logits, firstToken } = await model.see(data.layOut(digits), ["logits", "firstToken"]);
  if (!logits || !firstToken) throw new Error("The forward pass gave no logits.");
  const outputs = outputSize(data.config);
  const said = likeliest(logits.data, outputs);
  // The likeliest takes the place of the right one, so that its own probability is told.
  const believed = placeLosses(
    { patches: [], targets: said.map((one) => [one]), counted: said.map(() => [1]) },
    logits.data,
    outputs,
    0,
  );
  const pictures = digits.slice(0, shown).map(({ label, pixels }, index): PictureRead => {
    const one = said[index] ?? 0;
    return {
      pixels: [...pixels],
      size: digitSize,
      wanted: String(label),
      said: String(one),
      share: believed[index]?.share ?? 0,
    };
  });
  const patterns = await patternsOf(model, data.config, data.test(1));
  return {
    predictions: [],
    pictures,
    patterns: patterns.map(overPatches),
    embeddings: { tokens: digits.map(({ label }) => String(label)), vectors: firstToken.data },
  };
}

/** What the class token looks at, each patch where it lies in the picture; what it keeps for itself is left out. */
function overPatches({ heads, queries, keys, pattern, ...place }: FormingPattern): FormingPattern {
  const patches = keys - 1;
  const looks = new Float32Array(heads * patches);
  for (let head = 0; head < heads; head++) {
    const row = head * queries * keys;
    looks.set(pattern.subarray(row + 1, row + keys), head * patches);
  }
  const side = Math.sqrt(patches);
  return { ...place, heads, queries: side, keys: side, pattern: looks };
}
