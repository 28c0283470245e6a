import type { Turn } from "@openempathic/govern";

import type { ReplyLanguage } from "../plan.ts";
import { foldMessage, foldedWords } from "./fold-text.ts";
import { textsOf } from "./turns.ts";

// Function words that tell the languages apart; words that two of them share ("die", "war", "so") are left out.
const MARKERS: Readonly<Record<"en" | "de" | "other", ReadonlySet<string>>> = {
  en: new Set(
    "the and you i i'm im my me is are was it it's that this of to for with have has had not don't dont can't cant what how why when who we they he she do does did be been am just like feel know want would should could about at on from they're there's yes no hello hi hey thanks thank please okay because but if really nothing good bad today".split(
      " ",
    ),
  ),
  de: new Set(
    "im am so ich du wir ihr mein meine meinen meinem meiner mich mir dich dir nicht und ist bin bist sind habe hab hast hat haben das der ein eine einen einem einer es aber auch auf aus bei dass mit nach noch nur oder schon sehr sie er von vor wenn weil wie zu zum zur was warum wieso wer heute gestern immer nie nichts kein keine keinen danke bitte ja nein hallo gut schlecht fuehle geht kann will muss weiss doch mal einfach alles".split(
      " ",
    ),
  ),
  other: new Set(
    "je suis pas les des est une vous nous avec pour dans mais moi mon ma ça ca que qui sont estoy muy pero los las una por para soy tengo gracias el mi yo hola como está non sono che di per della mio mia sto molto ciao grazie sou estou não nao com uma meu minha obrigado ik ben niet het een mijn maar met voor jag är inte och det jeg ikke og er ben bir ve bu çok için degil değil jestem nie się to w na z mnie ja teraz".split(
      " ",
    ),
  ),
};
// Words that also stand in other languages count only when nothing speaks against them.
const OTHER_SCRIPT =
  /[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Greek}\p{Script=Thai}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Georgian}\p{Script=Armenian}]/gu;

function countMarkers(words: readonly string[], markers: ReadonlySet<string>): number {
  return words.filter((word) => markers.has(word)).length;
}

/**
 * Which of the reply languages a message is written in: `"other"` where it is clearly neither, `undefined`
 * where its words do not tell (a name, "ok", an emoji).
 *
 * @param text One message.
 *
 * @example
 * ```ts
 * import { messageLanguage } from "@openempathic/respond";
 *
 * messageLanguage("Ich weiß nicht weiter."); // => "de"
 * messageLanguage("Je ne sais pas, je suis fatigué."); // => "other"
 * messageLanguage("ok"); // => undefined
 * ```
 */
export function messageLanguage(text: string): ReplyLanguage | "other" | undefined {
  const folded = foldMessage(text);
  const letters = folded.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return undefined;
  if ((folded.match(OTHER_SCRIPT)?.length ?? 0) > letters / 2) return "other";
  const words = foldedWords(folded);
  const [en, de, other] = [MARKERS.en, MARKERS.de, MARKERS.other].map((markers) =>
    countMarkers(words, markers),
  ) as [number, number, number];
  if (other >= 2 && other > Math.max(en, de)) return "other";
  if (en === de) return undefined;
  return en > de ? "en" : "de";
}

/**
 * The language to answer in: that of the person's latest message that tells, English where none does.
 *
 * @param turns The conversation, oldest first.
 *
 * @example
 * ```ts
 * import { identifyReplyLanguage } from "@openempathic/respond";
 *
 * identifyReplyLanguage([{ role: "person", text: "Mir geht es nicht gut" }, { role: "person", text: "ok" }]); // => "de"
 * identifyReplyLanguage([]); // => "en"
 * ```
 */
export function identifyReplyLanguage(turns: readonly Turn[]): ReplyLanguage {
  const latestFirst = textsOf(turns.slice(-40), "person").toReversed();
  for (const text of latestFirst) {
    const language = messageLanguage(text);
    if (language === "en" || language === "de") return language;
  }
  return "en";
}

/** A message with fewer words may borrow from the other language: "hey", "ok cool". */
const TELLING_WORDS = 4;

/**
 * The language that the person writes in: that of their latest message of four words or more that tells, else
 * the one that is set.
 *
 * @param turns The conversation, oldest first.
 * @param setting The language that is set.
 */
export function spokenLanguage(turns: readonly Turn[], setting: ReplyLanguage): ReplyLanguage {
  for (const text of textsOf(turns.slice(-12), "person").toReversed()) {
    if (foldedWords(foldMessage(text)).length < TELLING_WORDS) continue;
    const language = messageLanguage(text);
    if (language === "en" || language === "de") return language;
  }
  return setting;
}
