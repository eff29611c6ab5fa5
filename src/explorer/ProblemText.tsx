import type { Problem } from "../engine/protocol";
import { megabytes } from "../geometry/format";
import { useTranslation } from "../i18n";
import { useApp } from "../state/useApp";

/** What is wrong with an input or a model, in words. */
export function ProblemText({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation();
  const model = useApp((state) => state.model);
  switch (problem.kind) {
    case "emptyText":
    case "unknownText":
      return t(`problem.${problem.kind}`);
    case "tooLong": {
      const { tokens, maximum } = problem;
      // Where memory is what sets the bound, the model is not to blame.
      const trained = model && maximum < model.trainedLength ? model.trainedLength : null;
      const bound = trained === null ? "" : ` ${t("problem.tooLong.memory", { trained })}`;
      return t("problem.tooLong", { tokens, maximum }) + bound;
    }
    case "wrongInput":
      return t(`problem.wrongInput.${problem.needed}`);
    case "wrongSize":
      return t("problem.wrongSize", { width: problem.width, height: problem.height, needed: problem.needed });
    case "otherText":
      return (
        <>
          {t("problem.otherText", { text: problem.text })} <ProblemText problem={problem.problem} />
        </>
      );
    case "checkpoint":
      return t("problem.checkpoint", { message: t(problem.key, problem.values) });
    case "run":
      return t(problem.key, problem.values);
    case "memory":
      return t(`problem.memory.${problem.of}`, {
        backend: t(`backend.${problem.backend}`),
        needed: megabytes(problem.needed),
        offered: megabytes(problem.offered),
      });
    case "download":
      return problem.status === null
        ? t("problem.download.offline", { url: problem.url })
        : t("problem.download", { url: problem.url, status: problem.status });
    case "backend":
      return t("problem.backend", { backend: t(`backend.${problem.backend}`), message: problem.message });
  }
}
