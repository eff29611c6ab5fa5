/** Which page is shown: the explorer, or one with an address of its own. */
import { useSyncExternalStore } from "react";

/** Pages that teach, in the order of the menu; each is a folder of src/chapters. */
export const chapters = ["pretraining", "finetuning"] as const;
export type Chapter = (typeof chapters)[number];
export type PageName = "explore" | "train" | Chapter;

/** The explorer's address is its scene; every other page's is its name. */
export function linkOf(page: Exclude<PageName, "explore">): string {
  return `#${page}`;
}

export function pageAt(): PageName {
  return (["train", ...chapters] as const).find((page) => location.hash === linkOf(page)) ?? "explore";
}

/** Whether the explorer is shown, whose address follows its scene. */
export function isExplorer(): boolean {
  return pageAt() === "explore";
}

/** The page that is shown. */
export function usePage(): PageName {
  return useSyncExternalStore((changed) => {
    addEventListener("hashchange", changed);
    return () => removeEventListener("hashchange", changed);
  }, pageAt);
}
