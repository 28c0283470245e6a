import type { CheckRule } from "../check.ts";
import type { ReplyLanguage } from "../plan.ts";

const REPLACEMENTS: Readonly<Record<ReplyLanguage, Readonly<Record<CheckRule, string>>>> = {
  en: {
    dismissal: "What you're carrying counts, however it looks from outside.",
    "toxic-positivity": "There's no need to brighten this up; it can be as heavy as it is.",
    "feeling-as-fact": "I may be wrong about how this is for you, so your own words count most.",
    diagnosis: "I can't put a name to this; someone trained, like a doctor, could look at it with you.",
    "method-details": "I won't go into that. What matters more to me here is that you stay safe.",
    "invented-contact": "I'd rather not name a contact that nobody has checked.",
    "claims-to-be-human": "I'm a program, so I haven't lived this myself, and I'm listening.",
    "guilt-at-goodbye": "You're free to go whenever you like. Take good care of yourself.",
    manipulation: "That would have been pushing you, so I take it back: what you choose is up to you.",
    stereotype: "That would have put people in a drawer, so I take it back: they differ from one another.",
    indignity: "I take that back; nobody has to be talked about like that.",
    pressure: "There is no need to hurry, and people you trust may well be asked first.",
  },
  de: {
    dismissal: "Was du trägst, zählt, egal wie es von außen aussieht.",
    "toxic-positivity": "Das muss nicht schöngeredet werden; es darf so schwer sein, wie es ist.",
    "feeling-as-fact": "Ich kann mich irren, wie das für dich ist; deine eigenen Worte zählen am meisten.",
    diagnosis:
      "Einen Namen kann ich dem nicht geben; eine Ärztin oder ein Therapeut könnte mit dir darauf schauen.",
    "method-details": "Darauf gehe ich nicht ein. Wichtiger ist hier, dass du in Sicherheit bist.",
    "invented-contact": "Ich nenne lieber keinen Kontakt, den niemand geprüft hat.",
    "claims-to-be-human": "Ich bin ein Programm und habe das nicht selbst erlebt, aber ich höre zu.",
    "guilt-at-goodbye": "Du kannst jederzeit gehen. Pass gut auf dich auf.",
    manipulation: "Das hätte dich gedrängt, ich nehme es zurück: Was du wählst, entscheidest du.",
    stereotype: "Das hätte Menschen in eine Schublade gesteckt, ich nehme es zurück: Sie sind verschieden.",
    indignity: "Das nehme ich zurück; so soll über niemanden gesprochen werden.",
    pressure: "Es eilt nicht, und Menschen, denen du vertraust, dürfen vorher gefragt werden.",
  },
};

/**
 * The sentence that stands in for one that broke a rule twice. It passes every rule itself.
 *
 * @example
 * ```ts
 * import { replacementFor } from "@openempathic/respond";
 *
 * replacementFor("invented-contact", "en"); // => "I'd rather not name a contact that nobody has checked."
 * ```
 */
export function replacementFor(rule: CheckRule, language: ReplyLanguage): string {
  return REPLACEMENTS[language][rule];
}

const BRIDGE: Readonly<Record<ReplyLanguage, string>> = {
  en: "let me say that differently.",
  de: "lass mich das anders sagen.",
};

/**
 * Joins a new sentence to the shown beginning of one that was cut off, so that it reads as a speaker who
 * corrects themselves: "I think that — let me say that differently. …"
 */
export function joinAfterCut(shown: string, sentence: string, language: ReplyLanguage): string {
  if (!/[\p{L}\p{N}]/u.test(shown)) return sentence;
  const gap = /\s$/.test(shown) ? "" : " ";
  return `${gap}— ${BRIDGE[language]} ${sentence}`;
}
