import { createHash } from "node:crypto";
import { xapiStatements } from "@openempathic/experiences/tutor";
import type { TutorEvent, XapiStatement } from "@openempathic/experiences/tutor";
import type { StoredEvent } from "@openempathic/experiences";
import type { Secrets } from "../secrets/secrets.ts";

/** Whose session it is, and where its courses have their addresses. */
export interface StatementsOf {
  readonly sessionId: string;
  readonly participantId: string;
  /** An address that stands for this server in statements, without a slash at its end. */
  readonly home: string;
}

/**
 * The statements of a tutor's session, for a record store. The same session always gives the same ones under the same
 * ids, so that one that is sent again is known there; the learner is a pseudonym that is the same in all their sessions.
 */
export function statementsOf(
  events: readonly StoredEvent[],
  { sessionId, participantId, home }: StatementsOf,
  secrets: Secrets,
): readonly XapiStatement[] {
  let told = 0;
  // The cast is safe: the log of a tutor's session holds only its own events.
  return xapiStatements(events as readonly TutorEvent[], {
    account: { homePage: home, name: secrets.fingerprint(`xapi ${participantId}`).slice(0, 22) },
    root: `${home}/courses`,
    registration: uuidOf(sessionId),
    newId: () => uuidOf(`${sessionId} ${String((told += 1))}`),
  });
}

/** A UUID of version 5 (RFC 9562, section 5.5), from a name in a namespace of this project's own. */
function uuidOf(name: string): string {
  const bytes = createHash("sha1").update(NAMESPACE).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, "$1-$2-$3-$4-$5");
}

/** Drawn once, at random. */
const NAMESPACE = Buffer.from("0d2f9a61c7354be08b1e6f4a93d05c72", "hex");
