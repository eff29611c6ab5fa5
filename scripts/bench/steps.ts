/** What a student waits for in the step view, measured on the built app in Chromium. */
import type { Browser, Page } from "playwright-core";
import { inLoads, opened, pace, watch } from "./opened";
import { quantile } from "./statistics";

const walked = 60; // steps
const hovered = 60; // cells

export interface StepFigures {
  /** From a step key to the step with all its matrices on the screen. */
  readonly stepToPaintP95Ms: number;
  /** From a pointer move onto a number to its arithmetic on the screen. */
  readonly hoverToArithmeticP95Ms: number;
}

async function steps(page: Page): Promise<number[]> {
  const waited: number[] = [];
  const sample = await watch(page, { event: "keydown", element: ".step", attribute: "data-step" });
  for (let count = 0; count < walked; count++) {
    await page.waitForTimeout(pace);
    await page.keyboard.press("ArrowRight");
    waited.push(await sample());
  }
  return waited;
}

async function hovers(page: Page): Promise<number[]> {
  const waited: number[] = [];
  const result = page.locator(".step-now .value.result .matrix-scroll");
  await result.scrollIntoViewIfNeeded();
  const box = await result.boundingBox();
  if (!box) throw new Error("The step shows no result.");
  const element = ".step-now .step-parts";
  const derived = () => page.locator(element).getAttribute("data-derived");
  const sample = await watch(page, { event: "pointermove", element, attribute: "data-derived" });
  for (let count = 0; count < hovered; count++) {
    // Cells along a diagonal of the middle of the matrix, to and fro.
    const across = 0.35 + 0.6 * ((count % 10) / 10);
    const down = 0.3 + 0.6 * (((count * 3) % 10) / 10);
    const before = await derived();
    await page.mouse.move(box.x + box.width * across, box.y + box.height * down);
    await page.waitForTimeout(pace);
    if ((await derived()) !== before) waited.push(await sample());
  }
  if (waited.length < hovered / 3) throw new Error(`Only ${waited.length} cells were hovered.`);
  return waited;
}

/** `model` is the link of a model; "" is the one that the page opens with. */
export async function measureSteps(browser: Browser, model: string): Promise<StepFigures> {
  const inSteps = <T>(measure: (page: Page) => Promise<T>) =>
    opened(browser, `${model}&view=step`, async (page) => {
      await page.locator(".step-now canvas").first().waitFor();
      return measure(page);
    });
  return {
    stepToPaintP95Ms: quantile(await inLoads(() => inSteps(steps)), 0.95),
    hoverToArithmeticP95Ms: quantile(await inSteps(hovers), 0.95),
  };
}
