import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DataFolderError } from "../startup/data-folder-error.ts";

/** Seals what must be readable again, and digests what must only be recognised. */
export interface Secrets {
  /** Encrypts with AES-256-GCM; the result is text. */
  seal(text: string): string;
  /** `undefined` when it was sealed with another key or changed since. */
  unseal(sealed: string): string | undefined;
  /** A keyed hash: without the key file it cannot be tried against guesses. */
  fingerprint(text: string): string;
}

const FILE = "secret.key";

/**
 * Reads the key file of the data folder, or makes it at the first start. Whoever copies the database without this
 * file cannot read the secrets in it.
 * @throws {DataFolderError} When the file cannot be read or written, or holds something else.
 */
export async function openSecrets(folder: string): Promise<Secrets> {
  const path = join(folder, FILE);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(path, randomBytes(32), { flag: "wx", mode: 0o600 }).catch((error: unknown) => {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    });
    const key = await readFile(path);
    if (key.length !== 32) throw new RangeError(`${FILE} must hold 32 bytes, got ${key.length}`);
    return secretsFrom(key);
  } catch (error) {
    throw new DataFolderError(folder, { cause: error });
  }
}

/** @param key 32 random bytes. */
export function secretsFrom(key: Uint8Array): Secrets {
  return {
    seal: (text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, nonce);
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
    },
    unseal: (sealed) => {
      const bytes = Buffer.from(sealed, "base64url");
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
        decipher.setAuthTag(bytes.subarray(12, 28));
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
      } catch {
        return undefined;
      }
    },
    fingerprint: (text) => createHmac("sha256", key).update(text).digest("base64url"),
  };
}

/** An unguessable token: 256 random bits as text, after a prefix that says what it is. */
export function newToken(prefix: string): string {
  return `${prefix}${randomBytes(32).toString("base64url")}`;
}

/** An opaque id: 128 random bits after a prefix. */
export function newId(prefix: string): string {
  return `${prefix}${randomBytes(16).toString("base64url")}`;
}

/** How a token of 256 random bits is kept: its SHA-256. Slow hashes are for passwords, which can be guessed. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
