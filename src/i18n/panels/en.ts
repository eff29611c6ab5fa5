import { derivationEn } from "../derivation/en";
import { layersEn } from "../layers/en";
import { ownEn } from "../own/en";
import { stepsEn } from "../steps/en";
import { thoughtsEn } from "../thoughts/en";
import { trainingEn } from "../training/en";
import { withoutEn } from "../without/en";

/** What the panels say that are fetched when they are first looked at, in English. */
export const panelsEn = {
  ...derivationEn,
  ...layersEn,
  ...ownEn,
  ...stepsEn,
  ...thoughtsEn,
  ...trainingEn,
  ...withoutEn,
} as const;
