import { canonicalJson, sha256 } from "@openempathic/govern";
import type { JsonValue } from "@openempathic/govern";
import type { StudyProtocol } from "./protocol.ts";

/**
 * The hash by which a protocol is frozen: SHA-256 of its canonical JSON (RFC 8785), so that a changed letter in an
 * item, a consent or a seed is a different study, and the order of fields and white space is not.
 *
 * @returns 64 hex digits
 */
export function protocolHash(protocol: StudyProtocol): string {
  // The cast is safe: a protocol is plain data.
  return sha256(canonicalJson(protocol as unknown as JsonValue));
}
