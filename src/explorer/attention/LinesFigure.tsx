/** A head as lines from the tokens that read to those that are read. */
import { useRef } from "react";
import { useTranslation } from "../../i18n";
import { AttentionLines } from "../../views/AttentionLines";
import { SaveMenu } from "../SaveMenu";
import { useTheme } from "../theme";
import type { FigureProps } from "./shown";

export function LinesFigure({ shown, pattern, title }: FigureProps) {
  const { t } = useTranslation();
  const theme = useTheme();
  const figure = useRef<HTMLDivElement>(null);
  const { axes, query, key, choose } = shown;
  return (
    <>
      <div ref={figure}>
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
      </div>
      <p className="legend soft small">{t("attention.figure.lines.help")}</p>
      <SaveMenu
        title={t("attention.lines", { title })}
        matrix={() => ({ data: pattern, rowLabels: axes.queries.labels, columnLabels: axes.keys.labels })}
        figure={figure}
      />
    </>
  );
}
