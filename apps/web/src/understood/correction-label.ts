import type { MessageEntry } from "@openempathic/experiences";
import { viewsOfEstimate } from "./category-views.ts";

/** The words for saying how it is: a contradiction makes sense only where something was guessed or said. */
export function correctionLabel(entry: MessageEntry | undefined) {
  const { estimate, selfReport } = entry ?? {};
  const hasGuess = estimate?.abstained === null && viewsOfEstimate(estimate).length > 0;
  return hasGuess || selfReport !== undefined ? "conversation.notHowIFeel" : "conversation.sayIt";
}
