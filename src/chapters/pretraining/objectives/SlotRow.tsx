/** A row of an objective: above what is read, below what is to be said, and what it cost the model. */
import { useTranslation } from "../../../i18n";
import type { Slot } from "../../../model/pretraining/objectives";
import { visibleCharacters } from "../../../model/tokenizers/bytePairs";

interface Props {
  readonly label: string;
  readonly slots: readonly Slot[];
  /** Of each place that counts, in order, in nats. */
  readonly nats?: readonly number[] | null;
}

const seen = (token: string) => visibleCharacters(token).join("");

export function SlotRow({ label, slots, nats = null }: Props) {
  const { t } = useTranslation();
  let count = 0;
  return (
    <div>
      <p className="soft small">{label}</p>
      <ol className="pre-slots">
        {slots.map(({ read, wanted, kind }, place) => {
          const cost = wanted === null ? undefined : nats?.[count++];
          return (
            <li key={place}>
              <span className="pre-token" data-kind={kind} lang="">
                <span className="hidden">{t("pre.slot.reads")} </span>
                {seen(read)}
              </span>
              <span className="pre-wanted" lang="">
                {wanted === null ? (
                  <span className="soft">·</span>
                ) : (
                  <>
                    <span className="hidden">{t("pre.slot.says")} </span>
                    {seen(wanted)}
                  </>
                )}
              </span>
              {cost === undefined ? null : <span className="pre-nats">{cost.toFixed(2)}</span>}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
