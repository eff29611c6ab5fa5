import { memo, useCallback, useMemo } from "react";
import { Switch } from "react-aria-components";
import type { AttentionMap, RunResult } from "../engine/protocol";
import { useTranslation } from "../i18n";
import { hasChanges } from "../model/changes";
import { type AttentionId, attentionPath, sameHead } from "../model/names";
import { useApp } from "../state/useApp";
import { useRoving } from "../ui/useRoving";
import { PatternThumbnail } from "../views/PatternThumbnail";
import { headName } from "./labels";
import { useTheme } from "./theme";

const groups = [
  { stack: "encoder", part: "selfAttention", name: "part.encoderSelf", note: "part.encoderSelf.note" },
  { stack: "decoder", part: "selfAttention", name: "part.decoderSelf", note: "part.decoderSelf.note" },
  { stack: "decoder", part: "crossAttention", name: "part.cross", note: "part.cross.note" },
] as const;

/** Every head of every layer, small; one is chosen, any is switched. */
export function HeadsPanel({ run }: { readonly run: RunResult }) {
  const { t } = useTranslation();
  return (
    <section className="heads-panel" aria-labelledby="heads-title">
      <h2 id="heads-title" className="heading">
        {t("heads.title")}
      </h2>
      <p className="soft small">{t("heads.hint")}</p>
      <div className="groups">
        {groups
          .map((group) => ({
            ...group,
            maps: run.attention.filter(({ stack, part }) => stack === group.stack && part === group.part),
          }))
          .filter(({ maps }) => maps.length > 0)
          .map((group) => (
            <Group key={group.name} {...group} />
          ))}
      </div>
    </section>
  );
}

function Group({ maps, name, note }: (typeof groups)[number] & { readonly maps: readonly AttentionMap[] }) {
  const { t } = useTranslation();
  const selection = useApp((state) => state.scene.selection);
  const heads = maps[0]?.heads ?? 0;
  const chosen = maps.findIndex((map) => attentionPath(map) === attentionPath(selection));
  const item = useRoving(maps.length * heads, heads, { initial: chosen < 0 ? 0 : chosen * heads + selection.head });
  return (
    <section className="group" aria-label={t("heads.panel", { name: t(name) })}>
      <h3>{t(name)}</h3>
      <p className="soft small">{t(note)}</p>
      {maps.map((map, row) => (
        <div key={map.layer} className="head-row">
          <span className="soft small row-label">{t("place.blockShort", { layer: map.layer + 1 })}</span>
          {Array.from({ length: heads }, (_, head) => (
            <Head key={head} map={map} head={head} item={item(row * heads + head)} />
          ))}
        </div>
      ))}
    </section>
  );
}

interface HeadProps {
  readonly map: AttentionMap;
  readonly head: number;
  readonly item: ReturnType<ReturnType<typeof useRoving>>;
}

function Head({ map, head, item }: HeadProps) {
  const { t } = useTranslation();
  const theme = useTheme();
  const id = { stack: map.stack, layer: map.layer, part: map.part, head } as const;
  const isOff = useApp((state) => hasChanges(state.scene.changes, [{ kind: "head", at: id, to: "zero" }]));
  const chosen = useApp((state) => sameHead(state.scene.selection, id));
  const select = useApp((state) => state.select);
  const toggleHead = useApp((state) => state.toggleHead);
  const { stack, layer, part } = map;
  const [label, switchLabel] = useMemo(() => {
    const named = headName(t, { stack, layer, part, head });
    return [named, t("heads.switch", { head: named })];
  }, [t, stack, layer, part, head]);
  const flip = useCallback(() => toggleHead({ stack, layer, part, head }), [toggleHead, stack, layer, part, head]);
  const choose = (where: AttentionId & { readonly head: number }) => {
    select({ ...where, query: null, key: null });
  };
  return (
    <div className={`head${isOff ? " off" : ""}`}>
      <button
        type="button"
        {...item}
        className="head-button"
        aria-pressed={chosen}
        aria-label={label}
        title={t("place.headShort", { head: head + 1 })}
        onClick={() => choose(id)}
      >
        <Thumbnail map={map} head={head} theme={theme} />
      </button>
      <HeadSwitch label={switchLabel} on={!isOff} onFlip={flip} />
    </div>
  );
}

/** Rendered again only when it is switched: a new answer leaves it alone. */
const HeadSwitch = memo(function HeadSwitch({
  label,
  on,
  onFlip,
}: {
  readonly label: string;
  readonly on: boolean;
  readonly onFlip: () => void;
}) {
  return (
    <Switch className="switch" aria-label={label} isSelected={on} onChange={onFlip}>
      <span className="knob" aria-hidden="true" />
    </Switch>
  );
});

/** Drawn again only when the run or the theme changes, not with every selection. */
const Thumbnail = memo(function Thumbnail({
  map,
  head,
  theme,
}: {
  readonly map: AttentionMap;
  readonly head: number;
  readonly theme: "light" | "dark";
}) {
  return <PatternThumbnail pattern={patternOf(map, head)} queries={map.queries} keys={map.keys} theme={theme} />;
});

/** One head's rows of a map, [queries, keys]. */
export function patternOf({ pattern, queries, keys }: AttentionMap, head: number): Float32Array {
  return pattern.subarray(head * queries * keys, (head + 1) * queries * keys);
}
