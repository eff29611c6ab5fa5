import { memo } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";

/** Which language to write, for models that write several. */
export const Target = memo(function Target() {
  const { t, i18n } = useTranslation();
  const task = useApp((state) => state.model?.task);
  const given = useApp(({ scene }) => (scene.input?.kind === "text" ? scene.input.language : undefined));
  const setLanguage = useApp((state) => state.setLanguage);
  const codes = task?.kind === "sequenceToSequence" ? task.languages.map(({ code }) => code) : [];
  if (codes.length < 2) return null;
  const names = new Intl.DisplayNames([i18n.language], { type: "language" });
  return (
    <RadioGroup
      className="segments"
      value={given ?? codes[0] ?? ""}
      onChange={setLanguage}
      aria-label={t("input.target")}
      orientation="horizontal"
    >
      {codes.map((code) => (
        <Radio key={code} value={code} className="segment">
          {names.of(code) ?? code}
        </Radio>
      ))}
    </RadioGroup>
  );
});
