/** Open from the start: it is put on the page when it is wanted. Saves what a figure shows: its numbers as JSON and CSV, its picture as SVG and PNG, whichever there are. */
import { type RefObject, useState } from "react";
import { Button, DialogTrigger } from "react-aria-components";
import { fileName, type LabelledMatrix, matrixCsv, matrixJson } from "../geometry/export";
import { useTranslation } from "../i18n";
import { download, figurePng, figureSvg, svgPng, svgText } from "./export";
import { Panel } from "./Panel";

interface Props {
  /** What is saved; the files are named after it. */
  readonly title: string;
  /** The numbers; null where the figure has no table of them. */
  readonly matrix: (() => LabelledMatrix) | null;
  /** The element that the figure's SVG or canvases are in; null for numbers alone. */
  readonly figure: RefObject<HTMLElement | null> | null;
}

export function ExportMenu({ title, matrix, figure }: Props) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);
  const svg = () => figure?.current?.querySelector("svg") ?? null;
  const saveText = (extension: string, type: string, text: string | null) => {
    setFailed(text === null);
    if (text !== null) download(fileName(title, extension), new Blob([text], { type }));
  };
  const saveSvg = () => {
    const drawing = svg();
    const text = drawing ? svgText(drawing) : figure?.current ? figureSvg(figure.current) : null;
    saveText("svg", "image/svg+xml", text);
  };
  const savePng = async () => {
    const drawing = svg();
    const picture = drawing ? svgPng(drawing) : figure?.current ? figurePng(figure.current) : null;
    const blob = await picture?.catch(() => null);
    setFailed(!blob);
    if (blob) download(fileName(title, "png"), blob);
  };
  return (
    <DialogTrigger defaultOpen>
      <Button className="tool save" aria-label={t("figure.export.of", { title })}>
        {t("figure.export")}
      </Button>
      <Panel label={t("figure.export.of", { title })} placement="bottom end">
        {(close) => (
          <>
            {matrix ? (
              <>
                <Button className="tool" onPress={() => saveText("json", "application/json", matrixJson(matrix()))}>
                  {t("figure.export.json")}
                </Button>
                <Button className="tool" onPress={() => saveText("csv", "text/csv;charset=utf-8", matrixCsv(matrix()))}>
                  {t("figure.export.csv")}
                </Button>
              </>
            ) : null}
            {figure ? (
              <>
                <Button className="tool" onPress={saveSvg}>
                  {t("figure.export.svg")}
                </Button>
                <Button className="tool" onPress={() => void savePng()}>
                  {t("figure.export.png")}
                </Button>
              </>
            ) : null}
            <p role="alert" className="problem">
              {failed ? t("figure.export.failed") : ""}
            </p>
            <Button className="tool" onPress={close}>
              {t("app.close")}
            </Button>
          </>
        )}
      </Panel>
    </DialogTrigger>
  );
}
