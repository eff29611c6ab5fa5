import { type KeyboardEvent, useContext, useMemo, useRef } from "react";
import { useTranslation } from "../../i18n";
import { AppContext, useApp } from "../../state/useApp";
import { inputLanguage } from "../labels";
import { fieldOf, textOf, withoutEnding } from "./field";
import { retype } from "./retype";

/** Lines of a text that are shown at once. */
const mostLines = 3;

/** The text that the model is given. */
export function TextField() {
  const { t } = useTranslation();
  const app = useContext(AppContext);
  const whole = useApp(({ scene }) => (scene.input?.kind === "text" ? scene.input.text : ""));
  const about = useApp(({ model }) => model?.about ?? null);
  const language = useApp(({ model }) => inputLanguage(model));
  const writes = useApp(({ model }) => model?.task.kind === "nextToken");
  const setInput = useApp((state) => state.setInput);
  const setGeneration = useApp((state) => state.setGeneration);
  const element = useRef<HTMLTextAreaElement>(null);
  const field = useMemo(() => fieldOf(about), [about]);
  const typed = withoutEnding(whole, field.ending);
  const type = (value: string) => {
    const { scene, run } = app?.getState() ?? {};
    const input = scene?.input?.kind === "text" ? scene.input : ({ kind: "text", text: "" } as const);
    setInput(retype(input, textOf(value, field), run?.stacks[0]?.tokens ?? []));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || (field.lines && !event.ctrlKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (writes) setGeneration({ steps: null });
  };
  return (
    <span className="field-box">
      <textarea
        ref={element}
        lang={language}
        value={typed}
        rows={field.lines ? Math.min(typed.split("\n").length, mostLines) : 1}
        wrap="off"
        inputMode={field.digits ? "numeric" : "text"}
        aria-label={t("input.label")}
        placeholder={t(field.digits ? "input.placeholder.digits" : "input.placeholder")}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-describedby="input-problem"
      />
      {field.ending === "" ? null : (
        <span className="field-ending" aria-hidden="true">
          {field.ending}
        </span>
      )}
      {typed === "" ? null : (
        <button
          type="button"
          className="clear"
          aria-label={t("input.clear")}
          onClick={() => {
            type("");
            element.current?.focus();
          }}
        >
          ×
        </button>
      )}
    </span>
  );
}
