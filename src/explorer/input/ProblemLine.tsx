import type { Problem } from "../../engine/protocol";
import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";

/** Why there is no answer to what was given, and what is still shown instead. */
export function ProblemLine() {
  const { t } = useTranslation();
  const problem = useApp((state) => state.problem);
  const shown = useApp(({ run }) => (run?.input.kind === "text" ? run.input.text : undefined));
  return (
    <p id="input-problem" className="problem" role="status">
      {problem ? (
        <>
          <ProblemText problem={problem.problem} />{" "}
          {shown === undefined ? null : <span className="soft">{t("problem.kept", { text: shown })}</span>}
        </>
      ) : null}
    </p>
  );
}

function ProblemText({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation();
  switch (problem.kind) {
    case "emptyText":
      return t("problem.emptyText");
    case "tooLong":
      return t("problem.tooLong", { tokens: problem.tokens, maximum: problem.maximum });
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
      return t("problem.checkpoint", { message: problem.message });
    case "download":
      return problem.status === null
        ? t("problem.download.offline", { url: problem.url })
        : t("problem.download", { url: problem.url, status: problem.status });
    case "backend":
      return t("problem.backend", { backend: t(`backend.${problem.backend}`), message: problem.message });
  }
}
