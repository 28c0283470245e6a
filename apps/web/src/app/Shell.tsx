import { useEffect, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { ExperiencePlace } from "../experience/ExperiencePlace.tsx";
import { experienceWith } from "../experience/experiences.ts";
import { Home } from "../home/Home.tsx";
import { ConversationShell } from "./ConversationShell.tsx";
import { fetchOtherPages } from "./lazy-pages.ts";
import { PageBoundary } from "./PageBoundary.tsx";
import { useRoute, type Route } from "./route.ts";
import classes from "./Shell.module.css";
import { Waiting } from "./Waiting.tsx";

/** The frame of the site: the first page, the companion with its conversations, or another experience's own page. */
export function Shell() {
  const { t } = useTranslation();
  const route = knownRoute(useRoute());
  useEffect(fetchOtherPages, []);
  const hasComposer = route.kind === "conversation";
  return (
    <>
      <a className="oe-skip" href="#main" onClick={skip}>
        {t(hasComposer ? "app.skip" : "app.skipToPage")}
      </a>
      {route.kind === "home" || route.kind === "experience" ? (
        <div className={classes.shell}>
          <div className={classes.place}>
            {route.kind === "home" ? <Home /> : <Experience route={route} />}
          </div>
        </div>
      ) : (
        <ConversationShell route={route} />
      )}
    </>
  );
}

function Experience({ route }: { readonly route: Extract<Route, { readonly kind: "experience" }> }) {
  const { experience, sessionId } = route;
  return (
    <PageBoundary key={experience}>
      <Suspense fallback={<Waiting />}>
        <ExperiencePlace
          key={sessionId ?? ""}
          id={experience}
          {...(sessionId === undefined ? {} : { sessionId })}
        />
      </Suspense>
    </PageBoundary>
  );
}

/** The start, for the address of an experience that this site does not have. */
function knownRoute(route: Route): Route {
  if (route.kind !== "experience" || experienceWith(route.experience)?.load !== undefined) return route;
  return { kind: "home" };
}

/** Moves the focus past the navigation without touching the address, which holds the route. */
function skip(event: React.MouseEvent) {
  event.preventDefault();
  const target = document.getElementById("composer") ?? document.getElementById("main");
  target?.focus();
}
