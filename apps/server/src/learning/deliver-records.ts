import type { Means } from "../http/means.ts";
import { boundedModelFetch } from "../http/model-fetch.ts";
import { readEvents } from "../sessions/event-store.ts";
import { dueSharings, keepAttempt } from "./record-sharing.ts";
import type { DueSharing } from "./record-sharing.ts";
import { readRecordStore } from "./record-store.ts";
import type { RecordStore } from "./record-store.ts";
import { statementsOf } from "./statements-of.ts";
import { waitAfter } from "./wait-after.ts";

/** What delivery works with. */
export type DeliveryMeans = Pick<Means, "db" | "secrets" | "fetch" | "now" | "closing" | "log">;

/** Sessions of one round. */
const SESSIONS = 20;

/** Statements of one request. */
const STATEMENTS = 100;

/** A store that says nothing for so long has failed. */
const PATIENCE_MS = 20_000;

/**
 * Tells the record store what learners who agreed to it have done since. A store that is down costs nothing but time:
 * what is untold is told later, under the same ids, at longer and longer intervals; and after the first failure of a
 * round the others wait for the next.
 */
export async function deliverRecords(means: DeliveryMeans): Promise<void> {
  const { db, secrets, now } = means;
  const store = await readRecordStore(db, secrets);
  if (store === undefined) return;
  const due = await dueSharings(db, { endpoint: store.endpoint, nowMs: now(), limit: SESSIONS });
  for (const each of due) {
    if (means.closing.aborted) return;
    if (!(await deliverSession(means, store, each))) return;
  }
}

async function deliverSession(
  means: DeliveryMeans,
  store: RecordStore,
  { sharing, participantId, lastSeq }: DueSharing,
): Promise<boolean> {
  const { db, now } = means;
  const { sessionId, sent } = sharing;
  const about = { sessionId, participantId, home: store.home };
  const all = statementsOf(await readEvents(db, sessionId), about, means.secrets);
  const next = all.slice(sent, sent + STATEMENTS);
  const isWhole = sent + next.length >= all.length;
  if (next.length > 0) {
    const isTaken = await send(means, store, JSON.stringify(next));
    if (!isTaken) {
      const failures = sharing.failures + 1;
      await keepAttempt(db, sessionId, { failures, nextAtMs: now() + waitAfter(failures) });
      return false;
    }
  }
  await keepAttempt(db, sessionId, {
    sent: sent + next.length,
    failures: 0,
    nextAtMs: now(),
    ...(isWhole ? { sentSeq: lastSeq } : {}),
  });
  return true;
}

async function send({ fetch, closing, log }: DeliveryMeans, store: RecordStore, body: string) {
  const { endpoint, username, password } = store;
  try {
    const response = await boundedModelFetch(fetch, { bodyBytes: 1_000_000 })(`${endpoint}/statements`, {
      method: "POST",
      headers: {
        authorization: `Basic ${Buffer.from(`${username}:${password}`, "utf8").toString("base64")}`,
        "content-type": "application/json",
        "x-experience-api-version": "1.0.3",
      },
      body,
      signal: AbortSignal.any([closing, AbortSignal.timeout(PATIENCE_MS)]),
    });
    await response.body?.cancel();
    if (response.status === 200 || response.status === 204) return true;
    throw new Error(`The record store answered ${String(response.status)}`);
  } catch (error) {
    if (!closing.aborted) log.failure("record-store", error);
    return false;
  }
}
