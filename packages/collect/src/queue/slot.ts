/**
 * One of a task's numbered places for an answer. A task has as many as answers are wanted, so live leases and
 * submissions together can never be more.
 */
export type Slot =
  | { readonly kind: "open"; readonly number: number; readonly token: number }
  | {
      readonly kind: "leased";
      readonly number: number;
      /** Grows with every claim: whoever holds an older one has lost the place. */
      readonly token: number;
      readonly holder: string;
      /** When the lease ends, in milliseconds since the epoch by the server's clock. */
      readonly untilMs: number;
    }
  | {
      readonly kind: "submitted";
      readonly number: number;
      readonly token: number;
      readonly holder: string;
      readonly annotation: string;
    };

/**
 * Claims a place: an open one, or one whose lease has run out, gets the claimer's name, the next token and a time limit.
 *
 * @param slot The place.
 * @param claim Who claims it, when, and for how long.
 * @returns The leased place; `undefined` where it is taken.
 *
 * @example
 * ```ts
 * import { claimSlot } from "@openempathic/collect";
 *
 * const claim = { holder: "r1", nowMs: 0, leaseMs: 60_000 };
 * claimSlot({ kind: "open", number: 1, token: 4 }, claim)?.token; // => 5
 * claimSlot({ kind: "submitted", number: 1, token: 5, holder: "r2", annotation: "a1" }, claim); // => undefined
 * ```
 */
export function claimSlot(
  slot: Slot,
  { holder, nowMs, leaseMs }: { readonly holder: string; readonly nowMs: number; readonly leaseMs: number },
): Extract<Slot, { kind: "leased" }> | undefined {
  if (slot.kind === "submitted" || (slot.kind === "leased" && slot.untilMs > nowMs)) return undefined;
  return { kind: "leased", number: slot.number, token: slot.token + 1, holder, untilMs: nowMs + leaseMs };
}

/** Whether a submit is taken: "accept", "repeat" of one that was taken, or refused with the answer kept as a draft. */
export type SubmitDecision =
  | { readonly kind: "accept" }
  | { readonly kind: "repeat"; readonly annotation: string }
  | { readonly kind: "refuse"; readonly why: "late" | "foreign" };

/**
 * Decides about an answer that comes for a place. Late is late even where nobody else came meanwhile: the draft is
 * kept, and the place can be claimed again.
 *
 * @example
 * ```ts
 * import { decideSubmit } from "@openempathic/collect";
 *
 * const slot = { kind: "leased", number: 1, token: 2, holder: "r1", untilMs: 100 } as const;
 * decideSubmit(slot, { holder: "r1", token: 2, nowMs: 99 }); // => { kind: "accept" }
 * decideSubmit(slot, { holder: "r1", token: 2, nowMs: 100 }); // => { kind: "refuse", why: "late" }
 * decideSubmit(slot, { holder: "r1", token: 1, nowMs: 99 }); // => { kind: "refuse", why: "late" }
 * decideSubmit(slot, { holder: "r2", token: 2, nowMs: 99 }); // => { kind: "refuse", why: "foreign" }
 * ```
 */
export function decideSubmit(
  slot: Slot,
  { holder, token, nowMs }: { readonly holder: string; readonly token: number; readonly nowMs: number },
): SubmitDecision {
  if (slot.kind === "open") return { kind: "refuse", why: token <= slot.token ? "late" : "foreign" };
  if (slot.token !== token) return { kind: "refuse", why: token < slot.token ? "late" : "foreign" };
  if (slot.holder !== holder) return { kind: "refuse", why: "foreign" };
  if (slot.kind === "submitted") return { kind: "repeat", annotation: slot.annotation };
  return slot.untilMs > nowMs ? { kind: "accept" } : { kind: "refuse", why: "late" };
}
