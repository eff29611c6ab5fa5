/** Pictures that the model never trains on, and what it says that each is. */
import { full, percent } from "../../geometry/format";
import { useTranslation } from "../../i18n";
import type { PictureRead } from "../../model/training/progress";
import { useExamined } from "../../state/training/useSeen";
import { PixelPicture } from "../../views/PixelPicture";

export function Pictures() {
  const { t } = useTranslation();
  const pictures = useExamined((examined) => examined.pictures);
  if (!pictures?.length) return null;
  return (
    <section aria-labelledby="train-pictures">
      <h3 id="train-pictures" className="heading">
        {t("train.pictures")}
      </h3>
      <p className="soft small">{t("train.pictures.help")}</p>
      <ol className="train-pictures">
        {pictures.map((picture, index) => (
          <Picture key={index} {...picture} />
        ))}
      </ol>
    </section>
  );
}

function Picture({ pixels, size, wanted, said, share }: PictureRead) {
  const { t } = useTranslation();
  const right = said === wanted;
  const sure = percent(share);
  return (
    <li>
      <PixelPicture pixels={pixels} width={size} height={size} size={56} />
      <span className="hidden">
        {t(right ? "train.pictures.right" : "train.pictures.wrong", { wanted, said, share: sure })}
      </span>
      <span aria-hidden="true" title={full(share)}>
        {right ? <b>{said}</b> : <mark>{said}</mark>} {sure}
      </span>
      {right ? null : (
        <span aria-hidden="true" className="soft small">
          {t("train.pictures.is", { wanted })}
        </span>
      )}
    </li>
  );
}
