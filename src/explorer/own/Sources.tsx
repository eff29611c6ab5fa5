import { useState } from "react";
import { Button, FileTrigger } from "react-aria-components";
import { useTranslation } from "../../i18n";
import { type FoundFile, filesOfList } from "../../state/own/found";
import { Rich } from "../../ui/Rich";

interface Props {
  readonly onFiles: (found: readonly FoundFile[]) => void;
  readonly onAddress: (typed: string) => void;
}

/** The ways to bring a model: files, a folder, a name or an address; and what each family has to have. */
export function Sources({ onFiles, onAddress }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const select = (list: FileList | null) => {
    if (list && list.length > 0) onFiles(filesOfList(list));
  };
  return (
    <>
      <section>
        <h3 className="heading">{t("own.device")}</h3>
        <div className="own-ways">
          <FileTrigger acceptDirectory onSelect={select}>
            <Button className="tool">{t("own.folder")}</Button>
          </FileTrigger>
          <FileTrigger allowsMultiple onSelect={select}>
            <Button className="tool">{t("own.files")}</Button>
          </FileTrigger>
          <span className="soft small">{t("own.dropHint")}</span>
        </div>
      </section>
      <section>
        <h3 className="heading">{t("own.elsewhere")}</h3>
        <form
          className="own-ways"
          onSubmit={(event) => {
            event.preventDefault();
            onAddress(typed);
          }}
        >
          <label className="own-address">
            <span className="small">{t("own.address")}</span>
            <input
              type="text"
              className="own-input"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              placeholder="openai-community/gpt2"
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
            />
          </label>
          <button type="submit" className="tool" disabled={typed.trim() === ""}>
            {t("own.look")}
          </button>
        </form>
        <p className="soft small">{t("own.elsewhere.help")}</p>
      </section>
      <section>
        <h3 className="heading">{t("own.needs")}</h3>
        <ul className="own-needs small">
          <li>
            <Rich text={t("own.needs.files")} />
          </li>
          <li>
            <Rich text={t("own.needs.gpt2")} />
          </li>
          <li>
            <Rich text={t("own.needs.bert")} />
          </li>
          <li>
            <Rich text={t("own.needs.torch")} />
          </li>
        </ul>
      </section>
    </>
  );
}
