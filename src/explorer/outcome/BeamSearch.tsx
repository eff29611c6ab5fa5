import { lazy, Suspense, useState } from "react";
import { Button, DialogTrigger } from "react-aria-components";
import type { WrittenOutcome } from "../../engine/protocol";
import { full, percent } from "../../geometry/format";
import { useTranslation } from "../../i18n";
import { pathTo } from "../../model/sampling/beam";
import { useApp } from "../../state/useApp";
import { Sheet } from "../../ui/Sheet";

const BeamTree = lazy(async () => ({ default: (await import("../../views/BeamTree")).BeamTree }));

interface Props {
  readonly beam: NonNullable<Extract<WrittenOutcome, { readonly kind: "sequence" }>["beam"]>;
  /** BCP 47 of the tokens. */
  readonly language: string;
  /** What stands between two tokens. */
  readonly separator: string;
}

/** The outputs that beam search weighed to the end, likeliest first, and the tree of all that it looked at. */
export function BeamSearch({ beam: { tree, tokens }, language, separator }: Props) {
  const { t } = useTranslation();
  const task = useApp(({ model }) => model?.task);
  const { nodes, best } = tree;
  const end = task?.kind === "sequenceToSequence" ? task.endToken : null;
  // Without the tokens that start and end an output.
  const textOf = (index: number) =>
    pathTo(nodes, index)
      .slice(1)
      .flatMap((id) => (id === end ? [] : [tokens[id] ?? ""]))
      .join(separator);
  const whole = nodes
    .filter(({ fate, index }) => fate === "ended" || index === best)
    .toSorted((a, b) => b.total - a.total);
  return (
    <section>
      <h2 className="heading">{t("beam.title")}</h2>
      <ol className="beams" lang={language}>
        {whole.map(({ index, total }) => (
          <li key={index} className={index === best ? "chosen" : undefined}>
            <span>{textOf(index)}</span>
            <span className="number" title={full(Math.exp(total))}>
              {percent(Math.exp(total))}
            </span>
          </li>
        ))}
      </ol>
      <DialogTrigger>
        <Button className="tool">{t("beam.show", { count: nodes.length })}</Button>
        <Sheet title={t("beam.tree")} close={t("app.close")}>
          <p className="say">{t("beam.help")}</p>
          <Tree
            nodes={nodes.map((node) => ({ ...node, text: tokens[node.token] ?? "" }))}
            best={best}
            language={language}
          />
        </Sheet>
      </DialogTrigger>
    </section>
  );
}

interface TreeProps {
  readonly nodes: readonly (Props["beam"]["tree"]["nodes"][number] & { readonly text: string })[];
  readonly best: number;
  readonly language: string;
}

function Tree({ nodes, best, language }: TreeProps) {
  const { t } = useTranslation();
  const [selected, select] = useState(best);
  return (
    <Suspense fallback={<div className="skeleton" aria-hidden="true" />}>
      <BeamTree nodes={nodes} language={language} label={t("beam.tree")} selected={selected} onSelect={select} />
    </Suspense>
  );
}
