import { OpenAPIHono } from "@hono/zod-openapi";
import { answerErrors } from "./http/answer-errors.ts";
import { answerBodies } from "./http/answer-body.ts";
import { gatewayMeans } from "./http/gateway-means.ts";
import { guardContentType, guardCrossSite, guardHost } from "./http/guards.ts";
import type { Means } from "./http/means.ts";
import { identify } from "./http/principal.ts";
import type { AppEnv } from "./http/principal.ts";
import { Problem } from "./http/problem.ts";
import { limitBody, readBody } from "./http/read-body.ts";
import { logRequests } from "./http/log-requests.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { readWebPage, staticFiles } from "./http/static-files.ts";
import { gatewayRoutes } from "./gateway/gateway-routes.ts";
import { playLineRoutes } from "./play-line/play-line-routes.ts";
import { classJoinRoutes } from "./routes/class-join-routes.ts";
import { classPlaceRoutes } from "./routes/class-place-routes.ts";
import { classRoutes } from "./routes/class-routes.ts";
import { careRoutes } from "./routes/care-routes.ts";
import { clipRoutes } from "./routes/clip-routes.ts";
import { consentRoutes } from "./routes/consent-routes.ts";
import { docsPage } from "./routes/docs-page.ts";
import { continueRoutes } from "./routes/continue-routes.ts";
import { eventRoutes } from "./routes/event-routes.ts";
import { healthRoutes } from "./routes/health-routes.ts";
import { ltiPlatformRoutes } from "./routes/lti-platform-routes.ts";
import { ltiRoutes } from "./routes/lti-routes.ts";
import { rosterRoutes } from "./routes/roster-routes.ts";
import { keyRoutes } from "./routes/key-routes.ts";
import { labelRoutes } from "./routes/label-routes.ts";
import { meRoutes } from "./routes/me-routes.ts";
import { perceiveRoutes } from "./routes/perceive-routes.ts";
import { recordRoutes } from "./routes/record-routes.ts";
import { recordStoreRoutes } from "./routes/record-store-routes.ts";
import { sessionRoutes } from "./routes/session-routes.ts";
import { sharingRoutes } from "./routes/sharing-routes.ts";
import { settingsRoutes } from "./routes/settings-routes.ts";
import { voiceRoutes } from "./routes/voice-routes.ts";
import { studyRoutes } from "./routes/study-routes.ts";
import { takePartRoutes } from "./routes/take-part-routes.ts";
import { signInRoutes } from "./routes/sign-in-routes.ts";

/** The whole HTTP side, without a port: `app.request(…)` answers as the running server would. */
export async function createApp(means: Means): Promise<OpenAPIHono<AppEnv>> {
  const { log, now, db, listensOnLoopback } = means;
  const web = await readWebPage(means.webFolder);
  const app = new OpenAPIHono<AppEnv>();
  app.onError(answerErrors(log));
  app.notFound((c) => answerErrors(log)(new Problem("not-found", "There is nothing at this address."), c));
  app.use("/v1/*", answerBodies(log));
  app.use(logRequests(log, now));
  app.use(securityHeaders(web.scriptHashes));
  app.use(guardHost(listensOnLoopback));
  app.use(guardCrossSite());

  app.use("/api/*", guardContentType(), limitBody(), readBody(), identify(db, now));
  app.route("/api", healthRoutes(means));
  app.route("/api", meRoutes(means));
  app.route("/api", consentRoutes(means));
  app.route("/api", perceiveRoutes(means));
  app.route("/api", continueRoutes(means));
  app.route("/api", sessionRoutes(means));
  app.route("/api", eventRoutes(means));
  app.route("/api", sharingRoutes(means));
  app.route("/api", classRoutes(means));
  app.route("/api", classJoinRoutes(means));
  app.route("/api", classPlaceRoutes(means));
  app.route("/api", recordRoutes(means));
  app.route("/api", rosterRoutes(means));
  app.route("/api", ltiPlatformRoutes(means));
  app.route("/api", recordStoreRoutes(means));
  app.route("/api", studyRoutes(means));
  app.route("/api", takePartRoutes(means));
  app.route("/api", settingsRoutes(means));
  app.route("/api", keyRoutes(means));
  app.route("/api", voiceRoutes(means));
  app.route("/api", careRoutes(means));
  app.route("/api", clipRoutes(means));
  app.route("/api", labelRoutes(means));
  app.route("/api", playLineRoutes());
  describeApi(app, means.version);

  app.route("/v1", gatewayRoutes(gatewayMeans(means)));
  app.route("/", signInRoutes(means));
  app.route("/lti", ltiRoutes(means));
  app.route("/", staticFiles(web, means));
  return app;
}

function describeApi(app: OpenAPIHono<AppEnv>, version: string): void {
  const info = {
    title: "Open Empathic",
    version,
    description:
      "How a person might feel, kept as an honest and uncertain picture, and replies that meet it.",
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  };
  app.doc31("/api/openapi.json", { openapi: "3.1.0", info });
  app.get("/api/docs", (c) => c.html(docsPage(app.getOpenAPI31Document({ openapi: "3.1.0", info }))));
}
