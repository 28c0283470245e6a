import { and, asc, eq } from "drizzle-orm";
import { makeConsentReceipt, withdrawConsent } from "@openempathic/govern";
import type { ConsentFields, ConsentReceipt } from "@openempathic/govern";
import type { Database } from "../storage/open-database.ts";
import { consents } from "../storage/schema.ts";

/** Keeps a consent and returns its receipt. */
export async function addConsent(db: Database, fields: ConsentFields): Promise<ConsentReceipt> {
  const receipt = makeConsentReceipt(fields);
  const { id, participant, givenAtMs } = receipt;
  await db.insert(consents).values({ id, participantId: participant, receipt: { ...receipt }, givenAtMs });
  return receipt;
}

/** A participant's consents, withdrawn ones included, oldest first. */
export async function listConsents(db: Database, participantId: string): Promise<ConsentReceipt[]> {
  const rows = await db
    .select({ receipt: consents.receipt })
    .from(consents)
    .where(eq(consents.participantId, participantId))
    .orderBy(asc(consents.givenAtMs), asc(consents.id));
  return rows.map(({ receipt }) => receiptOf(receipt));
}

/** One consent of a participant; `undefined` where they have none of that id. */
export async function findConsent(
  db: Database,
  id: string,
  participantId: string,
): Promise<ConsentReceipt | undefined> {
  const [row] = await db
    .select({ receipt: consents.receipt })
    .from(consents)
    .where(and(eq(consents.id, id), eq(consents.participantId, participantId)));
  return row === undefined ? undefined : receiptOf(row.receipt);
}

/** Withdraws a consent; the receipt stays, with the time. `undefined` where there is none of that id. */
export async function endConsent(
  db: Database,
  { id, participantId, atMs }: { readonly id: string; readonly participantId: string; readonly atMs: number },
): Promise<ConsentReceipt | undefined> {
  const given = await findConsent(db, id, participantId);
  if (given === undefined) return undefined;
  const receipt = withdrawConsent(given, atMs);
  await db
    .update(consents)
    .set({ receipt: { ...receipt }, withdrawnAtMs: receipt.withdrawnAtMs ?? atMs })
    .where(eq(consents.id, id));
  return receipt;
}

function receiptOf(stored: Readonly<Record<string, unknown>>): ConsentReceipt {
  // Only the two functions above write this column, and they wrote a receipt.
  return stored as unknown as ConsentReceipt;
}
