import { ActionIcon } from "@mantine/core";
import { IconSettings } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useSessions } from "../api/queries.ts";
import { Brand } from "../app/Brand.tsx";
import { LanguageToggle } from "../app/LanguageToggle.tsx";
import { goTo } from "../app/route.ts";
import { SchemeToggle } from "../app/SchemeToggle.tsx";
import { Landscape } from "../arrival/Landscape.tsx";
import { useEmergencyNumber } from "../conversation/use-emergency-number.ts";
import { EXPERIENCES } from "../experience/experiences.ts";
import { chosenCountry } from "../settings/preferences.ts";
import { ExperienceCardLink } from "./ExperienceCardLink.tsx";
import { GoodToKnow } from "./GoodToKnow.tsx";
import classes from "./Home.module.css";
import { RecentSessions } from "./RecentSessions.tsx";

/** The first page: what there is, in a minute, the way into all of it, and where one left off. */
export function Home() {
  const { t } = useTranslation();
  const sessions = useSessions();
  const emergency = useEmergencyNumber(chosenCountry());
  return (
    <div className={classes.home}>
      <nav className={classes.bar} aria-label={t("app.bar")}>
        <Brand />
        <div className={classes.tools}>
          <LanguageToggle />
          <SchemeToggle />
          <ActionIcon size={44} aria-label={t("app.settings")} onClick={() => goTo({ kind: "settings" })}>
            <IconSettings size={21} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
        </div>
      </nav>
      <main id="main" tabIndex={-1} className={classes.main}>
        <header className={classes.words}>
          <h1 className={classes.title}>{t("home.title")}</h1>
          <p className={classes.lead}>{t("home.lead")}</p>
        </header>
        <ul className={classes.cards} aria-label={t("home.ways")}>
          {EXPERIENCES.map((entry) => (
            <ExperienceCardLink key={entry.id} entry={entry} />
          ))}
        </ul>
        <div className={classes.below}>
          <RecentSessions sessions={sessions.data} failed={sessions.isError} />
          <GoodToKnow />
        </div>
      </main>
      <Landscape />
      <footer className={classes.safety}>{t("conversation.safety", { emergency })}</footer>
    </div>
  );
}
