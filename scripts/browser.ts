/** Finds a Chromium for the tests, the benchmark and the picture, and starts it. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

/** Which graphics the browser offers; both run on a software renderer, so that every machine can. */
export type Graphics = "none" | "webgl" | "webgpu";

/**
 * What the browser does beside the page, and would take time and processor from it: for every window it loads a hundred
 * scripts of the suggestions under the address bar. This list takes the place of Playwright's own, whose are the rest.
 */
const besides = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxFullPopup",
  "WebUIOmniboxAimPopup",
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
];

const always = [
  `--disable-features=${besides.join()}`,
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const webgl = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];
const flags: Record<Graphics, readonly string[]> = {
  none: ["--disable-gpu", "--disable-3d-apis"],
  webgl,
  webgpu: [...webgl, "--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"],
};

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const usualPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ...[process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, "Google", "Chrome", "Application", "chrome.exe")),
];

/** An installed browser's path, or null. */
function installed(): string | null {
  const { CHROME_PATH: chosen, PATH = "" } = process.env;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROME_PATH is "${chosen}", which does not exist.`);
    return chosen;
  }
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...usualPlaces, chromium.executablePath()].find((path) => path && existsSync(path)) ?? null;
}

/** The path of a browser: an installed one, else Playwright's own, fetched now. Throws with what to install. */
export function findBrowser(): string {
  const found = installed();
  if (found !== null) return found;
  console.error("No Chromium or Chrome is installed; fetching Playwright's own.");
  spawnSync("npx", ["playwright-core", "install", "chromium"], {
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  const fetched = chromium.executablePath();
  if (existsSync(fetched)) return fetched;
  throw new Error(
    "The browser tests need Chromium or Chrome, and Playwright's own could not be fetched. " +
      "Install one (Debian: apt-get install chromium) or set CHROME_PATH to one.",
  );
}

export function launch(graphics: Graphics): Promise<Browser> {
  return chromium.launch({ executablePath: findBrowser(), args: [...always, ...flags[graphics]] });
}
