import { generateKeyPair, SignJWT } from "jose";
import type { JWK } from "jose";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { issueSignInToken, signInOwner } from "../people/people.ts";
import { createTestApp } from "../testing/create-test-app.ts";
import type { TestApp } from "../testing/create-test-app.ts";
import { hashToken } from "../secrets/secrets.ts";
import { deliverGrades } from "./deliver-grades.ts";
import type { LtiPlatform } from "./platforms.ts";
import { startLtiPlatform } from "./testing/start-lti-platform.ts";
import type { TestPlatform } from "./testing/start-lti-platform.ts";
import { launchVerifier } from "./verify-launch.ts";

// The default of five seconds is too short for a machine that does much else.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const ORIGIN = "http://localhost:4747";
const CLAIM = "https://purl.imsglobal.org/spec/lti/claim";
const TEACHER = "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor";

let app: TestApp;
let platform: TestPlatform;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  const keys = async () => (await (await app.request("/lti/jwks")).json()) as { keys: JWK[] };
  platform = await startLtiPlatform({ origin: ORIGIN, keys });
  const owner = await app.signInOwner();
  const added = await owner.request("/api/settings/lti-platforms", { json: registration() });
  expect(added.status).toBe(201);
});
afterEach(() => platform.close());

const registration = (more: object = {}) => ({
  name: "School",
  issuer: platform.url,
  clientId: platform.clientId,
  deploymentIds: ["d1"],
  authUrl: `${platform.url}/auth`,
  tokenUrl: `${platform.url}/token`,
  jwksUrl: `${platform.url}/keys`,
  isPrivate: true,
  ...more,
});

/** What a form of the platform's page sends, from another site. */
const form = (path: string, fields: Readonly<Record<string, string>>, cookie = "") =>
  app.request(path, {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      origin: platform.url,
      "sec-fetch-site": "cross-site",
      cookie,
    },
    body: new URLSearchParams(fields).toString(),
  });

interface Begun {
  readonly state: string;
  readonly nonce: string;
  readonly browser: string;
}

async function login(): Promise<Begun> {
  const begun = await form("/lti/login", {
    iss: platform.url,
    login_hint: "7",
    target_link_uri: ORIGIN,
    client_id: platform.clientId,
  });
  expect(begun.status).toBe(302);
  const to = new URL(begun.headers.get("location") ?? "");
  expect(to.href.startsWith(`${platform.url}/auth?`)).toBe(true);
  expect(to.searchParams.get("redirect_uri")).toBe(`${ORIGIN}/lti/launch`);
  const [cookie = ""] = begun.headers.getSetCookie();
  expect(cookie).toMatch(/HttpOnly/u);
  const state = to.searchParams.get("state") ?? "";
  return { state, nonce: to.searchParams.get("nonce") ?? "", browser: cookie.split(";")[0] ?? "" };
}

const seconds = () => Math.floor(app.clock.nowMs / 1000);
const fresh = () => ({ iat: seconds(), exp: seconds() + 300 });

async function launch(more: object = {}): Promise<{ readonly place: string; readonly cookie: string }> {
  const { state, nonce, browser } = await login();
  const idToken = await platform.sign(platform.claims(nonce, { ...fresh(), ...more }));
  const launched = await form("/lti/launch", { state, id_token: idToken });
  expect(launched.status).toBe(303);
  const went = await app.request(launched.headers.get("location") ?? "", { headers: { cookie: browser } });
  const [cookie = ""] = went.headers.getSetCookie();
  return { place: went.headers.get("location") ?? String(went.status), cookie: cookie.split(";")[0] ?? "" };
}

const as = (cookie: string, path: string, init: RequestInit & { json?: unknown } = {}) =>
  app.request(path, { ...init, headers: { cookie } });

const teach = (more: object = {}) => launch({ sub: "user-1", [`${CLAIM}/roles`]: [TEACHER], ...more });

async function learnIn(more: object = {}) {
  const { place, cookie } = await launch(more);
  const token = /join-([\w-]+)$/u.exec(place)?.[1] ?? "";
  const choices = { language: "en", showsProgress: true, sharesFeelings: false, name: "A" };
  const joined = await as(cookie, "/api/classes/join", { json: { token, ...choices } });
  expect(joined.status).toBe(200);
  const { session } = (await joined.json()) as { session: { id: string } };
  const act = (json: object) => as(cookie, `/api/sessions/${session.id}/events`, { json });
  return { cookie, session: session.id, act };
}

const link = (id: string) => ({ [`${CLAIM}/resource_link`]: { id, title: `Link ${id}` } });

describe("a launch from a learning platform", () => {
  it("TL1: signs a teacher in with their class, and a learner with a way to join that is theirs alone", async () => {
    expect((await launch(link("a"))).place).toBe("404");
    const teacher = await teach(link("a"));
    expect(teacher.place).toMatch(/^\/#\/tutor\/class-k_[\w-]+$/u);
    const learner = await launch(link("a"));
    expect(learner.place).toMatch(/^\/#\/tutor\/join-[\w-]+$/u);
    const token = learner.place.replace(/^.*join-/u, "");
    const other = await launch({ sub: "user-8", ...link("a") });
    expect((await as(other.cookie, "/api/classes/look", { json: { token } })).status).toBe(404);
    expect((await as(learner.cookie, "/api/classes/look", { json: { token } })).status).toBe(200);
    const { session } = await learnIn(link("a"));
    expect((await launch(link("a"))).place).toBe(`/#/tutor/${session}`);
    // The second time they are the same, and nothing of their name has come along.
    const me = async (cookie: string) =>
      ((await (await as(cookie, "/api/me")).json()) as { participant: { id: string } }).participant.id;
    expect(await me((await launch(link("a"))).cookie)).toBe(await me(learner.cookie));
    const exported = await (await as(learner.cookie, "/api/me/export")).text();
    expect(exported).not.toMatch(/Lovelace|ada@/u);
    expect(exported).toContain("user-7");
  });

  it("TL2: takes each state, nonce and code once", async () => {
    const first = await login();
    const idToken = await platform.sign(platform.claims(first.nonce, fresh()));
    const launched = await form("/lti/launch", { state: first.state, id_token: idToken });
    expect(launched.status).toBe(303);
    expect((await form("/lti/launch", { state: first.state, id_token: idToken })).status).toBe(400);
    const second = await login();
    const replayed = await form("/lti/launch", { state: second.state, id_token: idToken });
    expect([replayed.status, await replayed.text()]).toEqual([400, expect.stringContaining("wrong-nonce")]);
    const go = launched.headers.get("location") ?? "";
    await app.request(go, { headers: { cookie: first.browser } });
    expect((await app.request(go, { headers: { cookie: first.browser } })).status).toBe(400);
    const late = await login();
    const lateToken = await platform.sign(platform.claims(late.nonce, fresh()));
    app.clock.nowMs += 660_000;
    expect((await form("/lti/launch", { state: late.state, id_token: lateToken })).status).toBe(400);
  });

  it("TL2: goes to the browser that began it and to no other", async () => {
    const { state, nonce } = await login();
    const idToken = await platform.sign(platform.claims(nonce, fresh()));
    const launched = await form("/lti/launch", { state, id_token: idToken });
    const victim = await login();
    const went = await app.request(launched.headers.get("location") ?? "", {
      headers: { cookie: victim.browser },
    });
    expect([went.status, await went.text()]).toEqual([400, expect.stringContaining("other-browser")]);
    expect(went.headers.getSetCookie()).toEqual([]);
  });

  it.each([
    ["an issuer that is not its own", "bad-token", { iss: "https://evil.example" }],
    ["another audience", "bad-token", { aud: "somebody-else" }],
    ["several audiences and no authorised party", "bad-token", { aud: ["open-empathic-1", "other"] }],
    ["another authorised party", "bad-token", { aud: ["open-empathic-1", "other"], azp: "other" }],
    ["a time that has run out", "bad-token", { iat: 1, exp: 2 }],
    ["a time long ago, though it has not run out", "bad-token", { iat: 1 }],
    ["no time at all", "bad-token", { exp: undefined }],
    ["nobody it is about", "bad-token", { sub: undefined }],
    ["another nonce", "wrong-nonce", { nonce: "guessed" }],
    ["a deployment that was not registered", "foreign-deployment", { [`${CLAIM}/deployment_id`]: "d2" }],
    ["another kind of message", "not-a-launch", { [`${CLAIM}/message_type`]: "LtiDeepLinkingRequest" }],
    ["another version", "not-a-launch", { [`${CLAIM}/version`]: "1.1" }],
    ["a page of another server", "not-a-launch", { [`${CLAIM}/target_link_uri`]: "https://evil.example/" }],
    ["no link", "not-a-launch", { [`${CLAIM}/resource_link`]: {} }],
  ])("TL3: is refused with %s", async (_, fault, more) => {
    const { state, nonce } = await login();
    const idToken = await platform.sign(platform.claims(nonce, { ...fresh(), ...more }));
    const refused = await form("/lti/launch", { state, id_token: idToken });
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining(fault)]);
  });

  it("TL3: is refused unsigned, signed by somebody else, or signed with what everybody knows", async () => {
    const stranger = await generateKeyPair("RS256");
    const publicKey = JSON.stringify(await (await fetch(`${platform.url}/keys`)).json());
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    for (const forge of [
      (claims: object) => Promise.resolve(`${part({ alg: "none" })}.${part(claims)}.`),
      (claims: object) => platform.sign(claims, { key: stranger.privateKey }),
      (claims: object) =>
        new SignJWT({ ...claims })
          .setProtectedHeader({ alg: "HS256", kid: "k1" })
          .sign(Buffer.from(publicKey)),
      // A key that the token brings along, or an address where it would be found, is not looked at.
      async (claims: object) => {
        const { exportJWK } = await import("jose");
        const jwk = await exportJWK(stranger.publicKey);
        return new SignJWT({ ...claims })
          .setProtectedHeader({ alg: "RS256", jwk, jku: "http://127.0.0.1:9/keys" })
          .sign(stranger.privateKey);
      },
    ]) {
      const { state, nonce } = await login();
      const idToken = await forge(platform.claims(nonce, fresh()));
      const refused = await form("/lti/launch", { state, id_token: idToken });
      expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining("bad-token")]);
    }
    expect((await form("/lti/login", { iss: "https://evil.example", login_hint: "1" })).status).toBe(400);
  });

  it("TL4: is checked with keys that are kept, and fetched again when the platform has new ones", async () => {
    const verify = launchVerifier({ cooldownMs: 0 });
    const row = { ...registration(), id: "lp_1", createdAtMs: 0 } satisfies LtiPlatform;
    const check = async () => {
      const idToken = await platform.sign(platform.claims("n", fresh()));
      return verify({
        idToken,
        platform: row,
        nonceHash: hashToken("n"),
        origin: ORIGIN,
        nowMs: app.clock.nowMs,
      });
    };
    await check();
    await check();
    expect(platform.keysAsked()).toBe(1);
    await platform.rotate();
    expect((await check()).subject).toBe("user-7");
    expect(platform.keysAsked()).toBe(2);
  });

  it("TL4: asks no address inside for keys, unless the owner said that the platform is there", async () => {
    const owner = await app.signInOwner();
    for (const jwksUrl of [`${platform.url}/keys`, "https://169.254.169.254/keys", "https://[::1]/keys"]) {
      const added = await owner.request("/api/settings/lti-platforms", {
        json: registration({
          jwksUrl,
          isPrivate: false,
          authUrl: "https://a.example/",
          tokenUrl: "https://a.example/",
        }),
      });
      expect(added.status).toBe(400);
    }
    // Had it been registered all the same, the fetch itself would refuse.
    const row = { ...registration({ isPrivate: false }), id: "lp_2", createdAtMs: 0 } as LtiPlatform;
    const idToken = await platform.sign(platform.claims("n", fresh()));
    const about = { idToken, nonceHash: hashToken("n"), origin: ORIGIN, nowMs: app.clock.nowMs };
    await expect(launchVerifier()({ ...about, platform: row })).rejects.toMatchObject({ fault: "bad-token" });
    expect(platform.keysAsked()).toBe(0);
    const person = await app.addPerson();
    expect((await person.request("/api/settings/lti-platforms", { json: registration() })).status).toBe(403);
  });

  it("does not sign the owner out, nor make a learner whoever sits at that browser", async () => {
    const { db } = app.means;
    const nowMs = app.clock.nowMs;
    const owner = await signInOwner(db, await issueSignInToken(db, nowMs), nowMs);
    const { state, nonce, browser } = await login();
    const idToken = await platform.sign(platform.claims(nonce, fresh()));
    const launched = await form("/lti/launch", { state, id_token: idToken });
    const went = await app.request(launched.headers.get("location") ?? "", {
      headers: { cookie: `oe_participant=${owner?.token ?? ""}; ${browser}` },
    });
    expect([went.status, went.headers.getSetCookie()]).toEqual([409, []]);
    const person = await app.addPerson();
    await teach(link("b"));
    const { cookie } = await launch(link("b"));
    const me = (await (await as(cookie, "/api/me")).json()) as { participant: { id: string } };
    expect(me.participant.id).not.toBe(person.id);
  });
});

describe("a platform’s roster and results", () => {
  it("TL5: shows the teacher who of the course has joined, over all pages, and nobody else", async () => {
    const teacher = await teach(link("c"));
    const id = teacher.place.replace(/^.*class-/u, "");
    const learner = await learnIn(link("c"));
    const roster = await as(teacher.cookie, `/api/classes/${id}/roster`);
    expect(await roster.json()).toEqual({
      kind: "told",
      members: [
        { name: "Ada Lovelace", hasJoined: true },
        { name: "Ben Bitdiddle", hasJoined: false },
      ],
    });
    expect((await as(learner.cookie, `/api/classes/${id}/roster`)).status).toBe(404);
    platform.answerWith(503);
    expect(await (await as(teacher.cookie, `/api/classes/${id}/roster`)).json()).toEqual({
      kind: "unreachable",
    });
  });

  it("TL6: passes back how far somebody is who shows it, as a per cent, and never how it feels", async () => {
    await teach(link("d"));
    const { session, cookie, act } = await learnIn(link("d"));
    for (const json of [
      { kind: "task-asked" },
      { kind: "felt", feeling: "frustrated" },
      { kind: "said", text: "I hate this" },
      { kind: "answered", itemId: "read-1", answer: "2/5" },
    ]) {
      expect((await act(json)).status).toBe(201);
    }
    await app.means.runner.settled(session);
    platform.answerWith(503);
    await deliverGrades(app.means);
    platform.answerWith(200);
    await deliverGrades(app.means);
    expect(platform.scores).toEqual([]);
    app.clock.nowMs += 60_000;
    await deliverGrades(app.means);
    await deliverGrades(app.means);
    expect(platform.scores).toHaveLength(1);
    const [score] = platform.scores;
    expect(score?.path).toBe("/items/3/scores?type=x");
    expect(Object.keys(score?.body ?? {}).toSorted()).toEqual([
      "activityProgress",
      "gradingProgress",
      "scoreGiven",
      "scoreMaximum",
      "timestamp",
      "userId",
    ]);
    expect(score?.body).toMatchObject({
      userId: "user-7",
      scoreMaximum: 100,
      gradingProgress: "FullyGraded",
    });
    expect(JSON.stringify(score)).not.toMatch(/frustrat|hate|feel/u);

    // Who shows nothing is not passed back.
    await as(cookie, `/api/sessions/${session}/class`, {
      method: "PUT",
      json: { showsProgress: false, sharesFeelings: true },
    });
    for (const json of [{ kind: "task-asked" }, { kind: "answered", itemId: "read-2", answer: "3/8" }])
      await act(json);
    app.clock.nowMs += 60_000;
    await deliverGrades(app.means);
    expect(platform.scores).toHaveLength(1);
  });

  it("TL6: passes nothing to an address that is not the platform’s", async () => {
    await teach(link("e"));
    const endpoint = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    const scope = ["https://purl.imsglobal.org/spec/lti-ags/scope/score"];
    const lineitem = "http://127.0.0.1:9/items/1";
    const { act } = await learnIn({ ...link("e"), sub: "user-8", [endpoint]: { scope, lineitem } });
    await act({ kind: "task-asked" });
    await act({ kind: "answered", itemId: "read-1", answer: "2/5" });
    const before = app.logLines.length;
    await deliverGrades(app.means);
    expect(app.logLines.slice(before).join()).not.toContain("lti-grades");
  });
});
