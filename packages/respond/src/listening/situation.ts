import type { Turn } from "@openempathic/govern";

import type { Plan } from "../plan.ts";
import { foldMessage, foldedWords } from "../words/fold-text.ts";
import { isGoodbye } from "../words/goodbye.ts";
import { messageLanguage } from "../words/reply-language.ts";
import { lastPersonText } from "../words/turns.ts";
import type { Situation } from "./listener-words.ts";
import { SITUATION_CUES } from "./situation-cues.ts";

/**
 * What kind of message the last one is, where it is answered as a whole; `undefined` where it tells something.
 */
export function situationOf(turns: readonly Turn[], plan: Plan): Situation | undefined {
  const text = lastPersonText(turns);
  const unreadable = unreadableAs(text);
  if (unreadable) return unreadable === "short" && plan.need === "space" ? "space" : unreadable;
  const folded = foldMessage(text);
  if (isGoodbye(text))
    return /\b(?:night|sleep|bed|nacht|schlafen|bett|schlaf)\b/.test(folded) ? "good-night" : "goodbye";
  const count = foldedWords(folded).length;
  // A long message that also says "you don't understand" or "thanks" is about more than that.
  {
    const cue = SITUATION_CUES.find(({ pattern, most = 16 }) => count <= most && pattern.test(folded));
    if (cue) return cue.situation;
  }
  if (messageLanguage(text) === "other") return "other-language";
  if (plan.need === "space") return "space";
  if (plan.need === "information" || (plan.need === "advice" && EXPERT.test(folded))) return "facts";
  if (count <= 14 && VENT.test(folded)) return "vent";
  if (isOnlyQuestion(text) && plan.need !== "advice" && plan.need !== "joy") return "question";
  return undefined;
}

/** Advice on these needs somebody who knows. */
const EXPERT =
  /\b(?:blood pressure|medication|medicine|dos(?:e|age)|pills?|symptoms?|lawyer|lawsuit|tax(?:es)?|invest\w*|mortgage rate|blutdruck|medikament\w*|tabletten?|dosis|symptome?|anwalt|anwaeltin|steuer\w*|anlegen)\b/;

function isOnlyQuestion(text: string): boolean {
  return /^[^.!?\n]{3,120}\?\s*$/.test(text.trim());
}

/** Asks for an ear, and tells nothing yet. */
const VENT =
  /^(?:(?:hi|hey|hello|ok|okay|hallo|so)[,.! ]+)*(?:i (?:just |really |only )*(?:need|want|have) to (?:vent|rant|get something off my chest|talk)|can i (?:just )?(?:vent|rant|talk|tell you (?:something|a secret))|(?:darf|kann) ich dir (?:mal )?(?:was|etwas) (?:sagen|erzaehlen)|(?:just )?(?:listen|hear me out)|ich (?:muss|will|moechte|wollte) (?:mich |mir |einfach |nur |mal |jetzt |kurz |bei dir )*(?:auskotzen|ausheulen|luft machen|was loswerden|etwas loswerden|dampf ablassen|reden)|(?:hoer|hoere) (?:mir )?(?:einfach |bitte |nur |mal )*zu)\b[^.!?]{0,30}[.!? ]*$/;

function unreadableAs(text: string): Situation | undefined {
  const beginning = text.slice(0, 400).trim();
  if (beginning === "") return "empty";
  const letters = beginning.match(/\p{L}/gu)?.length ?? 0;
  if (/^[.…\-\s]+$/.test(beginning)) return "short";
  if (letters === 0) return /\p{Extended_Pictographic}/u.test(beginning) ? "emoji" : "unreadable";
  return isMash(beginning) ? "unreadable" : undefined;
}

/** A keyboard that was leant on: long runs without a vowel, one key held, or one word with no shape of a word. */
function isMash(text: string): boolean {
  const words = text.toLowerCase().match(/[a-zäöüß]+/g) ?? [];
  if (words.length === 0) return false;
  const mashed = words.filter(
    (word) =>
      /(.)\1{5,}/.test(word) ||
      /[bcdfghjklmnpqrstvwxz]{6,}/.test(word) ||
      /^(?:asdf|qwer|yxcv|zxcv|hjkl|jkl)/.test(word) ||
      word.length > 45,
  );
  return mashed.length * 2 > words.length;
}
