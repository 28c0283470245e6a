import { exportJWK, generateKeyPair, importJWK } from "jose";
import type { CryptoKey, JWK } from "jose";
import { z } from "zod";
import type { Secrets } from "../secrets/secrets.ts";
import { hashToken } from "../secrets/secrets.ts";
import { savedSetting } from "../settings/saved-setting.ts";
import type { Database } from "../storage/open-database.ts";

/** The key pair by which this server proves to platforms who it is. */
export interface ToolKey {
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

const SAVED = z.object({ sealed: z.string() });

/** Reads the key pair, or makes it where there is none yet. The private half is sealed with the data folder's key file. */
export async function toolKey(db: Database, secrets: Secrets): Promise<ToolKey> {
  const setting = savedSetting(db, "lti-key", SAVED);
  const saved = await setting.read();
  const kept = saved === undefined ? undefined : secrets.unseal(saved.sealed);
  // The casts are safe: what is sealed here was written below, and an RSA key is imported as a CryptoKey.
  const jwk = kept === undefined ? await madeKey() : (JSON.parse(kept) as JWK);
  if (kept === undefined) await setting.save({ sealed: secrets.seal(JSON.stringify(jwk)) });
  const { kty, n, e, kid } = jwk;
  const publicJwk = { kty, n, e, kid, alg: "RS256", use: "sig" } as JWK;
  return { privateKey: (await importJWK(jwk, "RS256")) as CryptoKey, publicJwk };
}

async function madeKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair("RS256", { modulusLength: 2048, extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, kid: hashToken(jwk.n ?? "").slice(0, 16) };
}
