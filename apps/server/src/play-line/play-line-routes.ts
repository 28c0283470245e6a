import { OpenAPIHono } from "@hono/zod-openapi";
import { requireParticipant } from "../http/principal.ts";
import type { AppEnv } from "../http/principal.ts";
import { Problem } from "../http/problem.ts";

/** Where a game opens its line. */
export const PLAY_LINE_PATH = "/api/play/line";

/**
 * The door of the line: who may open one. An upgrade is asked about here first, so that every guard of the app holds
 * for it, and is made only when the answer is 204. A cookie counts only from this server's own pages, since a browser
 * would send it along from any.
 */
export function playLineRoutes(): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>();
  app.get("/play/line", (c) => {
    requireParticipant(c);
    const origin = c.req.header("origin");
    const host = c.req.header("host") ?? new URL(c.req.url).host;
    const isElsewhere = origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
    if (c.get("principal").kind === "cookie" && isElsewhere) {
      throw new Problem("cross-site", "A page of another site cannot open a line; programs send an API key.");
    }
    if (c.req.header("upgrade")?.toLowerCase() !== "websocket") {
      return c.text("This address speaks WebSocket; see docs/play.md.", 426, { upgrade: "websocket" });
    }
    return c.body(null, 204);
  });
  return app;
}
