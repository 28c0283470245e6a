import { judgeRisk } from "@openempathic/govern";

/** What code finds in a text before anybody else sees it. */
export type TextScreening = { readonly kind: "pass" } | { readonly kind: "hold"; readonly reason: string };

/**
 * Screens a contributed text. One that says that somebody may be in danger, or that holds an address or a number by
 * which somebody can be found, waits for a reviewer and is shown to no rater; everything else passes. Code alone never
 * rejects.
 *
 * @param text What was contributed.
 * @returns A reason is a code for the record, without a word of the text.
 *
 * @example
 * ```ts
 * import { screenText } from "@openempathic/collect";
 *
 * screenText("We laughed until it hurt."); // => { kind: "pass" }
 * screenText("I want to kill myself tonight."); // => { kind: "hold", reason: "risk-imminent" }
 * screenText("Write to anna.k@example.org"); // => { kind: "hold", reason: "contact-details" }
 * ```
 */
export function screenText(text: string): TextScreening {
  const { level } = judgeRisk([{ role: "person", text }]);
  if (level !== "none" && level !== "concern") return { kind: "hold", reason: `risk-${level}` };
  if (CONTACT.some((pattern) => pattern.test(text))) return { kind: "hold", reason: "contact-details" };
  return { kind: "pass" };
}

/** Addresses of mail and of the web, and numbers of eight and more digits such as telephones and accounts have. */
const CONTACT: readonly RegExp[] = [
  /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,}/u,
  /\bhttps?:\/\/|\bwww\.\S/iu,
  /\+?\d(?:[\s()./-]{0,3}\d){7,}/u,
];
