/** Brings the words of the panels that are fetched later: imported by them, so that the first view does not carry them. */
import { addMessages } from "../index";
import { panelsEn } from "./en";
import { panelsZhHans } from "./zh-Hans";

addMessages({ en: panelsEn, "zh-Hans": panelsZhHans });
