import { Hono } from "hono";
import type { Means } from "../http/means.ts";
import { keepSignedIn, remoteAddress } from "../http/principal.ts";
import { Problem } from "../http/problem.ts";
import { createRateLimit } from "../http/rate-limit.ts";
import { signInOwner } from "../people/people.ts";
import { usedLinkPage } from "./sign-in-page.ts";

/** The one-time link that the server prints when it starts: it makes this browser the owner's. */
export function signInRoutes({ db, now }: Means): Hono {
  const attempts = createRateLimit({ attempts: 10, windowMs: 60_000 }, now);
  const app = new Hono();
  app.get("/sign-in", async (c) => {
    const wait = attempts.secondsToWait(remoteAddress(c) ?? "");
    if (wait > 0) {
      throw new Problem("too-many-requests", `Try again in ${wait} seconds.`, {
        "retry-after": String(wait),
      });
    }
    c.header("Cache-Control", "no-store");
    const signedIn = await signInOwner(db, c.req.query("token") ?? "", now());
    if (signedIn === undefined) return c.html(usedLinkPage(), 410);
    keepSignedIn(c, signedIn.token);
    return c.redirect("/", 303);
  });
  return app;
}
