import { nextHash } from "@openempathic/govern";
import type { JsonValue } from "@openempathic/govern";
import type { CouncilEvent } from "./council-event.ts";
import { answerDigest, answerSaltOf, jsonOf, sealAnswer } from "./seal-answer.ts";

/**
 * What the chain covers of an event: all of it, but of answers only their seals, of what was noticed in the
 * host's words only whether harm was planned, and of somebody who joined not the name. So everybody holds the same chain, whatever they may see, and somebody who has their words deleted breaks
 * nothing.
 */
function chainedForm(event: CouncilEvent): JsonValue {
  if (event.kind === "first-answered") return jsonOf(sealedForm(event));
  if (event.kind === "answered-again") return jsonOf(deletedForm(event));
  if (event.kind === "care-judged") {
    const { seq, atMs, kind, of, findings } = event;
    return jsonOf({ seq, atMs, kind, of, harm: findings.some((finding) => finding.kind === "harm") });
  }
  if (event.kind === "joined") {
    const { seq, atMs, kind, by } = event;
    return jsonOf({ seq, atMs, kind, by });
  }
  if (event.kind === "round-revealed") {
    return jsonOf({ ...event, answers: event.answers.map(({ what }) => ({ what })) });
  }
  return jsonOf(event);
}

/** An answer of the first round as everybody may see it. */
export function sealedForm(event: Extract<CouncilEvent, { kind: "first-answered" }>): CouncilEvent {
  const { seq, atMs } = event;
  return { seq, atMs, kind: "first-answer-sealed", seal: sealAnswer(event) };
}

/** What is left of a later answer once its writer had it deleted. */
export function deletedForm(event: Extract<CouncilEvent, { kind: "answered-again" }>): CouncilEvent {
  const { seq, atMs, by, answer, salt } = event;
  return { seq, atMs, kind: "later-answer-deleted", by, what: answerDigest(answer, answerSaltOf(salt)) };
}

/** The hash of the record after one event more. */
export function chainEvent(head: string, event: CouncilEvent): string {
  return nextHash(head, chainedForm(event));
}
