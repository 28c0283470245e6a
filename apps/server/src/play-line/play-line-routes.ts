import { OpenAPIHono } from "@hono/zod-openapi";
import { isCrossSite } from "../http/guards.ts";
import { requireParticipant } from "../http/principal.ts";
import type { AppEnv } from "../http/principal.ts";
import { Problem } from "../http/problem.ts";
import { isStranger } from "../http/rate-limit.ts";

/** Where a game opens its line. */
export const PLAY_LINE_PATH = "/api/play/line";

/** Who was let in. */
export interface LineGuest {
  readonly participantId: string;
  /** Neither on this machine, nor its owner, nor a program of theirs: what they may ask for is limited. */
  readonly isStranger: boolean;
}

/** What the door is asked with when a line is to be opened. */
export interface LineEnv {
  /** Called when the answer is 204. */
  readonly letIn: (guest: LineGuest) => void;
}

/**
 * The door of the line: who may open one. An upgrade is asked about here first, so that every guard of the app holds
 * for it, and is made only when the answer is 204. A cookie counts only from this server's own pages, since a browser
 * would send it along from any.
 */
export function playLineRoutes(): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>();
  app.get("/play/line", (c) => {
    const { id: participantId } = requireParticipant(c);
    if (c.get("principal").kind === "cookie" && isCrossSite(c)) {
      throw new Problem("cross-site", "A page of another site cannot open a line; programs send an API key.");
    }
    if (c.req.header("upgrade")?.toLowerCase() !== "websocket") {
      return c.text("This address speaks WebSocket; see docs/play.md.", 426, { upgrade: "websocket" });
    }
    // There is no line to be opened in tests without a port.
    (c.env as Partial<LineEnv> | undefined)?.letIn?.({ participantId, isStranger: isStranger(c) });
    return c.body(null, 204);
  });
  return app;
}
