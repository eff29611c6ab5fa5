import { launch } from "./browser";
import { serve } from "./build/server";
const browser = await launch("none");
const served = await serve({ folder: "dist", port: 0, host: "127.0.0.1" });
const shots: [string, string, number, number, "light" | "dark", string][] = JSON.parse(process.env.SHOTS!);
for (const [name, link, w, h, theme, lang] of shots) {
  const context = await browser.newContext({ viewport: { width: w, height: h }, colorScheme: theme, locale: lang, deviceScaleFactor: 1 });
  const page = await context.newPage();
  await page.goto(`${served.address}#${link}`);
  try { await page.locator(".explorer[data-run]:not([data-run=''])").waitFor({ timeout: 30000 }); } catch {}
  await page.waitForTimeout(2500);
  await page.screenshot({ path: `/tmp/shots/${name}.png`, fullPage: w < 500 });
  await context.close();
}
await browser.close(); await served.close(); process.exit(0);
