/** Brings the words that all chapters share: imported by what they share. */
import { addMessages } from "../index";
import { chapterEn } from "./en";
import { chapterZhHans } from "./zh-Hans";

addMessages({ en: chapterEn, "zh-Hans": chapterZhHans });
