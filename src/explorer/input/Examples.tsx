import { memo } from "react";
import { Button, DialogTrigger } from "react-aria-components";
import { useTranslation } from "../../i18n";
import { inputOf } from "../../model/input";
import { useApp } from "../../state/useApp";
import { Panel } from "../../ui/Panel";
import { PixelPicture } from "../../views/PixelPicture";
import { inputLanguage } from "../labels";

/** A gallery of inputs that show what the model at hand can do. */
export const Examples = memo(function Examples() {
  const { t } = useTranslation();
  const examples = useApp(({ model }) => model?.examples);
  const language = useApp(({ model }) => inputLanguage(model));
  const setInput = useApp((state) => state.setInput);
  const setText = useApp((state) => state.setText);
  if (!examples || examples.length === 0) return null;
  return (
    <DialogTrigger>
      <Button className="tool">{t("input.examples")} ▾</Button>
      <Panel label={t("input.examples")} placement="bottom start" wide>
        {(close) => (
          <ul className="examples">
            {examples.map((example, index) => (
              <li key={index}>
                {typeof example === "string" ? (
                  <button
                    type="button"
                    className="example"
                    lang={language}
                    onClick={() => {
                      setText(example);
                      close();
                    }}
                  >
                    {example}
                  </button>
                ) : (
                  <button
                    type="button"
                    className="example picture"
                    onClick={() => {
                      setInput(inputOf(example));
                      close();
                    }}
                  >
                    <Picture example={example} />
                    {example.label}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </DialogTrigger>
  );
});

function Picture({ example }: { readonly example: Parameters<typeof inputOf>[0] }) {
  const input = inputOf(example);
  return input.kind === "image" ? <PixelPicture {...input} size={56} /> : null;
}
