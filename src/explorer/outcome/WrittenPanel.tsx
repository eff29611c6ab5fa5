import type { WrittenOutcome } from "../../engine/protocol";
import type { Effect } from "../../model/effects";
import { useApp } from "../../state/useApp";
import { inputLanguage, separatorOf } from "../labels";
import { BeamSearch } from "./BeamSearch";
import { CacheLine } from "./CacheLine";
import { Choosing } from "./Choosing";
import { EffectLines } from "./EffectLines";
import { NextToken } from "./NextToken";
import { TokenByToken } from "./TokenByToken";
import { WrittenText } from "./WrittenText";
import type { WrittenProps } from "./writtenProps";

interface Props extends Pick<WrittenProps, "now" | "before"> {
  readonly effect: Effect | null;
}

/** What a model writes: the text, what could come next, how that is chosen, and token by token. */
export function WrittenPanel({ now, before, effect }: Props) {
  const typed = useApp(({ model }) => inputLanguage(model));
  // While tokens are written one by one; else nobody asks, and every key would pay for the answer.
  const stepping = useApp(({ scene }) => (scene.generation.steps ?? 0) > 0);
  const language = now.kind === "sequence" ? now.language : typed;
  const best = ({ positions }: WrittenOutcome, position: number) => positions[position]?.candidates[0]?.text ?? "";
  const separator = useApp(({ model, run }) => (run ? separatorOf(model?.task, run) : ""));
  const texts = { now, before, language, separator };
  return (
    <>
      <WrittenText {...texts} />
      {effect && before ? (
        <EffectLines
          effect={effect}
          changed={effect.rows
            .filter((row) => row.before !== row.after)
            .map(({ position }) => ({ position, from: best(before, position), to: best(now, position) }))}
          language={language}
        />
      ) : null}
      <NextToken {...texts} effect={effect} />
      <Choosing />
      {now.kind === "sequence" && now.beam ? (
        <BeamSearch beam={now.beam} language={language} separator={separator} />
      ) : null}
      <TokenByToken now={now} language={language} />
      {stepping ? <CacheLine tokens={now.positions.length} /> : null}
    </>
  );
}
