import { Hono } from "hono";
import type { Context, ErrorHandler, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { getCookie, setCookie } from "hono/cookie";
import { builtInCourse } from "@openempathic/experiences/tutor";
import { addClass, learnersOf } from "../classes/class-store.ts";
import { keepSignedIn, COOKIE, remoteAddress } from "../http/principal.ts";
import type { Means } from "../http/means.ts";
import { createRateLimit, networkOf, tooMany } from "../http/rate-limit.ts";
import { classOfLink, giveSeat, linkClass } from "../lti/class-links.ts";
import type { FromPlatform } from "../lti/class-links.ts";
import {
  beginLogin,
  keepLaunch,
  LOGIN_MS,
  signInFromPlatform,
  takeLaunch,
  takeState,
} from "../lti/launch-store.ts";
import { LtiError } from "../lti/lti-error.ts";
import { findPlatform, platformOf } from "../lti/platforms.ts";
import { toolKey } from "../lti/tool-key.ts";
import { launchVerifier } from "../lti/verify-launch.ts";
import { participantOf } from "../people/people.ts";
import { hashToken, newToken } from "../secrets/secrets.ts";
import { notOpenedYetPage, ownerLaunchPage, refusedLaunchPage } from "./lti-pages.ts";

/** By what a browser is known from the login to the end of its launch. */
const BROWSER = "oe_lti";

/** Logins a minute from one network: a class that begins at once. */
const LOGINS_A_MINUTE = 300;

/**
 * Launches from learning platforms (LTI 1.3 with the login of OpenID Connect): `login` begins one, `launch` takes the
 * platform's word, `go` hands it to the browser that began, and `jwks` tells this server's public key. Each state, nonce
 * and code is used up once. The platform's form is from another site, so that no cookie comes with it; the step to `go`
 * has the cookie, and there it is seen whether this is the same browser.
 */
export function ltiRoutes(means: Means): Hono {
  const { db, now, secrets } = means;
  const verify = launchVerifier();
  const logins = createRateLimit({ attempts: LOGINS_A_MINUTE, windowMs: 60_000 }, now);
  const app = new Hono();
  app.use(bodyLimit({ maxSize: 200_000 }), neverKept);
  app.onError(refusal(means));

  app.on(["GET", "POST"], "/login", async (c) => {
    const wait = logins.secondsToWait(networkOf(remoteAddress(c)));
    if (wait > 0) throw tooMany("Too many launches came from this address.", wait);
    const asked = await fieldsOf(c);
    const platform = await findPlatform(db, { issuer: asked("iss") ?? "", clientId: asked("client_id") });
    const hint = asked("login_hint");
    if (platform === undefined || hint === undefined) throw new LtiError("unknown-platform");
    const browser = getCookie(c, BROWSER) ?? newToken("");
    const { state, nonce } = await beginLogin(db, { platformId: platform.id, browser }, now());
    const secure = originOf(c).startsWith("https:");
    const maxAge = LOGIN_MS / 1000;
    setCookie(c, BROWSER, browser, { httpOnly: true, sameSite: "Lax", path: "/lti", maxAge, secure });
    const messageHint = asked("lti_message_hint");
    const url = signInAt(platform.authUrl, {
      client_id: platform.clientId,
      redirect_uri: `${originOf(c)}/lti/launch`,
      login_hint: hint,
      state,
      nonce,
      ...(messageHint === undefined ? {} : { lti_message_hint: messageHint }),
    });
    return c.redirect(url, 302);
  });

  app.post("/launch", async (c) => {
    const sent = await fieldsOf(c);
    const row = await takeState(db, sent("state") ?? "", now());
    if (row === undefined) throw new LtiError("unknown-state");
    const idToken = sent("id_token");
    if (idToken === undefined) throw new LtiError("platform-said-no");
    const platform = await platformOf(db, row.platformId);
    if (platform === undefined) throw new LtiError("unknown-platform");
    const { nonceHash, browserHash } = row;
    const launch = await verify({ idToken, platform, nonceHash, origin: originOf(c), nowMs: now() });
    const code = await keepLaunch(db, { platformId: platform.id, browserHash, launch }, now());
    return c.redirect(`/lti/go?code=${code}`, 303);
  });

  app.get("/go", async (c) => {
    const kept = await takeLaunch(db, c.req.query("code") ?? "", now());
    if (kept === undefined) throw new LtiError("unknown-state");
    const browser = getCookie(c, BROWSER);
    if (browser === undefined || hashToken(browser) !== kept.browserHash) throw new LtiError("other-browser");
    const token = getCookie(c, COOKIE);
    const current = token === undefined ? undefined : await participantOf(db, token);
    // Whoever is the owner in this browser stays it.
    if (current?.role === "owner") return c.html(ownerLaunchPage(), 409);
    const { platformId, launch } = kept;
    const signedIn = await signInFromPlatform(db, { platformId, subject: launch.subject }, now());
    keepSignedIn(c, signedIn.token);
    const place = await placeFor(means, { platformId, launch }, signedIn.participant.id);
    return place === undefined ? c.html(notOpenedYetPage(), 404) : c.redirect(`/#/tutor/${place}`, 303);
  });

  app.get("/jwks", async (c) => c.json({ keys: [(await toolKey(db, secrets)).publicJwk] }));
  return app;
}

/** Whatever is wrong with a launch is a page that says so, and a line in the log. */
function refusal({ log }: Means): ErrorHandler {
  return (error, c) => {
    if (!(error instanceof LtiError)) throw error;
    log.failure(`lti-${error.fault}`, error);
    return c.html(refusedLaunchPage(error.fault), 400);
  };
}

const neverKept: MiddlewareHandler = async (c, next) => {
  c.header("Cache-Control", "no-store");
  await next();
};

/** Where a launch leads on the tutor's pages; `undefined` for a learner who comes before their teacher. */
async function placeFor(
  { db, now }: Means,
  from: FromPlatform,
  participantId: string,
): Promise<string | undefined> {
  const { launch } = from;
  const known = await classOfLink(db, from);
  if (launch.isTeacher) {
    const course =
      launch.course !== undefined && builtInCourse(launch.course) !== undefined ? launch.course : "fractions";
    const made = { participantId, title: launch.title, language: "en", course } as const;
    const id = known?.id ?? (await addClass(db, made, now()));
    await linkClass(db, from, id);
    return `class-${id}`;
  }
  if (known === undefined) return undefined;
  const token = await giveSeat(db, from, { classId: known.id, participantId });
  const mine = (await learnersOf(db, known.id)).find((each) => each.participantId === participantId);
  return mine === undefined ? `join-${token}` : mine.sessionId;
}

/** Where the platform signs somebody in, with what is asked of it (1EdTech Security Framework 1.0, section 5.1.1.2). */
function signInAt(authUrl: string, asked: Readonly<Record<string, string>>): string {
  const url = new URL(authUrl);
  const fixed = { scope: "openid", response_type: "id_token", response_mode: "form_post", prompt: "none" };
  for (const [name, value] of Object.entries({ ...fixed, ...asked })) url.searchParams.set(name, value);
  return url.href;
}

/** What was sent, by a form or in the address; each field once, and only text. */
async function fieldsOf(c: Context): Promise<(name: string) => string | undefined> {
  const body: Record<string, unknown> = c.req.method === "POST" ? await c.req.parseBody() : c.req.query();
  return (name) => {
    const value = Object.hasOwn(body, name) ? body[name] : undefined;
    return typeof value === "string" && value !== "" ? value : undefined;
  };
}

/** The address that this server is reached at; a proxy that ends TLS says so. */
function originOf(c: Context): string {
  const url = new URL(c.req.url);
  const isSecure =
    url.protocol === "https:" || c.req.header("x-forwarded-proto")?.startsWith("https") === true;
  return `${isSecure ? "https:" : url.protocol}//${c.req.header("host") ?? url.host}`;
}
