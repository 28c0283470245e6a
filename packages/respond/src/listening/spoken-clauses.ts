import type { ReplyLanguage } from "../plan.ts";
import { foldText, READ_CHARACTERS } from "../words/fold-text.ts";
import { turnEnglish } from "./turn-english.ts";
import { turnGerman } from "./turn-german.ts";

/** A restatement longer than this is a recital, a shorter one an echo. */
const MAX_WORDS = 14;
const MIN_WORDS = 3;
const LONGEST_WORD = 24;

/** Where a sentence falls into clauses that can stand alone: before a linking word and a new subject. */
const SPLIT: Readonly<Record<ReplyLanguage, RegExp>> = {
  en: /(?:,\s*|\s+)(?=(?:and|but|so|because|though|although|then) (?:i|i'm|im|i've|i'll|i'd|my|he|she|they|we|it|it's|nobody|no one|everyone|everything|nothing|now|there|the|that)\b)|,\s+(?=(?:i|i'm|im|my|he|she|they|we|it|it's|nobody|everyone|everything|nothing)\b)|\s+(?:-|–|—)\s+/i,
  de: /,?\s+(?=(?:und|aber|denn|doch|sondern) (?:ich|mein\w*|wir|er|sie|es|man|niemand|alle|alles|nichts|jetzt|dann|heute|das|der|die|trotzdem)\b)|\s+(?:-|–|—)\s+/i,
};
const LINK = /^(?:and|but|so|then|und|aber|denn|doch|sondern)\s+/i;
const OPENING =
  /^(?:(?:and|but|so|because|well|ok|okay|yeah|yes|no|like|honestly|actually|anyway|also|oh|um|uh|hey|hi|hello|you know|i mean|it's just that|the thing is|guess what|und|aber|also|naja|na ja|ja|nein|nun|ehrlich gesagt|weißt du|denn|doch|hallo|rate mal|stell dir vor|i think that|today's)[,!:.]*\s+)+/i;
const SUBJECT: Readonly<Record<ReplyLanguage, RegExp>> = {
  en: /\b(?:i|i'm|im|i've|ive|i'll|i'd|my \w+|he|she|they|we|we're|it|it's|nobody|no one|everyone|everybody|everything|nothing|someone|people|there|he's|she's|they're)\s+\w+/,
  de: /\b(?:ich|mein\w* \w+|er|sie|es|wir|man|niemand|alle|alles|nichts|jeder|jemand)\b.*\w+/,
};
const FRAGMENT =
  /^(?:if|when|which|who|whom|that|to|than|as|whose|while|until|unless|where|what|why|how|or|with|without|for|wenn|falls|dass|weil|ob|als|damit|der die|welche\w*|um|ohne|wie|was|wer|warum|oder|mit)\b/;
const ASIDE =
  /\b(?:i (?:guess|think so|don't know|dont know|suppose|mean it)|you know|lol|haha|whatever|weiss (?:ich )?nicht|keine ahnung|thank|thanks|danke|i think$|thx|gotta|know where to (?:start|begin)|of us|with us|right now|please|bitte|just (?:need|want|wanted) to (?:vent|talk|rant)|(?:need|want) (?:some )?advice|can i vent)\b/;
const FEELING =
  /\b(?:feel\w*|felt|sad|angry|alone|lonely|afraid|scared|tired|exhausted|hate|love|miss\w*|hurt\w*|cry\w*|cried|ashamed|guilty|worr\w+|anxious|panic\w*|stress\w*|overwhelm\w*|happy|proud|excited|hopeless|worthless|empty|numb|furious|jealous|bored|embarrass\w*|disappoint\w*|fuehl\w*|traurig|wuetend|sauer|allein\w*|einsam|angst|muede|erschoepft|hasse|liebe|vermiss\w*|weh|wein\w*|geweint|schaem\w*|schuld\w*|sorge\w*|panik|gestresst|ueberfordert|gluecklich|stolz|hoffnungslos|leer|enttaeuscht|verletzt|froh|langweil\w*)\b/;
const EVENT =
  /\b(?:lost|lose|losing|died|dying|dead|death|left|leaving|fired|broke|broken|divorc\w*|fight|fought|yell\w*|scream\w*|ignored?|cheat\w*|lied|lying|fail\w*|sick|ill|cancer|hospital|surgery|accident|alone|can't|never|nobody|no one|nothing|anymore|isn't|doesn't|won't|kicked|reject\w*|bull\w+|passed|got|won|finally|pregnant|engaged|married|moved|quit|sleep|verloren|gestorben|tot|verlassen|gekuendigt|getrennt|schluss|gestritten|streit|angeschrien|ignorier\w*|betrogen|gelogen|krank|krebs|krankenhaus|operation|unfall|nie|niemand|nichts|mehr|gemobbt|abgelehnt|bestanden|bekommen|gewonnen|endlich|schwanger|verlobt|geheiratet|umgezogen|schlafen|geschafft|durchgefallen)\b/;

// Giving these back, even as a quotation, would sound like agreeing.
const SELF_JUDGEMENT =
  /\b(?:failure|loser|lazy|fat|terrible (?:mother|father|mom|mum|dad|friend|person)|dumb|crazy|needy|weird|faul|doof|bloed|dick|fett|komisch|worthless|useless|stupid|idiot|burden|ugly|disgusting|pathetic|weak|bad (?:person|mother|father|friend)|not (?:good )?enough|hate myself|my fault|versager\w*|wertlos\w*|nutzlos|dumm|idiot\w*|last|haesslich|ekelhaft|schwach|nicht gut genug|hasse mich|meine schuld|selbst schuld)\b/;

/** Whether the folded words pass a judgement on the person that should not be said back to them. */
export function speaksIllOfSelf(folded: string): boolean {
  return SELF_JUDGEMENT.test(folded);
}

/** A clause that may be given back, turned around. */
export interface TurnedClause {
  /** Beginning small where it may. */
  readonly text: string;
  /** How much it seems to matter; only the order means anything. */
  readonly weight: number;
}

/**
 * The clauses of a message that carry most, turned around to face the person, best first. What can't be turned
 * safely, makes no sentence of its own or speaks to the listener is left out.
 *
 * @param text The person's message.
 */
export function spokenClauses(text: string, language: ReplyLanguage): readonly TurnedClause[] {
  const sentences = text.slice(0, READ_CHARACTERS).split(/(?<=[.!?…;])\s+|[\n;]+|\.{2,}/);
  return sentences
    .flatMap((sentence) => fromSentence(sentence, language))
    .toSorted((a, b) => b.weight - a.weight);
}

function fromSentence(sentence: string, language: ReplyLanguage): readonly TurnedClause[] {
  if (/\?\s*$/.test(sentence)) return [];
  const clauses = sentence.split(SPLIT[language]).map((clause) => clause.trim());
  return clauses.flatMap((clause, index) => {
    const alone = turned(clause, language);
    if (!alone) return [];
    const next = clauses[index + 1] ?? "";
    const link = LINK.exec(next)?.[0].trim().toLowerCase();
    const partner =
      link && /^(?:and|but|und|aber)$/.test(link) ? turned(next.replace(LINK, ""), language) : undefined;
    const isShort = wordsIn(clause) + wordsIn(next) <= MAX_WORDS;
    const isTiny = wordsIn(clause) + wordsIn(next) <= 14;
    // Two things said in one breath are given back together: "You lost your job, and your wife isn't talking to you."
    if (partner && isShort && (isTiny || Math.min(alone.weight, partner.weight) >= 2)) {
      const text = `${alone.text}, ${link ?? ""} ${partner.text}`;
      return [{ text, weight: Math.max(alone.weight, partner.weight) + 1 }, alone];
    }
    return [alone];
  });
}

function turned(clause: string, language: ReplyLanguage): TurnedClause | undefined {
  const bare = clause
    .replace(OPENING, "")
    .replace(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, "")
    .replace(/[\s.!,:;…)("“”„*_~-]+$/u, "")
    .replace(/^[\s("“”„*_~-]+/u, "")
    .replace(
      /,?\s+(?:to be honest|honestly|tbh|actually|though|lol|haha|ehrlich gesagt|irgendwie|halt)$/i,
      "",
    );
  const whole = withSubject(bare, language);
  const folded = foldText(whole);
  if (!isSentence(whole, folded, language)) return undefined;
  const text = language === "de" ? turnGerman(whole) : turnEnglish(whole);
  return text === undefined ? undefined : { text, weight: weightOf(folded) };
}

/** People often leave out who: "got laid off", "bin hierher gezogen". */
function withSubject(clause: string, language: ReplyLanguage): string {
  if (language === "en")
    return /^(?:got|haven't|havent|can't|couldn't|lost|went|tried|had|didn't|feel|broke) /i.test(clause)
      ? `I ${clause.charAt(0).toLowerCase()}${clause.slice(1)}`
      : clause;
  const verb =
    /^(bin|hab|habe|kann|muss|will|war|hatte|kenn|kenne|fühl|fühle|freu|freue|find|finde|mach|werd|denk|versteh|geh|sitz|lieg|wohn|arbeite|vermiss|vermisse) /i.exec(
      clause,
    )?.[1];
  return verb && !/\b(?:ich|wir)\b/i.test(clause)
    ? `Ich ${verb.toLowerCase()}${clause.slice(verb.length)}`
    : clause;
}

function isSentence(bare: string, folded: string, language: ReplyLanguage): boolean {
  const count = wordsIn(bare);
  if (count < MIN_WORDS || count > MAX_WORDS) return false;
  if (/https?:|www\.|@|[<>{}[\]|\\#=/"“”„]|\d{4,}/.test(bare)) return false;
  if (bare.split(/\s+/).some((word) => word.length > LONGEST_WORD)) return false;
  if (FRAGMENT.test(folded) || ASIDE.test(folded) || SELF_JUDGEMENT.test(folded)) return false;
  return SUBJECT[language].test(folded);
}

function weightOf(folded: string): number {
  const feelings = folded.match(new RegExp(FEELING, "g"))?.length ?? 0;
  const events = folded.match(new RegExp(EVENT, "g"))?.length ?? 0;
  const isOwn = /\b(?:i|i'm|im|my|me|we|ich|mein\w*|mir|mich|wir)\b/.test(folded);
  // What is not so matters less than what is.
  const isDenied = /\b(?:not|nicht|isn't|kein\w*) \w+$/.test(folded) ? 1 : 0;
  return -isDenied + Math.min(feelings, 2) * 2 + Math.min(events, 2) * 2 + (isOwn ? 1 : 0);
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
