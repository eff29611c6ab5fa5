import { derivationZhHans } from "../derivation/zh-Hans";
import { layersZhHans } from "../layers/zh-Hans";
import { ownZhHans } from "../own/zh-Hans";
import { stepsZhHans } from "../steps/zh-Hans";
import { thoughtsZhHans } from "../thoughts/zh-Hans";
import { trainingZhHans } from "../training/zh-Hans";
import { withoutZhHans } from "../without/zh-Hans";
import type { panelsEn } from "./en";

/** 首次打开时才读取的各个面板的文字。 */
export const panelsZhHans: Readonly<Record<keyof typeof panelsEn, string>> = {
  ...derivationZhHans,
  ...layersZhHans,
  ...ownZhHans,
  ...stepsZhHans,
  ...thoughtsZhHans,
  ...trainingZhHans,
  ...withoutZhHans,
};
