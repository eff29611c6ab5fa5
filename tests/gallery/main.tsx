/**
 * Draws every figure, or with `#figure=<file>,<file>` some of them; `theme=dark` and `language=zh-Hans` in the hash do what they say.
 */
import { createRoot } from "react-dom/client";
import { setLanguage, startI18n } from "../../src/i18n";
import type { Figure } from "./figure";
import "../../src/app/style.css";
import "./gallery.css";

const files = import.meta.glob<{ readonly figure: Figure }>("./figures/*.tsx", { eager: true });
const figures = Object.entries(files).map(([path, { figure }]) => ({ name: path.slice(10, -4), ...figure }));

async function draw(): Promise<void> {
  const hash = new URLSearchParams(location.hash.slice(1));
  const theme = hash.get("theme") === "dark" ? "dark" : "light";
  const locale = hash.get("language") === "zh-Hans" ? "zh-Hans" : "en";
  const wanted = hash.get("figure")?.split(",");
  await setLanguage(locale);
  document.documentElement.lang = locale;
  document.documentElement.dataset.theme = theme;
  root.render(
    <main className="gallery">
      <h1 className="title">Gallery of figures</h1>
      {figures
        .filter(({ name }) => wanted === undefined || wanted.includes(name))
        .map(({ name, title, Draw }) => (
          <section key={`${name} ${locale}`} id={name} className="gallery-figure" aria-label={title}>
            <h2 className="heading plain">
              <a href={`#figure=${name}&theme=${theme}&language=${locale}`}>{title}</a>
            </h2>
            <Draw theme={theme} />
          </section>
        ))}
    </main>,
  );
}

startI18n();
const element = document.getElementById("root");
if (!element) throw new Error("index.html has no element with the id root.");
const root = createRoot(element);
addEventListener("hashchange", () => void draw());
void draw();
