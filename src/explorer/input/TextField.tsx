import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "../../i18n";
import type { About } from "../../model/about";
import { useApp } from "../../state/useApp";
import { inputLanguage } from "../labels";

/** Lines of a text that are shown at once. */
const mostLines = 3;

/** The text that the model is given. One line, but for models whose examples have more. */
export function TextField() {
  const { t } = useTranslation();
  const text = useApp(({ scene }) => (scene.input?.kind === "text" ? scene.input.text : ""));
  const language = useApp(({ model }) => inputLanguage(model));
  const lines = useApp(({ model }) => hasLines(model?.about ?? null));
  const writes = useApp(({ model }) => model?.task.kind === "nextToken");
  const digits = useApp(({ model }) => isNumeric(model?.about ?? null));
  const setText = useApp((state) => state.setText);
  const setGeneration = useApp((state) => state.setGeneration);
  const field = useRef<HTMLTextAreaElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || (lines && !event.ctrlKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (writes) setGeneration({ steps: null });
  };
  return (
    <span className="field-box">
      <textarea
        ref={field}
        lang={language}
        value={text}
        rows={lines ? Math.min(text.split("\n").length, mostLines) : 1}
        wrap="off"
        inputMode={digits ? "numeric" : "text"}
        aria-label={t("input.label")}
        placeholder={t(digits ? "input.placeholder.digits" : "input.placeholder")}
        onChange={(event) => setText(lines ? event.target.value : event.target.value.replace(/\s*\n\s*/g, " "))}
        onKeyDown={onKeyDown}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-describedby="input-problem"
      />
      {text === "" ? null : (
        <button
          type="button"
          className="clear"
          aria-label={t("input.clear")}
          onClick={() => {
            setText("");
            field.current?.focus();
          }}
        >
          ×
        </button>
      )}
    </span>
  );
}

function hasLines(about: About | null): boolean {
  return about?.examples.some((example) => typeof example === "string" && example.includes("\n")) ?? false;
}

/** Whether a model's examples are made of digits alone. */
function isNumeric(about: About | null): boolean {
  return about?.examples.every((example) => typeof example === "string" && /^[\d\s→]+$/.test(example)) ?? false;
}
