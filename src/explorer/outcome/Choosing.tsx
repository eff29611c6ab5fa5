import { memo } from "react";
import type { Generation } from "../../engine/protocol";
import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";
import { Segments } from "../../ui/Segments";
import { Slider } from "./Slider";

type Way = Generation["choosing"];
type Sampling = Extract<Way, { readonly kind: "sample" }>;

/** What each way starts with. */
const ways: Readonly<Record<Way["kind"], Way>> = {
  greedy: { kind: "greedy" },
  sample: { kind: "sample", temperature: 1, topK: null, topP: null },
  beam: { kind: "beam", width: 3 },
};

/** How the next token is chosen: only what the model at hand can do. A new answer draws nothing of it again. */
export const Choosing = memo(function Choosing() {
  const { t } = useTranslation();
  const choosing = useApp((state) => state.scene.generation.choosing);
  const task = useApp((state) => state.model?.task.kind);
  const set = useApp((state) => state.setGeneration);
  const kinds =
    task === "sequenceToSequence" ? (["greedy", "sample", "beam"] as const) : (["greedy", "sample"] as const);
  return (
    <section className="choosing" aria-label={t("choosing.title")}>
      <Segments
        label={t("choosing.title")}
        value={choosing.kind}
        options={kinds.map((value) => ({ value, text: t(`choosing.${value}`) }))}
        onChange={(kind) => set({ choosing: ways[kind] })}
      />
      <p className="soft small">{t(`choosing.${choosing.kind}.help`)}</p>
      {choosing.kind === "sample" ? <SamplingControls sampling={choosing} /> : null}
      {choosing.kind === "beam" ? (
        <Slider
          label={t("choosing.width")}
          value={choosing.width}
          values={widths}
          show={String}
          onChange={(width) => set({ choosing: { kind: "beam", width } })}
        />
      ) : null}
    </section>
  );
});

const widths = [1, 2, 3, 4, 5, 6, 8, 10];
const temperatures = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.75, 2, 2.5, 3];
const shares = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99, null];
const counts = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 40, 50, 75, 100, 200, 500, 1000];

function SamplingControls({ sampling }: { readonly sampling: Sampling }) {
  const { t } = useTranslation();
  const seed = useApp((state) => state.scene.generation.seed);
  const vocabulary = useApp(({ model }) => (model && "vocabulary" in model.config ? model.config.vocabulary : 0));
  const set = useApp((state) => state.setGeneration);
  const sample = (part: Partial<Sampling>) => set({ choosing: { ...sampling, ...part } });
  const all = (value: number | null) => (value === null ? t("choosing.all") : String(value));
  return (
    <>
      <Slider
        label={t("choosing.temperature")}
        value={sampling.temperature}
        values={temperatures}
        show={String}
        onChange={(temperature) => sample({ temperature })}
      />
      <Slider
        label={t("choosing.topK")}
        value={sampling.topK}
        values={[...counts.filter((count) => count < vocabulary), null]}
        show={all}
        onChange={(topK) => sample({ topK })}
      />
      <Slider
        label={t("choosing.topP")}
        value={sampling.topP}
        values={shares}
        show={all}
        onChange={(topP) => sample({ topP })}
      />
      <p className="seed">
        <span>{t("choosing.seed")}</span> <output>{seed}</output>
        <button type="button" className="tool" onClick={() => set({ seed: seed + 1 })}>
          {t("choosing.newSeed")}
        </button>
      </p>
    </>
  );
}
