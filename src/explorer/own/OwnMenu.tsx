/** Below the list of models: the way to bring one along, and what can be done with those that were. */
import { useContext, useState } from "react";
import { Button } from "react-aria-components";
import { megabytes } from "../../geometry/format";
import { useTranslation } from "../../i18n";
import { bytesOf, type ModelEntry } from "../../state/models";
import { deleteOwn, renameOwn } from "../../state/own/library";
import { AppContext, useApp } from "../../state/useApp";
import { TitleField } from "./TitleField";
import "../../i18n/panels";
import "./own.css";

export function OwnMenu({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const app = useContext(AppContext);
  const models = useApp((state) => state.models);
  const bring = useApp((state) => state.bring);
  const own = models.filter(({ blobs }) => blobs !== undefined);
  const [renaming, setRenaming] = useState<string | null>(null);
  const [removed, setRemoved] = useState<{ readonly entry: ModelEntry; readonly undo: () => Promise<void> } | null>(
    null,
  );
  /** Whose row has the focus when it comes back: what had it before is gone. */
  const [focused, setFocused] = useState<string | null>(null);
  if (!app) return null;
  const remove = async (entry: ModelEntry) => setRemoved({ entry, undo: await deleteOwn(app, entry) });
  return (
    <div className="own-menu">
      {own.length > 0 ? <h3 className="heading">{t("own.yours")}</h3> : null}
      <ul>
        {own.map((entry) => (
          <li key={entry.name} className="own-row">
            {renaming === entry.name ? (
              <Rename
                entry={entry}
                others={models.filter(({ name }) => name !== entry.name).flatMap(({ title }) => Object.values(title))}
                onName={(title) => {
                  setRenaming(null);
                  setFocused(entry.name);
                  if (title !== null) void renameOwn(app, entry, title);
                }}
              />
            ) : (
              <>
                <span className="own-title">
                  {entry.title.en} <span className="soft small">{megabytes(bytesOf(entry))}</span>
                  {entry.kept ? null : <span className="soft small"> · {t("own.thisVisit")}</span>}
                </span>
                <Button
                  className="tool"
                  autoFocus={focused === entry.name}
                  aria-label={t("own.renameOf", { title: entry.title.en })}
                  onPress={() => setRenaming(entry.name)}
                >
                  {t("own.rename")}
                </Button>
                <Button
                  className="tool"
                  aria-label={t("own.deleteOf", { title: entry.title.en })}
                  onPress={() => void remove(entry)}
                >
                  {t("own.delete")}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      <div role="status">
        {removed ? (
          <p className="own-row">
            <span className="own-title">{t("own.deleted", { title: removed.entry.title.en })}</span>
            <Button
              className="tool"
              autoFocus
              onPress={() => {
                setRemoved(null);
                setFocused(removed.entry.name);
                void removed.undo();
              }}
            >
              {t("own.undo")}
            </Button>
          </p>
        ) : null}
      </div>
      <Button
        className="tool"
        onPress={() => {
          close();
          bring([]);
        }}
      >
        {t("own.bring")}
      </Button>
    </div>
  );
}

interface RenameProps {
  readonly entry: ModelEntry;
  /** Titles that are taken. */
  readonly others: readonly string[];
  /** Called with the new title; null where it stays as it was. */
  readonly onName: (title: string | null) => void;
}

function Rename({ entry, others, onName }: RenameProps) {
  const { t } = useTranslation();
  const [title, setTitle] = useState(entry.title.en);
  const taken = others.includes(title.trim());
  return (
    <form
      className="own-ways"
      onSubmit={(event) => {
        event.preventDefault();
        if (!taken && title.trim() !== "") onName(title.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onName(null);
      }}
    >
      <TitleField
        label={t("own.name")}
        value={title}
        onChange={setTitle}
        taken={taken ? t("own.nameTaken") : null}
        autoFocus
      />
      <Button type="submit" className="tool" isDisabled={taken || title.trim() === ""}>
        {t("own.rename")}
      </Button>
    </form>
  );
}
