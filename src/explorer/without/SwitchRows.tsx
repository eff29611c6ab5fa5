/** Rows of the table of switches; drawn again only when one of their own is switched. */
import { memo } from "react";
import { type Translate, useTranslation } from "../../i18n";
import type { HeadId, Part, Stack } from "../../model/names";
import type { Switch } from "../../model/switches";
import { headName, partTitle } from "../labels";
import type { BlockRows, Column } from "./table";
import "../../ui/knob.css";

interface BlockProps {
  readonly stack: Stack;
  readonly block: BlockRows;
  readonly columns: readonly Column[];
  readonly hasHeads: boolean;
  /** For the block and then each cell of each row: "1" is on, "0" off. */
  readonly off: string;
  /** For each head of each row: "1" is on, "0" zero, "m" its mean, "t" its value on another text. */
  readonly marks: string;
  readonly onFlip: (one: Switch) => void;
  readonly onFlipHead: (at: HeadId) => void;
}

export const Block = memo(function Block(props: BlockProps) {
  const { stack, block, columns, hasHeads, off, marks, onFlip, onFlipHead } = props;
  const { t } = useTranslation();
  const blockName = t("place.block", { stack: t(`stack.${stack}`), layer: block.layer + 1 });
  let heads = 0;
  return (
    <tbody>
      {block.rows.map((row, index) => {
        const where = `${blockName}, ${partTitle(t, row.part)}`;
        const first = 1 + index * columns.length;
        const cell = (column: Column) => {
          const one = row.cells[column];
          const on = off[first + columns.indexOf(column)] === "1";
          return (
            <td key={column}>
              {one ? <Knob one={one} on={on} where={where} onFlip={onFlip} part={row.part} /> : null}
            </td>
          );
        };
        const from = heads;
        heads += row.heads.length;
        const [whole, ...others] = columns;
        return (
          <tr key={row.part}>
            {index === 0 ? (
              <th scope="rowgroup" rowSpan={block.rows.length} className="switch-block">
                <span aria-hidden="true">{block.layer + 1}</span>
                <span className="hidden">{blockName}</span>
                {block.whole ? (
                  <Knob one={block.whole} on={off[0] === "1"} where={blockName} onFlip={onFlip} part={null} />
                ) : null}
              </th>
            ) : null}
            <th scope="row">{partTitle(t, row.part)}</th>
            {whole ? cell(whole) : null}
            {hasHeads ? (
              <td>
                <span className="switch-heads" style={{ minWidth: Math.min(row.heads.length, 6) * 29 }}>
                  {row.heads.map((at, head) => (
                    <HeadButton key={at.head} at={at} mark={marks[from + head] ?? "1"} onFlip={onFlipHead} />
                  ))}
                </span>
              </td>
            ) : null}
            {others.map(cell)}
          </tr>
        );
      })}
    </tbody>
  );
});

interface OutsideProps {
  readonly stack: Stack;
  readonly place: "start" | "end";
  readonly switches: readonly Switch[];
  /** How many columns there are after the first two. */
  readonly columns: number;
  readonly off: string;
  readonly onFlip: (one: Switch) => void;
}

/** What stands before the first block or after the last. */
export const OutsideRow = memo(function OutsideRow({ stack, place, switches, columns, off, onFlip }: OutsideProps) {
  const { t } = useTranslation();
  const where = `${t(`stack.${stack}`)}, ${t(`without.row.${place}`)}`;
  return (
    <tbody>
      <tr>
        <th scope="row" colSpan={2}>
          {t(`without.row.${place}`)}
        </th>
        <td colSpan={columns}>
          <span className="switch-heads">
            {switches.map((one, index) => (
              <span key={one.id} className="switch-named">
                <Knob one={one} on={off[index] === "1"} where={where} onFlip={onFlip} part={null} />
                <span aria-hidden="true">{t(`switch.${one.kind}`)}</span>
              </span>
            ))}
          </span>
        </td>
      </tr>
    </tbody>
  );
});

interface KnobProps {
  readonly one: Switch;
  readonly on: boolean;
  readonly where: string;
  readonly part: Part | null;
  readonly onFlip: (one: Switch) => void;
}

function Knob({ one, on, where, part, onFlip }: KnobProps) {
  const { t } = useTranslation();
  const help = helpOf(t, one, part);
  return (
    <button
      type="button"
      role="switch"
      className="knob"
      aria-checked={on}
      aria-label={t("without.name", { where, what: t(`switch.${one.kind}`) })}
      aria-description={help}
      data-help={help}
      onClick={() => onFlip(one)}
    />
  );
}

function HeadButton({
  at,
  mark,
  onFlip,
}: {
  readonly at: HeadId;
  readonly mark: string;
  readonly onFlip: (at: HeadId) => void;
}) {
  const { t } = useTranslation();
  const help = t("without.help.head");
  const name = headName(t, at);
  return (
    <button
      type="button"
      role="switch"
      className="head-pick"
      data-mark={mark}
      aria-checked={mark === "1"}
      aria-label={name}
      aria-description={help}
      data-help={help}
      onClick={() => onFlip(at)}
    >
      {at.head + 1}
    </button>
  );
}

function helpOf(t: Translate, { kind }: Switch, part: Part | null): string {
  if (kind !== "attention") return t(`without.help.${kind}`);
  return t(
    part === "crossAttention" ? "without.help.attention.crossAttention" : "without.help.attention.selfAttention",
  );
}
