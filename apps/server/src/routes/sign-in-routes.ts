import { Hono } from "hono";
import type { Means } from "../http/means.ts";
import { keepSignedIn, remoteAddress } from "../http/principal.ts";
import { createRateLimit, networkOf, tooMany } from "../http/rate-limit.ts";
import { signInOwner } from "../people/people.ts";
import { usedLinkPage } from "./sign-in-page.ts";

/** The one-time link that the server prints when it starts: it makes this browser the owner's. */
export function signInRoutes({ db, now }: Means): Hono {
  const attempts = createRateLimit({ attempts: 10, windowMs: 60_000 }, now);
  const app = new Hono();
  app.get("/sign-in", async (c) => {
    const wait = attempts.secondsToWait(networkOf(remoteAddress(c)));
    if (wait > 0) throw tooMany("Too many attempts to sign in.", wait);
    c.header("Cache-Control", "no-store");
    // Mail scanners and previews ask for the head of a link: that must not use it up.
    if (c.req.method === "HEAD") return c.body(null, 204);
    const signedIn = await signInOwner(db, c.req.query("token") ?? "", now());
    if (signedIn === undefined) return c.html(usedLinkPage(), 410);
    keepSignedIn(c, signedIn.token);
    return c.redirect("/", 303);
  });
  return app;
}
