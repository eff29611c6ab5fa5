/** The ways to fine-tune, in words: which weights may move. */
import { useTranslation } from "../../../i18n";
import { Formula } from "../../../views/Formula";

const methods = ["full", "lower", "head", "lora"] as const;
const lora = [
  "W' = W + \\frac{\\alpha}{r}\\, A B",
  "A \\in \\mathbb{R}^{m \\times r}, \\quad B \\in \\mathbb{R}^{r \\times n}",
];

export function Methods() {
  const { t } = useTranslation();
  return (
    <div className="fine-methods">
      {methods.map((method) => (
        <article key={method} className="fine-card">
          <h4>{t(`fine.method.${method}`)}</h4>
          <p>{t(`fine.method.${method}.say`)}</p>
          {method === "lora" ? <Formula equations={lora} /> : null}
        </article>
      ))}
    </div>
  );
}
