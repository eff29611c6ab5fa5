/** Brings the words of the chapter on fine-tuning: imported by its page. */
import { addMessages } from "../index";
import { finetuningEn } from "./en";
import { finetuningZhHans } from "./zh-Hans";

addMessages({ en: finetuningEn, "zh-Hans": finetuningZhHans });
