/** The chapter that the address names. What fetches each is fetched itself, so that no chapter weighs on the first view. */
import { type ComponentType, lazy } from "react";
import { type Chapter, type PageName, usePage } from "../state/page";

const pages: Readonly<Record<Chapter, ComponentType>> = {
  pretraining: lazy(async () => ({ default: (await import("./pretraining/PretrainingPage")).PretrainingPage })),
  finetuning: lazy(async () => ({ default: (await import("./finetuning/FinetuningPage")).FinetuningPage })),
};

const isChapter = (page: PageName): page is Chapter => page in pages;

export function ChapterPage() {
  const page = usePage();
  if (!isChapter(page)) return null;
  const Page = pages[page];
  return <Page />;
}
