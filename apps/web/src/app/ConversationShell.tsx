import { Drawer } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useMe, useSessions } from "../api/queries.ts";
import { Arrival } from "../arrival/Arrival.tsx";
import { SessionContext, useOpenSession } from "../session/use-session.ts";
import { Sidebar } from "../sessions/Sidebar.tsx";
import { ConversationPage, LifePlace, SettingsPage } from "./lazy-pages.ts";
import { PageBoundary } from "./PageBoundary.tsx";
import type { Route } from "./route.ts";
import classes from "./Shell.module.css";
import { TopBar } from "./TopBar.tsx";
import { Waiting } from "./Waiting.tsx";

/** The companion's frame: conversations at the side (a drawer on a phone), the place itself in the middle. */
export function ConversationShell({
  route,
}: {
  readonly route: Exclude<Route, { readonly kind: "home" | "experience" }>;
}) {
  const { t } = useTranslation();
  const isArrival = route.kind === "arrival";
  const narrow = useMediaQuery("(max-width: 860px)", undefined, { getInitialValueInEffect: false });
  const [menuOpen, menu] = useDisclosure(false);
  const [panelOpen, panel] = useDisclosure(false);
  const me = useMe();
  const sessions = useSessions("companion");
  const sessionId = route.kind === "conversation" || route.kind === "life" ? route.sessionId : undefined;
  const store = useOpenSession(me.isSuccess ? sessionId : undefined);
  const hasSessions = (sessions.data?.length ?? 0) > 0;
  const withSidebar = !narrow && (hasSessions || !isArrival);
  return (
    <div className={classes.shell} data-sidebar={withSidebar || undefined} data-flow>
      {withSidebar && (
        <nav className={classes.sidebar} data-no-print aria-label={t("app.navigation")}>
          <Sidebar />
        </nav>
      )}
      {narrow && (
        <Drawer
          opened={menuOpen}
          onClose={menu.close}
          size={300}
          title={t("app.name")}
          closeButtonProps={{ "aria-label": t("app.closeMenu") }}
        >
          <nav aria-label={t("app.navigation")}>
            <Sidebar onChosen={menu.close} plain />
          </nav>
        </Drawer>
      )}
      <div className={classes.place} data-flow>
        {(narrow || isArrival) && (
          <TopBar
            overSky={isArrival}
            withBrand={!withSidebar}
            {...(narrow && (hasSessions || !isArrival) ? { onMenu: menu.open } : {})}
            {...(route.kind === "conversation" ? { onPanel: panel.open } : {})}
          />
        )}
        {isArrival && <Arrival sessions={sessions.data ?? []} />}
        <PageBoundary key={route.kind}>
          <Suspense fallback={<Waiting />}>
            {route.kind === "settings" && <SettingsPage />}
            {route.kind === "conversation" && store !== undefined && (
              <SessionContext value={store} key={store.sessionId}>
                <ConversationPage panelOpen={panelOpen} onPanel={panel} />
              </SessionContext>
            )}
            {route.kind === "life" && store !== undefined && (
              <SessionContext value={store} key={store.sessionId}>
                <LifePlace page={route.page} key={route.page} />
              </SessionContext>
            )}
          </Suspense>
        </PageBoundary>
      </div>
    </div>
  );
}
