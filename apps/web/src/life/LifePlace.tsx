import { Button } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Orb } from "../app/Orb.tsx";
import { hashOf, type LifePage } from "../app/route.ts";
import { Waiting } from "../app/Waiting.tsx";
import waiting from "../app/Waiting.module.css";
import { ConnectionBanner } from "../conversation/ConnectionBanner.tsx";
import { useSession } from "../session/use-session.ts";
import { DaysPage } from "./days/DaysPage.tsx";
import { DigestPage } from "./digest/DigestPage.tsx";
import classes from "./Life.module.css";
import { LifeLinks } from "./LifeLinks.tsx";
import { PeoplePage } from "./people/PeoplePage.tsx";
import { StoryPage } from "./story/StoryPage.tsx";
import { useLifeTexts } from "./use-life-texts.ts";

/** The pages of a conversation about what its person keeps, each by its own address. */
export function LifePlace({ page }: { readonly page: LifePage }) {
  const { snapshot } = useSession();
  if (snapshot.trouble !== undefined) return <Trouble kind={snapshot.trouble} />;
  if (snapshot.state.startedAtMs === undefined) return <Waiting />;
  return (
    <Frame page={page}>
      {page === "story" && <StoryPage />}
      {page === "days" && <DaysPage />}
      {page === "people" && <PeoplePage />}
      {page === "digest" && <DigestPage />}
    </Frame>
  );
}

function Frame({ page, children }: { readonly page: LifePage; readonly children: ReactNode }) {
  const { t } = useLifeTexts();
  const { store, snapshot } = useSession();
  return (
    <main id="main" tabIndex={-1} className={classes.page} data-flow>
      <div className={classes.column}>
        <a
          className={classes.back}
          data-no-print
          href={hashOf({ kind: "conversation", sessionId: store.sessionId })}
        >
          <IconArrowLeft size={18} aria-hidden="true" />
          {t("back")}
        </a>
        <ConnectionBanner connection={snapshot.connection} />
        <h1 className={classes.title}>{t(`${page}.title`)}</h1>
        <p className={classes.lead} data-no-print>
          {t(`${page}.lead`)}
        </p>
        {children}
        <footer className={classes.foot} data-no-print>
          <LifeLinks current={page} />
        </footer>
      </div>
    </main>
  );
}

function Trouble({ kind }: { readonly kind: "not-found" | "failed" }) {
  const { t } = useLifeTexts();
  const { t: site } = useTranslation();
  return (
    <main id="main" tabIndex={-1} className={waiting.centre}>
      <Orb size={44} />
      <p role="alert">{t(kind === "not-found" ? "notFound" : "failed")}</p>
      {kind === "failed" && <Button onClick={() => window.location.reload()}>{site("app.retry")}</Button>}
      <Button variant="subtle" component="a" href="#/companion">
        {site("conversation.toStart")}
      </Button>
    </main>
  );
}
