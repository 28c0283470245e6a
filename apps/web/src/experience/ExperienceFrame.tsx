import { ActionIcon, Button } from "@mantine/core";
import { IconArrowLeft, IconSettings } from "@tabler/icons-react";
import { useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Brand } from "../app/Brand.tsx";
import { LanguageToggle } from "../app/LanguageToggle.tsx";
import { Orb } from "../app/Orb.tsx";
import { goTo } from "../app/route.ts";
import { SchemeToggle } from "../app/SchemeToggle.tsx";
import { ConnectionBanner } from "../conversation/ConnectionBanner.tsx";
import { useEmergencyNumber } from "../conversation/use-emergency-number.ts";
import { chosenCountry } from "../settings/preferences.ts";
import classes from "./ExperienceFrame.module.css";
import type { ExperienceSession } from "./use-experience-session.ts";
import { Unsent } from "./Unsent.tsx";

/**
 * The frame of every experience's page, so that each looks of one house: the way home, language, day and night above;
 * the title; whether all is well with the connection; what did not get through; and the line about safety below.
 */
export function ExperienceFrame(props: {
  /** The page's heading, and the tab's. */
  readonly title: string;
  /** A sentence under it. */
  readonly lead?: string;
  /** Room for more than a column of text: 1080 px instead of 720. */
  readonly wide?: boolean;
  /** The session, where the page has one open. */
  readonly session?: Pick<
    ExperienceSession<unknown, object>,
    "connection" | "outgoing" | "trouble" | "sendAgain" | "drop"
  >;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const { title, lead, wide = false, session } = props;
  useTabTitle(title);
  const emergency = useEmergencyNumber(chosenCountry());
  return (
    <div className={classes.scroller}>
      <nav className={classes.bar} aria-label={t("app.bar")}>
        <a className={classes.home} href="#/">
          <IconArrowLeft size={20} stroke={1.7} aria-hidden="true" />
          {t("app.home")}
        </a>
        <div className={classes.brand}>
          <Brand />
        </div>
        <div className={classes.tools}>
          <LanguageToggle />
          <SchemeToggle />
          <ActionIcon size={44} aria-label={t("app.settings")} onClick={() => goTo({ kind: "settings" })}>
            <IconSettings size={21} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
        </div>
      </nav>
      <main id="main" tabIndex={-1} className={classes.main} data-wide={wide || undefined}>
        <header className={classes.heading}>
          <h1>{title}</h1>
          {lead !== undefined && <p>{lead}</p>}
        </header>
        {session !== undefined && <ConnectionBanner connection={session.connection} />}
        {session !== undefined && <Unsent session={session} />}
        {session?.trouble === undefined ? props.children : <Trouble kind={session.trouble} />}
      </main>
      <footer className={classes.safety}>{t("conversation.safety", { emergency })}</footer>
    </div>
  );
}

function useTabTitle(title: string): void {
  const { t } = useTranslation();
  const site = t("app.name");
  useEffect(() => {
    document.title = `${title} · ${site}`;
    return () => void (document.title = site);
  }, [title, site]);
}

function Trouble({ kind }: { readonly kind: "not-found" | "failed" }) {
  const { t } = useTranslation();
  return (
    <div className={classes.trouble}>
      <Orb size={44} />
      <p role="alert">{t(kind === "not-found" ? "experience.notFound" : "experience.failed")}</p>
      {kind === "failed" && <Button onClick={() => window.location.reload()}>{t("app.retry")}</Button>}
      <Button variant="subtle" component="a" href="#/">
        {t("app.home")}
      </Button>
    </div>
  );
}
