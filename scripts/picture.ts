/** `npm run picture`: the README's picture, of the built app with one head switched off. */
import { launch } from "./browser";
import { serve } from "./build/server";

const served = await serve({ folder: "dist", port: 0, host: "127.0.0.1" });
const browser = await launch("none");
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "en-US", colorScheme: "light" });
await page.goto(`${served.address}#text=the+red+car+is+fast&to=fr&head=decoder.1.crossAttention.0&cell=2.1&at=2`);
await page.locator(".translation").waitFor();
await page.evaluate(() => document.fonts.ready);
await page.screenshot({ path: "public/picture.png" });
await browser.close();
await served.close();
