/** The chapters, in the menu "Learn". Fetched when it is first opened. */
import "../i18n/chapter";
import { useTranslation } from "../i18n";
import { chapters, linkOf, type PageName } from "../state/page";

interface Props {
  /** The one at hand. */
  readonly page: PageName;
  readonly onOpen: () => void;
}

export function ChapterLinks({ page, onOpen }: Props) {
  const { t } = useTranslation();
  return chapters.map((chapter) => (
    <a
      key={chapter}
      className="chapter-link"
      href={linkOf(chapter)}
      aria-current={page === chapter ? "page" : undefined}
      onClick={onOpen}
    >
      <b>{t(`chapter.${chapter}`)}</b>
      <span className="soft small">{t(`chapter.${chapter}.about`)}</span>
    </a>
  ));
}
