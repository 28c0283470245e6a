/**
 * The digest of a file as model cards name it: `sha256:` and 64 hex digits.
 *
 * @throws {TypeError} In a browser on a page that came over plain HTTP, which has no WebCrypto.
 */
export async function modelDigest(bytes: Uint8Array): Promise<string> {
  // The cast is safe: it only admits what browsers do on pages that came over plain HTTP.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) {
    throw new TypeError("modelDigest needs WebCrypto, which browsers offer on https and localhost only");
  }
  // The copy gives WebCrypto a plain ArrayBuffer, whatever kind of buffer the bytes came in.
  const hash = new Uint8Array(await subtle.digest("SHA-256", new Uint8Array(bytes)));
  return `sha256:${Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
