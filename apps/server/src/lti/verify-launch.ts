import { createRemoteJWKSet, customFetch, jwtVerify } from "jose";
import type { JWTPayload } from "jose";
import { guardedFetch } from "../http/guarded-fetch.ts";
import { hashToken } from "../secrets/secrets.ts";
import { readLaunch } from "./launch.ts";
import type { Launch } from "./launch.ts";
import { LtiError } from "./lti-error.ts";
import type { LtiPlatform } from "./platforms.ts";

/** Clocks may differ by so many seconds. */
const CLOCK_SECONDS = 60;

/** A token may be so old, in seconds. */
const MOST_SECONDS = 600;

/** What is checked of a launch. */
export interface LaunchCheck {
  readonly idToken: string;
  readonly platform: LtiPlatform;
  /** The hash of the nonce that this login asked with. */
  readonly nonceHash: string;
  /** The address that this server is reached at: a launch is for one of its pages. */
  readonly origin: string;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
}

/** Checks launches, with each platform's keys kept for a while. */
export type VerifyLaunch = (check: LaunchCheck) => Promise<Launch>;

/**
 * How launches are checked: by the platform's public keys at the address that the owner registered, never at one that a
 * token names. A key that is not known is looked for there again, at most every `cooldownMs`.
 */
export function launchVerifier({ cooldownMs = 30_000 }: { readonly cooldownMs?: number } = {}): VerifyLaunch {
  const keys = new Map<string, ReturnType<typeof createRemoteJWKSet>>();
  const keysOf = ({ jwksUrl, isPrivate }: LtiPlatform) => {
    const name = `${String(isPrivate)} ${jwksUrl}`;
    const known = keys.get(name);
    if (known !== undefined) return known;
    const fetch = guardedFetch({ isPrivate });
    const made = createRemoteJWKSet(new URL(jwksUrl), {
      cooldownDuration: cooldownMs,
      [customFetch]: (url, { headers, signal }) =>
        fetch(url, { headers: Object.fromEntries(headers), signal }),
    });
    keys.set(name, made);
    return made;
  };
  return async ({ idToken, platform, nonceHash, origin, nowMs }) => {
    const payload = await verified(idToken, platform, { keys: keysOf(platform), nowMs });
    if (typeof payload["nonce"] !== "string" || hashToken(payload["nonce"]) !== nonceHash) {
      throw new LtiError("wrong-nonce");
    }
    const launch = readLaunch(payload);
    if (launch === undefined || !URL.canParse(launch.target) || new URL(launch.target).origin !== origin) {
      throw new LtiError("not-a-launch");
    }
    if (!platform.deploymentIds.includes(launch.deploymentId)) throw new LtiError("foreign-deployment");
    const { subject, deploymentId, resourceLinkId, title, course, isTeacher, lineItem, rosterUrl } = launch;
    return {
      subject,
      deploymentId,
      resourceLinkId,
      title,
      isTeacher,
      ...(course === undefined ? {} : { course }),
      ...(lineItem !== undefined && isOf(platform, lineItem) ? { lineItem } : {}),
      ...(rosterUrl !== undefined && isOf(platform, rosterUrl) ? { rosterUrl } : {}),
    };
  };
}

async function verified(
  idToken: string,
  { issuer, clientId }: LtiPlatform,
  { keys, nowMs }: { readonly keys: ReturnType<typeof createRemoteJWKSet>; readonly nowMs: number },
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(idToken, keys, {
      // What the 1EdTech Security Framework 1.0, section 5.1.1 has; "none" and shared secrets are not among them.
      algorithms: ["RS256"],
      issuer,
      audience: clientId,
      requiredClaims: ["sub", "exp", "iat", "nonce"],
      maxTokenAge: MOST_SECONDS,
      clockTolerance: CLOCK_SECONDS,
      currentDate: new Date(nowMs),
    });
    const { azp, aud } = payload;
    const isForSeveral = Array.isArray(aud) && aud.length > 1;
    if (azp === undefined ? isForSeveral : azp !== clientId) throw new LtiError("bad-token");
    return payload;
  } catch (cause) {
    throw cause instanceof LtiError ? cause : new LtiError("bad-token", { cause });
  }
}

/** Whether an address that a token names is on one of the hosts that the owner registered. */
function isOf({ issuer, authUrl, tokenUrl, jwksUrl }: LtiPlatform, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const origins = [issuer, authUrl, tokenUrl, jwksUrl].flatMap((each) =>
    URL.canParse(each) ? [new URL(each).origin] : [],
  );
  return origins.includes(new URL(address).origin);
}
