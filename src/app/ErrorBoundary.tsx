/** A mistake in the page shows a way on, not an empty window. */
import { Component, type ReactNode } from "react";
import { useTranslation } from "../i18n";

interface Props {
  readonly children: ReactNode;
}

export class ErrorBoundary extends Component<Props, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error ? <Failure error={error} again={() => this.setState({ error: null })} /> : this.props.children;
  }
}

function Failure({ error, again }: { readonly error: Error; readonly again: () => void }) {
  const { t } = useTranslation();
  return (
    <main className="failure" role="alert">
      <h1>{t("error.title")}</h1>
      <p>{t("error.body")}</p>
      <p className="soft">{t("error.detail", { message: error.message })}</p>
      <button type="button" className="tool" onClick={again}>
        {t("error.again")}
      </button>
    </main>
  );
}
