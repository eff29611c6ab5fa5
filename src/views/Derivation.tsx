/**
 * Where one number comes from: its arithmetic with the real operands, each of which can be followed to where it comes from
 * in turn. Plain props; what the operations say of their cells is in model/operations/derivation.
 */
import "../i18n/panels";
import { decimal, full } from "../geometry/format";
import { useTranslation } from "../i18n";
import type {
  Copy,
  FunctionOf,
  MaskDerivation,
  Normalisation,
  SinusoidDerivation,
} from "../model/operations/derivation";
import { Figure, OperandButton, OperandName, Step, Steps } from "./DerivationParts";
import { Softmax, TermsDerivation } from "./DerivationTerms";
import { DerivationContext, type DerivationProps, useCells } from "./derivationContext";
import "./derivation.css";
import "./tones.css";

export type { DerivationProps } from "./derivationContext";

export function Derivation(props: DerivationProps) {
  const { t } = useTranslation();
  const { value, derivation, replaced } = props.cell;
  const { result } = derivation;
  return (
    <DerivationContext value={props}>
      <div className="derivation" role="group" aria-label={t("derivation.title")}>
        {/* Terms that are opened belong to one cell. */}
        <Body key={`${props.cell.name} ${props.cell.index.join()}`} />
        {replaced !== null ? (
          <p className="derivation-note">{t("derivation.replaced", { value: full(value), result: full(result) })}</p>
        ) : full(value) !== full(result) ? (
          <p className="derivation-note">{t("figure.rounded", { sum: full(result), result: full(value) })}</p>
        ) : null}
        <p className="derivation-note">{t("derivation.rounded")}</p>
      </div>
    </DerivationContext>
  );
}

function Body() {
  const { derivation } = useCells().cell;
  switch (derivation.kind) {
    case "terms":
      return <TermsDerivation {...derivation} />;
    case "softmax":
      return <Softmax {...derivation} />;
    case "normalisation":
      return <Norm {...derivation} />;
    case "copy":
      return <Copied {...derivation} />;
    case "function":
      return <Applied {...derivation} />;
    case "sinusoid":
      return <Sinusoid {...derivation} />;
    case "mask":
      return <Masked {...derivation} />;
  }
}

function Norm({ cell, row, mean, variance, epsilon, centred, normal, gain, bias, result }: Normalisation) {
  const { t } = useTranslation();
  return (
    <Steps>
      <Step words={t("derivation.cell")}>
        <OperandButton operand={cell} />
      </Step>
      <Step words={t("derivation.mean", { count: row.length })}>
        <Figure value={mean} />
      </Step>
      <Step words={t("derivation.variance")}>
        <Figure value={variance} />
      </Step>
      <Step words={t("derivation.centred")}>
        <Figure value={cell.value} /> − <Figure value={mean} after /> = <Figure value={centred} />
      </Step>
      <Step words={t("derivation.normal", { epsilon: String(epsilon) })}>
        <Figure value={centred} /> / <Figure value={Math.sqrt(variance + epsilon)} /> = <Figure value={normal} />
      </Step>
      <Step words={t("derivation.gain")}>
        <Figure value={normal} /> × <OperandButton operand={gain} /> = <Figure value={normal * gain.value} />
      </Step>
      <Step words={t("derivation.bias")}>
        <Figure value={normal * gain.value} /> + <OperandButton operand={bias} /> = <Figure value={result} />
      </Step>
    </Steps>
  );
}

function Copied({ from, chosenBy }: Copy) {
  const { t } = useTranslation();
  return (
    <>
      <p className="derivation-lead">
        {chosenBy ? t("derivation.copy.chosen", { row: chosenBy.value }) : t("derivation.copy")}
      </p>
      <p className="derivation-result">
        <OperandName operand={from} /> <OperandButton operand={from} />
      </p>
    </>
  );
}

/** What the functions are called in formulas. */
const functionNames: Readonly<Record<FunctionOf["function"], string>> = {
  relu: "ReLU",
  gelu: "GELU",
  geluTanh: "GELU",
  silu: "SiLU",
  tanh: "tanh",
};

function Applied({ function: of, argument, gate, result }: FunctionOf) {
  const { t } = useTranslation();
  return (
    <>
      <p className="derivation-lead">{t("derivation.function", { function: functionNames[of] })}</p>
      {gate === null ? (
        <p className="derivation-result">
          {functionNames[of]}(<OperandButton operand={argument} />) = <Figure value={result} />
        </p>
      ) : (
        <Steps>
          <Step words={t("derivation.cell")}>
            <OperandButton operand={argument} />
          </Step>
          <Step words={t("derivation.gate")}>
            <Figure value={gate} />
          </Step>
          <Step words={t("derivation.passes")}>
            <Figure value={argument.value} /> × <Figure value={gate} /> = <Figure value={result} />
          </Step>
        </Steps>
      )}
    </>
  );
}

function Sinusoid({ function: wave, position, pair, width, angle, result }: SinusoidDerivation) {
  const { t } = useTranslation();
  return (
    <>
      <p className="derivation-lead">{t("derivation.sinusoid")}</p>
      <Steps>
        <Step words={t("derivation.sinusoid.position")}>{position}</Step>
        <Step words={t("derivation.sinusoid.divisor", { pair, width })}>
          {position} / <Figure value={10_000 ** (pair / width)} /> = <Figure value={angle} />
        </Step>
        <Step words={t("derivation.sinusoid.wave", { wave })}>
          {wave}({decimal(angle)}) = <Figure value={result} />
        </Step>
      </Steps>
    </>
  );
}

function Masked({ score, future, padding, result }: MaskDerivation) {
  const { t } = useTranslation();
  const lowered = <span className="figure">−10⁹</span>;
  return (
    <>
      <p className="derivation-lead">{t(future || padding ? "derivation.mask.hidden" : "derivation.mask.allowed")}</p>
      <Steps>
        <Step words={<OperandName operand={score} />}>
          <OperandButton operand={score} />
        </Step>
        {future ? <Step words={t("derivation.mask.future")}>{lowered}</Step> : null}
        {padding ? <Step words={t("derivation.mask.padding")}>{lowered}</Step> : null}
        <Step words={t("derivation.sum")}>
          <Figure value={result} />
        </Step>
      </Steps>
    </>
  );
}
