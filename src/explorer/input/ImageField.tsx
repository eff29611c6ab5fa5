import { Button, DialogTrigger } from "react-aria-components";
import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";
import { Panel } from "../../ui/Panel";
import { DrawingPad } from "../../views/DrawingPad";
import { PixelPicture } from "../../views/PixelPicture";

/** The picture that the model is given, and a pad to draw another; what comes out follows every stroke. */
export function ImageField() {
  const { t } = useTranslation();
  const input = useApp((state) => state.scene.input);
  const patch = useApp(({ model }) => (model?.config.architecture === "imageEncoder" ? model.config.patchSize : null));
  const setInput = useApp((state) => state.setInput);
  if (input?.kind !== "image") return null;
  return (
    <DialogTrigger>
      <Button className="image-field">
        <PixelPicture {...input} size={44} />
        {t("input.draw")} ▾
      </Button>
      <Panel label={t("input.draw")} placement="bottom start" wide>
        {() => (
          <DrawingPad
            pixels={input.pixels}
            onDraw={(pixels) => setInput({ ...input, pixels })}
            patch={patch}
            label={t("input.picture")}
          />
        )}
      </Panel>
    </DialogTrigger>
  );
}
