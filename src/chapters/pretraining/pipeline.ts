/** What the stages hand on: sources → documents → those kept → cleaned texts. One for the page, by context. */
import { createContext, useContext, useDeferredValue, useMemo, useState } from "react";
import { z } from "zod";
import { cleaned, type Rule } from "../../model/pretraining/cleaning";
import { judge, type Verdict } from "../../model/pretraining/duplicates";
import { type Fetched, useJson } from "../chapter/useJson";

/** In the order in which they are collected: of two equal texts the earlier source keeps its own. */
export const sources = ["definitions", "sentences", "poems", "own"] as const;
export type Source = (typeof sources)[number];

const textsSchema = z.object({
  definitions: z.array(z.string()),
  sentences: z.array(z.string()),
  poems: z.array(z.string()),
  /** What the visitor's own text is at first. */
  pasted: z.string(),
});
export type Texts = z.infer<typeof textsSchema>;

export interface Document {
  readonly source: Source;
  readonly text: string;
  readonly verdict: Verdict;
}

export interface Pipeline {
  readonly own: string;
  readonly setOwn: (text: string) => void;
  readonly chosen: readonly Source[];
  readonly setChosen: (chosen: readonly Source[]) => void;
  readonly threshold: number;
  readonly setThreshold: (threshold: number) => void;
  readonly rules: readonly Rule[];
  readonly setRules: (rules: readonly Rule[]) => void;
  /** All that was collected, with what became of it. */
  readonly documents: readonly Document[];
  /** What is left, cleaned. */
  readonly corpus: readonly string[];
}

const PipelineContext = createContext<Pipeline | null>(null);
export const PipelineProvider = PipelineContext.Provider;

export function usePipeline(): Pipeline {
  const pipeline = useContext(PipelineContext);
  if (!pipeline) throw new Error("There is no PipelineProvider above this component.");
  return pipeline;
}

export function useTexts(): Fetched<Texts> {
  return useJson("texts/pretraining.json", textsSchema);
}

export function useNewPipeline(texts: Texts): Pipeline {
  const [own, setOwn] = useState(texts.pasted);
  const [chosen, setChosen] = useState<readonly Source[]>(sources);
  const [threshold, setThreshold] = useState(0.7);
  const [rules, setRules] = useState<readonly Rule[]>(["unicode", "invisible", "spaces"]);
  // Typing goes on while what follows from it is worked out.
  const [lateOwn, lateThreshold] = [useDeferredValue(own), useDeferredValue(threshold)];
  const documents = useMemo(() => {
    const lines = lateOwn.split("\n").filter((line) => line.trim() !== "");
    const all = chosen.flatMap((source) =>
      (source === "own" ? lines : texts[source]).map((text) => ({ source, text: text.replace(/\r$/, "") })),
    );
    const verdicts = judge(
      all.map(({ text }) => text),
      lateThreshold,
    );
    return all.map((one, index): Document => ({ ...one, verdict: verdicts[index] ?? { kind: "kept" } }));
  }, [texts, lateOwn, chosen, lateThreshold]);
  const corpus = useMemo(
    () => documents.filter(({ verdict }) => verdict.kind === "kept").map(({ text }) => cleaned(text, rules)),
    [documents, rules],
  );
  return { own, setOwn, chosen, setChosen, threshold, setThreshold, rules, setRules, documents, corpus };
}
