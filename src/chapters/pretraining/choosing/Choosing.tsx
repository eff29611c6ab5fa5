/** Encoder, decoder, both, and a recurrent network, of one size: weights, what each place sees, how far apart places are. */
import { useId, useState } from "react";
import { useTranslation } from "../../../i18n";
import {
  type Family,
  families,
  longestPath,
  type Size,
  sequentialSteps,
  stepsBetween,
  weightsOf,
} from "../../../model/pretraining/families";
import { SightFigure } from "./SightFigure";

/** Tokens of the text at most that the pictures show one by one. */
const mostShown = 12;

export function Choosing() {
  const { t } = useTranslation();
  const [size, setSize] = useState<Size>({ layers: 4, width: 128, vocabulary: 2000, length: 8 });
  const slider = (key: "layers" | "width" | "length", min: number, max: number, step: number) => (
    <Slider
      label={t(`pre.size.${key}`, { value: size[key] })}
      {...{ min, max, step }}
      value={size[key]}
      onChange={(value) => setSize({ ...size, [key]: value })}
    />
  );
  return (
    <>
      <div className="pre-sliders">
        {slider("layers", 1, 12, 1)}
        {slider("width", 32, 512, 32)}
        {slider("length", 4, 64, 4)}
      </div>
      <div className="pre-families">
        {families.map((family) => (
          <FamilyCard key={family} family={family} size={size} />
        ))}
      </div>
      <p className="soft small">{t("pre.families.help")}</p>
    </>
  );
}

function FamilyCard({ family, size }: { readonly family: Family; readonly size: Size }) {
  const { t } = useTranslation();
  const shown = Math.min(size.length, mostShown);
  const figure = (label: string, of: Family) => (
    <SightFigure label={label} length={shown} steps={(from, to) => stepsBetween(of, from, to)} />
  );
  return (
    <article className="pre-family">
      <h4>{t(`pre.family.${family}`)}</h4>
      <p className="small">{t(`pre.family.${family}.say`)}</p>
      <div className="pre-sights">
        {family === "both" ? figure(t("pre.sight.read"), "encoder") : null}
        {figure(t(family === "both" ? "pre.sight.written" : "pre.sight"), family)}
      </div>
      <dl>
        <div>
          <dt>{t("pre.family.weights")}</dt>
          <dd>{weightsOf(family, size).toLocaleString("en")}</dd>
        </div>
        <div>
          <dt>{t("pre.family.path")}</dt>
          <dd>{longestPath(family, size.length)}</dd>
        </div>
        <div>
          <dt>{t("pre.family.sequential")}</dt>
          <dd>{sequentialSteps(family, size.length)}</dd>
        </div>
      </dl>
    </article>
  );
}

interface SliderProps {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Slider({ label, onChange, ...range }: SliderProps) {
  const id = useId();
  return (
    <div className="chapter-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="range" {...range} onChange={(event) => onChange(Number(event.target.value))} />
    </div>
  );
}
