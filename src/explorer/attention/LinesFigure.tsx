/** A head as lines from the tokens that read to those that are read. */
import { useTranslation } from "../../i18n";
import { AttentionLines } from "../../views/AttentionLines";
import { useTheme } from "../theme";
import type { FigureProps } from "./shown";

export function LinesFigure({ shown, pattern, title }: FigureProps) {
  const { t } = useTranslation();
  const theme = useTheme();
  const { axes, query, key, choose } = shown;
  return (
    <>
      <AttentionLines
        weights={pattern}
        queryLabels={axes.queries.labels}
        keyLabels={axes.keys.labels}
        queryLanguage={axes.queries.language}
        keyLanguage={axes.keys.language}
        label={t("attention.lines", { title })}
        theme={theme}
        selected={{ query, key }}
        onSelect={choose}
      />
      <p className="legend soft small">{t("attention.figure.lines.help")}</p>
    </>
  );
}
