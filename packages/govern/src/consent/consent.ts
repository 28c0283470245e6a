import type { PerceivedModality } from "../permit/permit.ts";
import { PURPOSES } from "../purpose.ts";
import type { Purpose } from "../purpose.ts";

/** The name and version of the receipt's form. */
export const CONSENT_SCHEMA = "open-empathic/consent/1";

/**
 * What a person agreed to: one purpose, some modalities, one version of the text they read. Never changed after
 * it was made, but for the time of its withdrawal. It holds a pseudonym, not a name.
 */
export interface ConsentReceipt {
  readonly schema: typeof CONSENT_SCHEMA;
  readonly id: string;
  /** The person's pseudonymous id. */
  readonly participant: string;
  readonly purpose: Purpose;
  readonly modalities: readonly PerceivedModality[];
  /** The version of the text that was agreed to; another version asks again. */
  readonly version: string;
  /** The language in which it was read (BCP 47). */
  readonly language: string;
  readonly givenAtMs: number;
  /** When it was withdrawn, in milliseconds since the epoch; `undefined` while it stands. */
  readonly withdrawnAtMs?: number;
}

/** What a receipt is made of. */
export type ConsentFields = Omit<ConsentReceipt, "schema" | "withdrawnAtMs">;

/**
 * Writes down what a person agreed to, for one purpose at a time.
 *
 * @param fields the receipt's fields; ids and time come from the caller
 * @throws RangeError for an unknown purpose, an empty id, participant, version or language, no modality, or a
 * time that is not finite
 *
 * Source: Regulation (EU) 2016/679 (GDPR), Art. 7(1): the consent can be shown; Art. 9(2)(a): explicit, per purpose.
 *
 * @example
 * ```ts
 * import { consentCovers, makeConsentReceipt } from "@openempathic/govern";
 *
 * const receipt = makeConsentReceipt({ id: "c1", participant: "p1", purpose: "research", modalities: ["voice"],
 *   version: "1", language: "en", givenAtMs: 0 });
 * consentCovers([receipt], { purpose: "research", modality: "voice", version: "1" }); // => true
 * consentCovers([receipt], { purpose: "play", modality: "voice", version: "1" }); // => false
 * ```
 */
export function makeConsentReceipt(fields: ConsentFields): ConsentReceipt {
  const { id, participant, purpose, version, language, givenAtMs } = fields;
  for (const [name, text] of Object.entries({ id, participant, version, language })) {
    if (typeof text !== "string" || text === "") {
      throw new RangeError(`makeConsentReceipt needs a ${name}; it got ${JSON.stringify(text)}`);
    }
  }
  if (!PURPOSES.includes(purpose)) {
    throw new RangeError(
      `makeConsentReceipt needs purpose to be one of ${PURPOSES.join(", ")}; it got ${JSON.stringify(purpose)}`,
    );
  }
  if (fields.modalities.length === 0)
    throw new RangeError("makeConsentReceipt needs a modality; it got none");
  if (!Number.isFinite(givenAtMs)) {
    throw new RangeError(`makeConsentReceipt needs a finite givenAtMs; it got ${String(givenAtMs)}`);
  }
  const modalities = [...new Set(fields.modalities)];
  return { schema: CONSENT_SCHEMA, id, participant, purpose, modalities, version, language, givenAtMs };
}

/**
 * Takes a consent back. It needs nothing but the receipt and the time: no reason, no question, no condition.
 * Withdrawing again keeps the first time.
 *
 * @param receipt the receipt
 * @param atMs when it was withdrawn, in milliseconds since the epoch
 * @throws RangeError when the time is not finite
 *
 * Source: GDPR, Art. 7(3): as easy to withdraw as to give.
 *
 * @example
 * ```ts
 * import { consentCovers, makeConsentReceipt, withdrawConsent } from "@openempathic/govern";
 *
 * const receipt = makeConsentReceipt({ id: "c1", participant: "p1", purpose: "play", modalities: ["face"],
 *   version: "1", language: "de", givenAtMs: 0 });
 * withdrawConsent(receipt, 60_000).withdrawnAtMs; // => 60000
 * consentCovers([withdrawConsent(receipt, 60_000)], { purpose: "play", modality: "face", version: "1" }); // => false
 * ```
 */
export function withdrawConsent(receipt: ConsentReceipt, atMs: number): ConsentReceipt {
  if (!Number.isFinite(atMs))
    throw new RangeError(`withdrawConsent needs a finite atMs; it got ${String(atMs)}`);
  if (receipt.withdrawnAtMs !== undefined) return receipt;
  return { ...receipt, withdrawnAtMs: atMs };
}

/**
 * Whether some receipt that still stands covers a use. Every receipt is for its own purpose only, and for the
 * version of the text that was read.
 *
 * @param receipts one person's receipts, in any order
 * @param use the purpose, the modality and the version of the text that is current
 *
 * @example
 * ```ts
 * import { consentCovers } from "@openempathic/govern";
 *
 * consentCovers([], { purpose: "research", modality: "text", version: "1" }); // => false
 * ```
 */
export function consentCovers(
  receipts: readonly ConsentReceipt[],
  use: { readonly purpose: Purpose; readonly modality: PerceivedModality; readonly version: string },
): boolean {
  return receipts.some(
    (receipt) =>
      receipt.withdrawnAtMs === undefined &&
      receipt.purpose === use.purpose &&
      receipt.version === use.version &&
      receipt.modalities.includes(use.modality),
  );
}
