import type { ReplyLanguage } from "../plan.ts";
import { foldMessage, foldedWords } from "../words/fold-text.ts";
import { speaksIllOfSelf } from "./spoken-clauses.ts";
import { turnEnglish } from "./turn-english.ts";
import { turnGerman } from "./turn-german.ts";

const NAME: Readonly<Record<ReplyLanguage, RegExp>> = {
  en: /\b(?:name(?:'s| is| was)|called (?:him|her|it)|named (?:him|her|it)) (\p{Lu}[\p{L}-]{1,20})\b/u,
  de: /\b(?:hei(?:ß|ss)t|hie(?:ß|ss)|Name (?:ist|war)) (\p{Lu}[\p{L}-]{1,20})\b/u,
};
const YEARS: Readonly<Record<ReplyLanguage, RegExp>> = {
  en: /\b((?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty) years)\b(?! (?:ago|old))/i,
  de: /\b((?:\d{1,2}|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|fünfzehn|zwanzig|dreißig|vierzig|fünfzig) Jahren?)\b(?! alt)/i,
};

/** A name that the message tells ("her name is Miso"). */
export function toldName(text: string, language: ReplyLanguage): string | undefined {
  return NAME[language].exec(text.slice(0, 400))?.[1];
}

/** A long span of years that the message names ("41 years"). */
export function toldYears(text: string, language: ReplyLanguage): string | undefined {
  const span = YEARS[language].exec(text.slice(0, 400));
  if (!span?.[1] || /\bvor $/i.test(text.slice(0, span.index))) return undefined;
  if (/^(?:1|2|two|zwei) /i.test(span[1])) return undefined;
  return span[1].replace(/Jahren$/, "Jahre");
}

const MOST_WORDS = 6;
/** Words that make more than a fragment of a message, or one that does not bear being said back. */
const NO_FRAGMENT =
  /\b(?:i|i'm|im|i've|i'll|you|your|he|she|they|we|it|it's|its|that's|thats|there|should|could|would|please|do|does|did|is|are|was|were|ich|du|er|sie|wir|es|man|bitte|soll|ist|sind|war|hat|habe|hab|lol|haha|thx|thanks|danke|ok|okay|yes|no|ja|nein|ne|nee|not|nicht|anyway|just|eher|just|meh|ugh|mich|mir|uns|idea|idee|went|kenn|kenne|oh|haven't|havent|got|can't|bin|mag|kann|why|what|how|who|when|where|warum|wieso|was|wie|wer|keeps?|says?|said|hab|sagt|have|let|yet|sex|porn)\b/;

/** A few words without a sentence, said back as they are: "Zoom call, 6 minutes." */
export function fragment(text: string, language: ReplyLanguage): string | undefined {
  if (text.length > 80) return undefined;
  const bare = text
    .trim()
    .replace(/^(?:because|weil|and|und|but|aber|like|so|also|well|naja)[, ]+/i, "")
    .replace(/[\s.!,:;…]+$/u, "");
  const folded = foldMessage(bare);
  const count = foldedWords(folded).length;
  if (
    count < 1 ||
    count > MOST_WORDS ||
    bare.length > 60 ||
    /[?<>{}[\]\\#=@/\n]|\d{4,}|\p{Extended_Pictographic}/u.test(bare)
  )
    return undefined;
  if (NO_FRAGMENT.test(folded) || speaksIllOfSelf(folded)) return undefined;
  const turned = language === "de" ? turnGerman(bare) : turnEnglish(bare);
  if (!turned) return undefined;
  return `${turned.charAt(0).toUpperCase()}${turned.slice(1)}.`;
}
