/** Every head of every layer, small; one is chosen, any is switched. Drawn once for each answer. */
import { type CSSProperties, memo, useMemo, useRef } from "react";
import type { AttentionMap, RunResult } from "../../engine/protocol";
import { useTranslation } from "../../i18n";
import type { Change } from "../../model/changes";
import type { AttentionId } from "../../model/names";
import { useApp } from "../../state/useApp";
import { HeadGrid, type HeadPlace } from "../../views/HeadGrid";
import { headName } from "../labels";
import { SaveMenu } from "../SaveMenu";
import { useTheme } from "../theme";

const kinds = [
  { stack: "encoder", part: "selfAttention", name: "part.encoderSelf", note: "part.encoderSelf.note" },
  { stack: "decoder", part: "selfAttention", name: "part.decoderSelf", note: "part.decoderSelf.note" },
  { stack: "decoder", part: "crossAttention", name: "part.cross", note: "part.cross.note" },
] as const;

/** Which attention, whatever the layer; every block has one, so that a row of the grid is a layer. */
type Kind = Pick<AttentionId, "stack" | "part">;

const isOf = (id: Kind, { stack, part }: Kind) => id.stack === stack && id.part === part;

export const HeadGroups = memo(function HeadGroups({ run }: { readonly run: RunResult }) {
  const { t } = useTranslation();
  const figure = useRef<HTMLDivElement>(null);
  const groups = useMemo(
    () =>
      kinds
        .map((kind) => ({ ...kind, maps: run.attention.filter((map) => isOf(map, kind)) }))
        .filter(({ maps }) => maps.length > 0),
    [run],
  );
  return (
    <section className="heads-panel" aria-labelledby="heads-title">
      <div className="heads-head">
        <h2 id="heads-title" className="heading">
          {t("heads.title")}
        </h2>
        <SaveMenu title={t("heads.title")} matrix={null} figure={figure} />
      </div>
      <p className="soft small">{t("heads.hint")}</p>
      <div ref={figure} className="groups">
        {groups.map((group) => (
          <Group key={group.name} {...group} />
        ))}
      </div>
    </section>
  );
});

type GroupProps = (typeof kinds)[number] & { readonly maps: readonly AttentionMap[] };

function Group({ stack, part, name, note, maps }: GroupProps) {
  const { t } = useTranslation();
  const theme = useTheme();
  const select = useApp((state) => state.select);
  const lookAt = useApp((state) => state.lookAt);
  const toggleHead = useApp((state) => state.toggleHead);
  const [layer, head] = [
    useApp(({ scene }) => (isOf(scene.selection, { stack, part }) ? scene.selection.layer : -1)),
    useApp(({ scene }) => scene.selection.head),
  ];
  // As text, for it is the same as long as nothing is switched here.
  const switched = useApp(({ scene }) => switchedIn(scene.changes, { stack, part }));
  const off = useMemo(() => switched.split(" ").flatMap(placeOf), [switched]);
  const rows = useMemo(
    () => maps.map((map) => ({ ...map, label: t("place.blockShort", { layer: map.layer + 1 }) })),
    [maps, t],
  );
  const title = t(name);
  const switches = useMemo(() => {
    const idOf = (place: HeadPlace) => ({ stack, part, layer: place.row, head: place.head });
    return {
      label: t("heads.switches", { name: title }),
      nameOf: (place: HeadPlace) => t("heads.switch", { head: headName(t, idOf(place)) }),
      onSwitch: (place: HeadPlace) => toggleHead(idOf(place)),
    };
  }, [t, stack, part, title, toggleHead]);
  return (
    <section
      className="group"
      style={{ "--heads": maps[0]?.heads ?? 0 } as CSSProperties}
      aria-label={t("heads.panel", { name: title })}
    >
      <h3>{title}</h3>
      <p className="soft small">{t(note)}</p>
      <HeadGrid
        rows={rows}
        label={title}
        theme={theme}
        selected={layer < 0 ? null : { row: layer, head }}
        onSelect={(place) => {
          select({ stack, part, layer: place.row, head: place.head, query: null, key: null });
          lookAt({ merge: null });
        }}
        off={off}
        switches={switches}
      />
    </section>
  );
}

/** The heads of one kind of attention that are replaced, as "layer.head layer.head". */
function switchedIn(changes: readonly Change[], kind: Kind): string {
  return changes
    .flatMap((change) => (change.kind === "head" && isOf(change.at, kind) ? [change.at] : []))
    .map(({ layer, head }) => `${layer}.${head}`)
    .join(" ");
}

function placeOf(text: string): HeadPlace[] {
  const [row, head] = text.split(".").map(Number);
  return row === undefined || head === undefined ? [] : [{ row, head }];
}
