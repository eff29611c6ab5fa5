/** Where the held-out texts lie before any step and now, each in the plane in which they differ most. */
import { useMemo } from "react";
import { percent } from "../../../geometry/format";
import { nearestOwn } from "../../../geometry/nearestOwn";
import { pca } from "../../../geometry/pca";
import { useTranslation } from "../../../i18n";
import { stays } from "../../../model/tuning/plan";
import type { TuningVectors } from "../../../model/tuning/progress";
import type { TuningRun } from "../../../state/tuning/runs";
import { useTuning } from "../../../state/tuning/useTuning";
import { KindPlane } from "../../../views/KindPlane";
import { AskButton } from "./AskButton";
import { useAsked } from "./useAsked";

interface Props {
  readonly run: TuningRun;
  /** Of the classes, in English. */
  readonly labels: readonly string[];
}

export function Planes({ run, labels }: Props) {
  const { t } = useTranslation();
  const vectors = useTuning((state) => state.vectors);
  const { value, ready, ask } = useAsked<TuningVectors>();
  const { goal } = run.plan;
  const names = goal === "classes" ? labels : [t("tune.planes.new"), t("tune.planes.old")];
  return (
    <section className="tune-part" aria-labelledby="tune-planes">
      <h5 id="tune-planes">{t("tune.planes")}</h5>
      <p className="soft small">{t(`tune.planes.${goal}`)}</p>
      <div className="chapter-controls">
        <AskButton text={t("tune.planes.go")} ready={ready} ask={() => ask(vectors)} />
      </div>
      {value && stays(run.plan) ? <p className="soft small">{t("tune.planes.same")}</p> : null}
      {value ? (
        <div className="chapter-pair">
          {(["before", "after"] as const).map((when) => (
            <Plane key={when} title={t(`tune.${when}`)} vectors={value} of={value[when]} names={names} />
          ))}
        </div>
      ) : null}
    </section>
  );
}

interface PlaneProps {
  readonly title: string;
  readonly vectors: TuningVectors;
  /** [N, C] */
  readonly of: Float32Array;
  readonly names: readonly string[];
}

function Plane({ title, vectors: { width, kinds }, of, names }: PlaneProps) {
  const { t, i18n } = useTranslation();
  const { points, explained } = useMemo(() => pca(of, width), [of, width]);
  const own = useMemo(() => nearestOwn(of, width, kinds), [of, width, kinds]);
  return (
    <div>
      <p className="soft small">{title}</p>
      <KindPlane
        points={points}
        kinds={kinds}
        names={names}
        label={t("tune.planes.label", { when: title })}
        language={names.length > 2 ? "en" : i18n.language}
      />
      <p className="soft small">
        {t("tune.planes.explained", { first: percent(explained[0]), second: percent(explained[1]) })}{" "}
        {t("tune.planes.own", { own, all: kinds.length })}
      </p>
    </div>
  );
}
