import { canonicalJson, sha256 } from "@openempathic/govern";
import type { JsonValue } from "@openempathic/govern";
import type { AnswerSeal, CouncilAnswer, OpenFirstAnswer } from "./council-event.ts";

/**
 * Seals an answer of the first round: everybody may see the seal, and nobody learns from it who answered or what. Who
 * and what have a seal each, with a salt each, so that what was said can be opened without saying who said it.
 */
export function sealAnswer({ by, answer, salt }: OpenFirstAnswer): AnswerSeal {
  return {
    who: sha256(canonicalJson({ by, salt: sha256(`${salt}:who`) })),
    what: answerDigest(answer, answerSaltOf(salt)),
  };
}

/** The salt that opens what was said, and not who said it. */
export function answerSaltOf(salt: string): string {
  return sha256(`${salt}:what`);
}

/** The seal on what was said. */
export function answerDigest(answer: CouncilAnswer, answerSalt: string): string {
  return sha256(canonicalJson({ answer: jsonOf(answer), salt: answerSalt }));
}

/** Events and answers are plain data; their interfaces only lack JSON's index signature. */
export function jsonOf(value: object): JsonValue {
  return value as unknown as JsonValue;
}
