import { foldMessage, foldedWords } from "./fold-text.ts";

/** A farewell at the very start or end of a short message is meant for us. */
const FAREWELL =
  "bye|bye bye|goodbye|good bye|good night|goodnight|night night|see you|see ya|cya|farewell|take care|" +
  "talk (?:to you )?(?:later|tomorrow|soon)|ttyl|until (?:tomorrow|next time)|tschuess|tschuessi|tschau|" +
  "ciao|gute nacht|auf wiedersehen|auf wiederhoeren|bis (?:bald|dann|morgen|spaeter|naechstes mal)|" +
  "mach(?:'s| es|s) gut|schlaf gut|have a (?:nice|good|great|lovely) (?:day|night|evening|one|weekend)|" +
  "(?:schoenen|schoene|einen schoenen|eine schoene) (?:tag|abend|nacht|woche)(?: noch)?|tschau|tschoe|wiedersehen";
const AT_START = new RegExp(
  `^(?:(?:ok|okay|well|alright|anyway|so|gut|also|na dann|thanks|thank you|danke)[,.! ]+)*(?:${FAREWELL})\\b(?!')`,
);
const AT_END = new RegExp(
  `(?:^|[,.!?;-] ?|\\band |\\bund |\\bso |\\bnow |\\bjetzt )(?:${FAREWELL})(?: (?:then|now|you|dann|du|and thanks|for now))?[.! )]*$`,
);
const LEAVING =
  /\b(?:i(?:'ve| have)? (?:got to|gotta|have to|need to|must|should|am going to|'m going to|will|'ll) (?:go|leave|head out|run|sleep|get going)(?: now| soon| to bed| to sleep| to work)?|i'll (?:go|leave|head out|run|sleep)(?: now| soon| to bed| to sleep)?|i(?:'m| am) (?:off|leaving|going to bed|heading to bed|heading out)|gotta go(?: (?:to )?(?:dinner|lunch|eat|class|school|work|bed|sleep))?|gtg|g2g|ich (?:muss|gehe?|geh) (?:jetzt |dann |gleich )?(?:los|gehen|weg|schlafen|ins bett|weiter)|ich bin (?:dann |jetzt )?(?:mal )?weg)(?: (?:now|jetzt))?[.! ]*(?:$|[,.;])/;
/** Words that make a farewell something else: a last farewell, or somebody else's. */
const NOT_OURS =
  /\b(?:forever|everyone|everybody|world|for good|cruel|fuer immer|alle|allen|welt|say goodbye|said goodbye|saying goodbye|note|brief|never|no more|crazy|insane|mad|through|away from|on with|therapy|hospital|doctor|home|back)\b/;

/**
 * Whether a message takes its leave from this conversation ("bye", "I have to go now", "gute Nacht"). A last
 * farewell ("goodbye everyone") and a farewell that is told about ("I had to say goodbye to my dog") are not.
 *
 * @param text The person's message.
 *
 * @example
 * ```ts
 * import { isGoodbye } from "@openempathic/respond";
 *
 * isGoodbye("Okay, thank you. Bye!"); // => true
 * isGoodbye("Ich muss jetzt los."); // => true
 * isGoodbye("I had to say goodbye to my dog"); // => false
 * ```
 */
export function isGoodbye(text: string): boolean {
  const folded = foldMessage(text);
  if (foldedWords(folded).length > 14 || NOT_OURS.test(folded)) return false;
  if (folded.endsWith("?")) return false;
  return AT_START.test(folded) || AT_END.test(folded) || LEAVING.test(folded);
}
