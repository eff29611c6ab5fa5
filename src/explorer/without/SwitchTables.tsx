/** The switches of each stack as a table that mirrors the model. */
import { type SyntheticEvent, useCallback, useId, useMemo, useState } from "react";
import { useTranslation } from "../../i18n";
import { type Change, type HeadReplacement, hasChanges, placeOf } from "../../model/changes";
import type { ModelConfig } from "../../model/config";
import type { HeadId } from "../../model/names";
import type { Switch } from "../../model/switches";
import { useApp } from "../../state/useApp";
import { Block, OutsideRow } from "./SwitchRows";
import { type StackTable, switchTables } from "./table";

interface Props {
  readonly config: ModelConfig;
  /** What a head that is switched off gives. */
  readonly to: HeadReplacement;
}

export function SwitchTables({ config, to }: Props) {
  const { t } = useTranslation();
  const tables = useMemo(() => switchTables(config), [config]);
  const changes = useApp((state) => state.scene.changes);
  const toggle = useApp((state) => state.toggle);
  const flip = useCallback((one: Switch) => toggle(one.changes), [toggle]);
  const flipHead = useCallback((at: HeadId) => toggle([{ kind: "head", at, to }]), [toggle, to]);
  const [help, setHelp] = useState<string | null>(null);
  const read = (event: SyntheticEvent) => {
    const found = (event.target as Element).closest<HTMLElement>("[data-help]")?.dataset.help;
    if (found !== undefined) setHelp(found);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the switches inside are what is pointed at.
    <div onPointerOver={read} onFocus={read}>
      <p className="switch-help" aria-hidden={help !== null}>
        {help ?? t("without.table.hint")}
      </p>
      <div className="switch-tables">
        {tables.map((table) => (
          <Table key={table.stack} table={table} changes={changes} onFlip={flip} onFlipHead={flipHead} />
        ))}
      </div>
    </div>
  );
}

interface TableProps {
  readonly table: StackTable;
  readonly changes: readonly Change[];
  readonly onFlip: (one: Switch) => void;
  readonly onFlipHead: (at: HeadId) => void;
}

function Table({ table, changes, onFlip, onFlipHead }: TableProps) {
  const { t } = useTranslation();
  const id = useId();
  const { stack, start, blocks, end, columns, heads } = table;
  const [whole, ...others] = columns;
  /** The switches that are off, as text, so that rows that stay as they are need not be drawn again. */
  const offOf = (all: readonly (Switch | null)[]) =>
    all.map((one) => (one !== null && hasChanges(changes, one.changes) ? "0" : "1")).join("");
  const replaced = new Map(changes.flatMap((one) => (one.kind === "head" ? [[placeOf(one), one.to] as const] : [])));
  const markOf = (at: HeadId) => {
    const found = replaced.get(placeOf({ kind: "head", at, to: "zero" }));
    return found === undefined ? "1" : found === "zero" ? "0" : found === "mean" ? "m" : "t";
  };
  const outside = { stack, columns: columns.length + (heads > 0 ? 1 : 0), onFlip };
  return (
    <div className="switch-table">
      <table aria-labelledby={id}>
        <caption id={id}>{t("without.stack", { stack: t(`stack.${stack}`) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("without.block")}</th>
            <th scope="col">{t("without.sublayer")}</th>
            {whole ? <th scope="col">{t(`without.${whole}`)}</th> : null}
            {heads > 0 ? <th scope="col">{t("without.heads")}</th> : null}
            {others.map((column) => (
              <th key={column} scope="col">
                {t(`without.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {start.length > 0 ? <OutsideRow {...outside} place="start" switches={start} off={offOf(start)} /> : null}
        {blocks.map((block) => (
          <Block
            key={block.layer}
            stack={stack}
            block={block}
            columns={columns}
            hasHeads={heads > 0}
            off={offOf([
              block.whole,
              ...block.rows.flatMap(({ cells }) => columns.map((column) => cells[column] ?? null)),
            ])}
            marks={block.rows.flatMap((row) => row.heads.map(markOf)).join("")}
            onFlip={onFlip}
            onFlipHead={onFlipHead}
          />
        ))}
        {end.length > 0 ? <OutsideRow {...outside} place="end" switches={end} off={offOf(end)} /> : null}
      </table>
    </div>
  );
}
