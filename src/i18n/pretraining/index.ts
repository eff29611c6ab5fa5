/** Brings the words of the chapter on pretraining: imported by its page. */
import { addMessages } from "../index";
import { pretrainingEn } from "./en";
import { pretrainingZhHans } from "./zh-Hans";

addMessages({ en: pretrainingEn, "zh-Hans": pretrainingZhHans });
