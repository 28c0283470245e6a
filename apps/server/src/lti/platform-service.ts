import { randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import { z } from "zod";
import { guardedFetch } from "../http/guarded-fetch.ts";
import type { Means } from "../http/means.ts";
import type { LtiPlatform } from "./platforms.ts";
import { toolKey } from "./tool-key.ts";

const GRANT = z.object({ access_token: z.string().min(1).max(10_000) });

/** A request to one of a platform's services. */
export interface ServiceRequest {
  readonly url: string;
  readonly scope: string;
  readonly accept?: string;
  /** What is posted, and as what; absent: it is read. */
  readonly post?: { readonly type: string; readonly body: string };
}

/**
 * Asks a service of a platform with a token of its own: the platform gives it to whoever signs with this server's key
 * (1EdTech Security Framework 1.0, section 4.1).
 * @throws {Error} When the platform cannot be reached, gives no token or says no.
 */
export async function askPlatform(
  { db, secrets, now, closing }: Pick<Means, "db" | "secrets" | "now" | "closing">,
  platform: LtiPlatform,
  { url, scope, accept = "application/json", post }: ServiceRequest,
): Promise<Response> {
  const fetch = guardedFetch({ isPrivate: platform.isPrivate });
  const { tokenUrl, clientId } = platform;
  const { privateKey, publicJwk } = await toolKey(db, secrets);
  const nowSeconds = Math.floor(now() / 1000);
  const assertion = await new SignJWT({})
    .setProtectedHeader({ alg: "RS256", kid: publicJwk.kid ?? "", typ: "JWT" })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(tokenUrl)
    .setIssuedAt(nowSeconds)
    .setExpirationTime(nowSeconds + 300)
    .setJti(randomUUID())
    .sign(privateKey);
  const granted = await fetch(tokenUrl, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: assertion,
      scope,
    }).toString(),
    signal: closing,
  });
  const { access_token: token } = GRANT.parse(await ok(granted).json());
  const headers = { authorization: `Bearer ${token}`, accept };
  return ok(
    await fetch(url, {
      ...(post === undefined
        ? { headers }
        : { method: "POST", headers: { ...headers, "content-type": post.type }, body: post.body }),
      signal: closing,
    }),
  );
}

function ok(response: Response): Response {
  if (response.ok) return response;
  throw new Error(`The platform answered ${String(response.status)}`);
}
