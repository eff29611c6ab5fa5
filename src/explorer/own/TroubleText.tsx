import { useTranslation } from "../../i18n";
import { ProblemText } from "../ProblemText";
import type { Trouble } from "./useBringing";

/** Statuses of HTTP with words of their own. */
const statuses = { 401: "own.fetch.401", 403: "own.fetch.401", 404: "own.fetch.404" } as const;

/** What went wrong and what helps. The model at hand goes on. */
export function TroubleText({ trouble }: { readonly trouble: Trouble }) {
  const { t } = useTranslation();
  return (
    <p className="problem">
      <Words trouble={trouble} /> <span className="soft">{t("own.goesOn")}</span>
    </p>
  );
}

function Words({ trouble }: { readonly trouble: Trouble }) {
  const { t } = useTranslation();
  switch (trouble.kind) {
    case "problem":
      return <ProblemText problem={trouble.problem} />;
    case "address":
      return t("own.badAddress");
    case "notices":
      return t("own.noBackend");
    case "unexpected":
      return t("own.unexpected", { message: trouble.message });
    case "fetch": {
      const { url, status } = trouble;
      if (status === null) return t("own.fetch.unreachable", { url });
      const known = Object.entries(statuses).find(([code]) => Number(code) === status)?.[1];
      return t(known ?? "own.fetch.status", { url, status });
    }
  }
}
