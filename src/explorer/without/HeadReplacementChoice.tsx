/** What a head that is switched off gives instead; heads that are replaced already follow the other text. */
import { useState } from "react";
import { useTranslation } from "../../i18n";
import type { HeadReplacement } from "../../model/changes";
import { useApp } from "../../state/useApp";
import { Segments } from "../../ui/Segments";

const kinds = ["zero", "mean", "text"] as const;

interface Props {
  readonly to: HeadReplacement;
  readonly onChange: (to: HeadReplacement) => void;
  /** A model of images has no other text. */
  readonly readsText: boolean;
}

export function HeadReplacementChoice({ to, onChange, readsText }: Props) {
  const { t } = useTranslation();
  const examples = useApp((state) => state.model?.examples);
  const changes = useApp((state) => state.scene.changes);
  const change = useApp((state) => state.change);
  const [text, setText] = useState(() => examples?.findLast((example) => typeof example === "string") ?? "");
  const kind = typeof to === "string" ? to : "text";
  const commit = () => {
    if (typeof to === "string" || to.text === text) return;
    onChange({ text });
    const patched = changes.filter((one) => one.kind === "head" && typeof one.to !== "string");
    if (patched.length > 0) change(patched.map((one) => (one.kind === "head" ? { ...one, to: { text } } : one)));
  };
  return (
    <div className="replacement">
      <Segments
        label={t("without.to")}
        value={kind}
        onChange={(chosen) => onChange(chosen === "text" ? { text } : chosen)}
        options={kinds
          .filter((one) => one !== "text" || readsText)
          .map((value) => ({ value, text: t(`without.to.${value}`), help: t(`without.to.${value}.help`) }))}
      />
      {kind === "text" ? (
        <label className="other-text">
          <span className="choice-label">{t("without.text")}</span>
          <input
            type="text"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onBlur={commit}
            onKeyDown={(event) => event.key === "Enter" && commit()}
          />
        </label>
      ) : null}
      <p className="soft small">{t(`without.to.${kind}.help`)}</p>
    </div>
  );
}
