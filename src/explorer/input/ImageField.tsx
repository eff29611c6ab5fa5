import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";
import { PixelPicture } from "../../views/PixelPicture";

/** The picture that the model is given. */
export function ImageField() {
  const { t } = useTranslation();
  const input = useApp((state) => state.scene.input);
  return (
    <span className="image-field">
      <span className="hidden">{t("input.picture")}</span>
      {input?.kind === "image" ? <PixelPicture {...input} size={48} /> : null}
    </span>
  );
}
