/** The Attention tab, as it is used with the keyboard. */
import type { Locator, Page } from "playwright-core";

/** The thumbnails of one kind of attention, such as "Cross-attention". */
export const heads = (page: Page, kind: string) => page.getByRole("grid", { name: `${kind}: ` });

/** The chosen head, large. */
export const heatmap = (page: Page) => page.getByRole("grid", { name: "Attention weights of" });

/** The cell of a grid that the keyboard is on, in words. */
export async function currentCell(grid: Locator): Promise<string> {
  return (await grid.getByRole("gridcell").getAttribute("aria-label")) ?? "";
}

/** Every cell of a grid in words, row by row, as arrow keys lead from one to the next. */
export async function cellsOf(grid: Locator): Promise<readonly string[][]> {
  const [rows, columns] = [
    Number(await grid.getAttribute("aria-rowcount")),
    Number(await grid.getAttribute("aria-colcount")),
  ];
  await grid.press("Control+Home");
  const words: string[][] = [];
  for (let row = 0; row < rows; row++) {
    if (row > 0) await grid.press("ArrowDown");
    await grid.press("Home");
    const inRow = [await currentCell(grid)];
    for (let column = 1; column < columns; column++) {
      await grid.press("ArrowRight");
      inRow.push(await currentCell(grid));
    }
    words.push(inRow);
  }
  return words;
}

/** Block and head count from 1. */
export async function chooseHead(page: Page, kind: string, block: number, head: number): Promise<void> {
  const grid = heads(page, kind);
  await grid.press("Control+Home");
  for (let row = 1; row < block; row++) await grid.press("ArrowDown");
  for (let column = 1; column < head; column++) await grid.press("ArrowRight");
  await grid.press("Enter");
}
