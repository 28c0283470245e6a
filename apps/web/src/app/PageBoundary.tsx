import { Button } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Orb } from "./Orb.tsx";
import classes from "./Waiting.module.css";

/** Instead of a white page when a part of the site cannot be fetched or fails: a word, and a way on. */
export class PageBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { t } = useTranslation();
  return (
    <main id="main" tabIndex={-1} className={classes.centre}>
      <Orb size={44} />
      <p role="alert">{t("app.broken")}</p>
      <Button onClick={() => window.location.reload()}>{t("app.retry")}</Button>
    </main>
  );
}
