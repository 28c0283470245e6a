import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { decodeJwt, exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT } from "jose";
import type { CryptoKey, JWK } from "jose";
import { ROSTER_SCOPE, SCORE_SCOPE } from "../launch.ts";

/** A learning platform over loopback, with real keys: what a school's Moodle does, as far as launches need it. */
export interface TestPlatform {
  readonly url: string;
  readonly clientId: string;
  /** The results that were passed back, with the right that each came with. */
  readonly scores: readonly { readonly path: string; readonly body: Readonly<Record<string, unknown>> }[];
  /** How often its public keys were asked for. */
  readonly keysAsked: () => number;
  /** Signs claims as the platform does; `key` in place of its own. */
  sign(claims: object, options?: { readonly key?: CryptoKey; readonly nowMs?: number }): Promise<string>;
  /** The claims of a launch, to be changed by a test. */
  claims(nonce: string, more?: object): Record<string, unknown>;
  /** Signs with a new key from now on, and publishes that one alone. */
  rotate(): Promise<void>;
  /** Its services answer with this status from now on; 200 again for all to be well. */
  answerWith(status: number): void;
  close(): Promise<void>;
}

const CLAIM = "https://purl.imsglobal.org/spec/lti/claim";

/** Starts one. @param tool where this server's public key is, for the platform to check who asks for a token */
export async function startLtiPlatform(tool: {
  readonly origin: string;
  readonly keys: () => Promise<{ readonly keys: readonly JWK[] }>;
}): Promise<TestPlatform> {
  const clientId = "open-empathic-1";
  const scores: { path: string; body: Record<string, unknown> }[] = [];
  const granted = new Map<string, string>();
  let keysAsked = 0;
  let status = 200;
  let pair = await newPair(1);
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // The cast is safe: a server that listens on TCP has such an address.
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const json = (body: unknown, headers: Record<string, string> = {}) =>
      response.writeHead(200, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
    const body = await textOf(request);
    const path = request.url ?? "";
    if (path === "/keys") {
      keysAsked += 1;
      json({ keys: [pair.publicJwk] });
      return;
    }
    if (status !== 200) return void response.writeHead(status).end();
    if (path === "/token") return void json(await grant(new URLSearchParams(body)));
    const right = granted.get(request.headers.authorization?.replace("Bearer ", "") ?? "");
    if (path.startsWith("/roster")) {
      if (right !== ROSTER_SCOPE) return void response.writeHead(403).end();
      const next = path.endsWith("page=2") ? {} : { link: `<${url}/roster?page=2>; rel="next"` };
      json({ id: "x", members: path.endsWith("page=2") ? MEMBERS.slice(2) : MEMBERS.slice(0, 2) }, next);
      return;
    }
    if (right !== SCORE_SCOPE) return void response.writeHead(403).end();
    // The cast is the fake's own: the tests look at what is in it.
    scores.push({ path, body: JSON.parse(body) as Record<string, unknown> });
    response.writeHead(204).end();
  }

  /** Gives a token only for an assertion that the tool's published key has signed, for this very address. */
  async function grant(asked: URLSearchParams): Promise<object> {
    const assertion = asked.get("client_assertion") ?? "";
    const { keys } = await tool.keys();
    const [jwk] = keys;
    if (jwk === undefined) throw new Error("the tool publishes a key");
    await jwtVerify(assertion, await importJWK(jwk, "RS256"), {
      issuer: clientId,
      subject: clientId,
      audience: `${url}/token`,
      requiredClaims: ["jti", "exp", "iat"],
      // The tests' clock is not this machine's.
      currentDate: new Date(1000 * (decodeJwt(assertion).iat ?? 0)),
    });
    const token = `t${String(granted.size)}`;
    granted.set(token, asked.get("scope") ?? "");
    return { access_token: token, token_type: "Bearer", expires_in: 3600, scope: asked.get("scope") };
  }

  return {
    url,
    clientId,
    scores,
    keysAsked: () => keysAsked,
    sign: (claims, { key = pair.privateKey } = {}) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: "RS256", kid: pair.publicJwk.kid ?? "" })
        .sign(key),
    claims: (nonce, more = {}) => ({
      iss: url,
      aud: clientId,
      sub: "user-7",
      nonce,
      [`${CLAIM}/message_type`]: "LtiResourceLinkRequest",
      [`${CLAIM}/version`]: "1.3.0",
      [`${CLAIM}/deployment_id`]: "d1",
      [`${CLAIM}/target_link_uri`]: `${tool.origin}/`,
      [`${CLAIM}/resource_link`]: { id: "link-1", title: "Fractions, week 1" },
      [`${CLAIM}/roles`]: ["http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"],
      "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint": {
        scope: [SCORE_SCOPE],
        lineitem: `${url}/items/3?type=x`,
      },
      "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice": {
        context_memberships_url: `${url}/roster`,
        service_versions: ["2.0"],
      },
      name: "Ada Lovelace",
      email: "ada@school.example",
      ...more,
    }),
    rotate: async () => {
      pair = await newPair(2);
    },
    answerWith: (next) => void (status = next),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const MEMBERS = [
  { user_id: "user-1", status: "Active", name: "T. Each", roles: ["Instructor"] },
  { user_id: "user-7", status: "Active", name: "Ada Lovelace", roles: ["Learner"] },
  {
    user_id: "user-8",
    status: "Active",
    name: "Ben Bitdiddle",
    roles: ["http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"],
  },
  { user_id: "user-9", status: "Inactive", name: "Left Long Ago", roles: ["Learner"] },
];

async function newPair(number: number): Promise<{ readonly privateKey: CryptoKey; readonly publicJwk: JWK }> {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  const publicJwk = { ...(await exportJWK(publicKey)), kid: `k${String(number)}`, alg: "RS256", use: "sig" };
  return { privateKey, publicJwk };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}
