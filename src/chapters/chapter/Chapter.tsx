/** A chapter: its title, the list of its stages, and stage after stage. Knows nothing of what they teach. */
import "../../i18n/chapter";
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n";
import "./chapter.css";

export interface Stage {
  /** Unique on the page: its heading's id. */
  readonly id: string;
  readonly title: string;
  /** What it is about, in a few sentences. */
  readonly say: string;
  readonly body: ReactNode;
}

interface Props {
  readonly title: string;
  readonly intro: string;
  readonly children: ReactNode;
}

export function Chapter({ title, intro, children }: Props) {
  return (
    <main id="attention" className="chapter" tabIndex={-1}>
      <header>
        <h2 className="title">{title}</h2>
        <p className="say">{intro}</p>
      </header>
      {children}
    </main>
  );
}

export function Stages({ stages }: { readonly stages: readonly Stage[] }) {
  const { t } = useTranslation();
  return (
    <>
      <nav className="chapter-contents" aria-label={t("chapter.contents")}>
        <ol>
          {stages.map(({ id, title }, index) => (
            <li key={id}>
              {/* Not a link: the address behind "#" names the page. */}
              <button
                type="button"
                className="chip"
                onClick={() => {
                  const heading = document.getElementById(id);
                  heading?.scrollIntoView({ block: "start" });
                  heading?.focus({ preventScroll: true });
                }}
              >
                {index + 1} {title}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      {stages.map(({ id, title, say, body }, index) => (
        <section key={id} className="chapter-stage" aria-labelledby={id}>
          <h3 id={id} tabIndex={-1}>
            <span className="chapter-number">{index + 1}</span> {title}
          </h3>
          <p className="say">{say}</p>
          {body}
        </section>
      ))}
    </>
  );
}
