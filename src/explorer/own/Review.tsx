import { useState } from "react";
import { Button } from "react-aria-components";
import { megabytes, parameterCount } from "../../geometry/format";
import { type Translate, useTranslation } from "../../i18n";
import type { App } from "../../state/store";
import { ProblemText } from "../ProblemText";
import { TitleField } from "./TitleField";
import { type Bringing, type Reviewed, titlesOf } from "./useBringing";

interface Props {
  readonly app: App;
  readonly reviewed: Reviewed;
  readonly onOpen: Bringing["open"];
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** What was found and what is missing, with sizes, before anything large is read. */
export function Review({ app, reviewed, onOpen, onBack, onDone }: Props) {
  const { t, i18n } = useTranslation();
  const { files, missing, unreadable, summary, problem } = reviewed.inspection;
  const [title, setTitle] = useState(reviewed.title);
  const taken = titlesOf(app).includes(title.trim());
  const blocked = missing.length > 0 || problem !== null || summary === null;
  const total = files.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
  return (
    <form
      className="own-review"
      onSubmit={(event) => {
        event.preventDefault();
        if (!blocked && !taken && title.trim() !== "") onOpen(reviewed, title.trim(), onDone);
      }}
    >
      {summary ? (
        <p>
          <b>{t(`architecture.${summary.architecture}`)}</b> ·{" "}
          {t("own.parameters", { count: parameterCount(summary.parameters, i18n.language) })} · {megabytes(total)}
        </p>
      ) : null}
      <table className="own-files">
        <caption className="hidden">{t("own.filesFound")}</caption>
        <tbody>
          {files.map(({ name, bytes }) => (
            <tr key={name}>
              <th scope="row">✓ {name}</th>
              <td>{bytes === null ? t("own.sizeUnknown") : size(bytes)}</td>
            </tr>
          ))}
          {missing.map((name) => (
            <tr key={name} className="own-missing">
              <th scope="row">✗ {name}</th>
              <td>{t("own.missing")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div role="alert" className="own-alert">
        {missing.length > 0 ? <p className="problem">{missingText(t, missing, unreadable)}</p> : null}
        {problem ? (
          <p className="problem">
            <ProblemText problem={problem} />
          </p>
        ) : null}
      </div>
      {blocked ? null : (
        <TitleField label={t("own.name")} value={title} onChange={setTitle} taken={taken ? t("own.nameTaken") : null} />
      )}
      <div className="own-ways">
        {blocked ? null : (
          <Button type="submit" className="tool main" autoFocus isDisabled={taken || title.trim() === ""}>
            {t("own.open")}
          </Button>
        )}
        <Button className="tool" onPress={onBack} autoFocus={blocked}>
          {t("own.back")}
        </Button>
      </div>
    </form>
  );
}

function missingText(t: Translate, missing: readonly string[], unreadable: string | null): string {
  const said = t("own.missingFiles", { files: missing.join(", ") });
  const tokenizer = missing.includes("tokenizer.json") ? ` ${t("own.missingTokenizer")}` : "";
  return said + tokenizer + (unreadable === null ? "" : ` ${t("fault.format", { file: unreadable })}`);
}

/** Small files are worth a finer figure: 26 → "26 B", 2665 → "2.7 kB". */
function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 100_000 ? `${(bytes / 1000).toFixed(1)} kB` : megabytes(bytes);
}
