import { RISK_LEVELS } from "../risk.ts";
import type { RiskJudgement, RiskLevel, RiskTopic } from "../risk.ts";
import type { CompiledLexicon } from "./lexicons.ts";
import type { NormalisedText, Sentence } from "./normalise-text.ts";
import type { RiskRule } from "./reading.ts";

/** A message whose marks are looked for once each, however many sentences ask. */
export interface MarkedMessage extends NormalisedText {
  /** Whether a mark stands anywhere in the message. */
  readonly has: (mark: RegExp) => boolean;
}

/** Makes a message remember which marks it was found to hold. */
export function markMessage(message: NormalisedText): MarkedMessage {
  const found = new Map<RegExp, boolean>();
  const has = (mark: RegExp) => {
    const known = found.get(mark) ?? mark.test(message.whole);
    found.set(mark, known);
    return known;
  };
  return { ...message, has };
}

/** How a rule's words were read in their surroundings. */
export type Reading =
  | "explicit"
  | "implicit"
  | "quoted"
  | "fictional"
  | "past"
  | "negated"
  | "joking"
  | "informative"
  | "everyday"
  | "in answer"
  | "adding up";

/** One place where a rule's words stand, with what they mean there. */
export interface Finding {
  readonly ruleId: string;
  readonly level: RiskLevel;
  readonly about: "self" | "others";
  readonly topic: RiskTopic;
  readonly reading: Reading;
  /** The words found, normalised. */
  readonly words: string;
}

/**
 * Reads one sentence of a message with one language's lexicon.
 *
 * @param sentence the sentence
 * @param message the whole message, for marks that reach over sentences
 * @param lexicon the language's rules
 * @returns every place where a rule's words stand; those that mean nothing here have the level "none"
 */
export function judgeSentence(
  sentence: Sentence,
  message: MarkedMessage,
  lexicon: CompiledLexicon,
): Finding[] {
  if (!lexicon.speaks(sentence.text)) return [];
  const text = lexicon.blotted(sentence.text);
  const around = { sentence: { ...sentence, text }, message, lexicon };
  return lexicon
    .rulesIn(text)
    .flatMap(({ rule, matches }) => matches.slice(0, 8).map((match) => readMatch(rule, match, around)));
}

interface Surroundings {
  readonly sentence: Sentence;
  readonly message: MarkedMessage;
  readonly lexicon: CompiledLexicon;
}

function readMatch(rule: RiskRule, match: RegExpExecArray, around: Surroundings): Finding {
  const words = match[0];
  const before = around.sentence.text.slice(0, match.index);
  const about = aboutWhom(rule, before, around);
  const { reading, level } = readingOf(rule, { words, before, about }, around);
  return { ruleId: rule.id, level, about, topic: rule.topic, reading, words };
}

interface Place {
  readonly words: string;
  readonly before: string;
  readonly about: "self" | "others";
}

interface Read {
  readonly reading: Reading;
  readonly level: RiskLevel;
}

/** The first of these that holds says how the words are meant; else they mean what they say. */
function readingOf(rule: RiskRule, place: Place, around: Surroundings): Read {
  const real = around.message.has(around.lexicon.marks.realLife);
  return (
    negated(rule, place, around) ??
    (real
      ? undefined
      : (fictional(rule, place, around) ?? joking(rule, around) ?? informative(rule, place, around))) ??
    everyday(rule, place, around) ??
    past(rule, around) ??
    (around.sentence.quotedAfter !== undefined && place.about === "others"
      ? { reading: "quoted", level: rule.level }
      : { reading: rule.style, level: rule.level })
  );
}

/** A "not" belongs to the words when nothing but words of wanting and planning stand between them. */
function negated(rule: RiskRule, { words, before }: Place, { lexicon }: Surroundings): Read | undefined {
  if (rule.negative === true) return undefined;
  const not =
    lexicon.negationBefore.test(before.slice(-160)) ||
    lexicon.negationWithin.test(` ${words.replace(lexicon.wishedNot, "")} `);
  return not ? { reading: "negated", level: "none" } : undefined;
}

function fictional(rule: RiskRule, { about }: Place, around: Surroundings): Read | undefined {
  const { marks } = around.lexicon;
  const { text } = around.sentence;
  if (rule.fragile !== true) return undefined;
  const { quotedAfter } = around.sentence;
  const inStory = around.message.has(marks.fiction);
  if (inStory && quotedAfter !== undefined && !marks.ownReport.test(quotedAfter))
    return { reading: "fictional", level: "none" };
  if (!marks.fiction.test(text) && !(about === "others" && inStory)) return undefined;
  const own = about === "self" && hasSelf(text, around) && !isMadeUp(text);
  return own ? undefined : { reading: "fictional", level: "none" };
}

/** Words for things that are made up: who writes "I" beside them speaks for a figure. */
function isMadeUp(text: string): boolean {
  return / (?:game|games|gaming|boss|level|raid|match|turnier|minecraft|fortnite|lyrics?|novel|character|protagonist|narrator|chapter|script|screenplay|fanfic|poem|scene|villain|hamlet|vampire|fanfiction|fall damage|checkpoint|respawn|loot|dungeon|quest|boss|spiel|spiele|zocken|endgegner|songtext|liedtext|roman|charakter|figur|hauptfigur|erzahler|drehbuch|gedicht|szene|kapitel|geschichte) /.test(
    text,
  );
}

function joking(rule: RiskRule, { lexicon, sentence, message }: Surroundings): Read | undefined {
  if (rule.fragile !== true) return undefined;
  const { marks } = lexicon;
  const laughs = message.laughs || message.has(marks.joking);
  if (marks.trivial.test(sentence.text) && (laughs || marks.condition.test(sentence.text))) {
    return { reading: "joking", level: "none" };
  }
  return rule.topic === "violence" && laughs ? { reading: "joking", level: "concern" } : undefined;
}

function informative(rule: RiskRule, { about }: Place, around: Surroundings): Read | undefined {
  const { marks } = around.lexicon;
  const { text } = around.sentence;
  if (rule.style !== "explicit" || rule.topic === "abuse" || !around.message.has(marks.study))
    return undefined;
  if (!hasSelf(text, around) || (about === "others" && !marks.otherSubject.test(text))) {
    return { reading: "informative", level: "none" };
  }
  const speaksOfSelf =
    / (?:i am|i have|i had|i think|i need|i want|i wish|i feel|i have been|i keep|i tried|me|ich will|ich mochte|ich bin|ich habe|mich|mir) /.test(
      text,
    );
  return rule.fragile === true && !speaksOfSelf ? { reading: "informative", level: "none" } : undefined;
}

/** "I won't be here next week" beside "holiday"; "I can't take it anymore" beside "song". */
function everyday(rule: RiskRule, { words }: Place, { lexicon, message }: Surroundings): Read | undefined {
  const { marks } = lexicon;
  const despair =
    rule.negative === true &&
    rule.topic === "suicide" &&
    rule.level === "passive" &&
    !OF_LIFE_AND_DEATH.test(` ${words} `);
  if (rule.weak !== true && !(despair && marks.weakWords.test(` ${words} `))) return undefined;
  const harmless = message.has(marks.harmless) || (despair && message.has(marks.trivial));
  return harmless ? { reading: "everyday", level: "none" } : undefined;
}

const OF_LIFE_AND_DEATH =
  / (?:life|living|live|alive|exist|existing|existence|die|died|dying|dead|death|suicide|kill|funeral|born|leben|lebens|weiterleben|leb|sterben|sterbe|tot|tod|suizid|selbstmord|beerdigung|geboren|existieren|umbringen) /;

function past(rule: RiskRule, { message, sentence, lexicon }: Surroundings): Read | undefined {
  const { marks } = lexicon;
  const told = rule.past === true || lexicon.pastTense.test(sentence.text);
  if (rule.level === "concern" || !told) return undefined;
  if (!message.has(marks.past) || message.has(marks.still)) return undefined;
  return { reading: "past", level: "concern" };
}

function hasSelf(text: string, around: Surroundings): boolean {
  return around.lexicon.marks.selfSubject.test(text);
}

/** Whose risk: the nearest subject before the words, or the speaker of a quotation. */
function aboutWhom(rule: RiskRule, before: string, { sentence, lexicon }: Surroundings): "self" | "others" {
  if (rule.about !== "subject") return rule.about;
  if (
    sentence.quotedAfter !== undefined &&
    lexicon.otherReport.test(sentence.quotedAfter) &&
    !lexicon.marks.ownReport.test(sentence.quotedAfter)
  ) {
    return "others";
  }
  const self = lastIndex(before, lexicon.marks.selfSubject);
  const other = lastIndex(before, lexicon.marks.otherSubject);
  return other > self ? "others" : "self";
}

function lastIndex(text: string, pattern: RegExp): number {
  let last = -1;
  for (const match of text.matchAll(new RegExp(pattern.source, "g"))) last = match.index;
  return last;
}

/** The gravest finding as a judgement, with its reason in a sentence. */
export function judgementOf(findings: readonly Finding[]): RiskJudgement {
  const gravest = findings.reduce<Finding | undefined>(
    (worst, finding) => (worst === undefined || weightOf(finding) > weightOf(worst) ? finding : worst),
    undefined,
  );
  if (gravest === undefined) return { level: "none", about: null, reason: "No words that speak for a risk." };
  const words = `"${gravest.words.slice(0, 80)}"`;
  if (gravest.level === "none") {
    return {
      level: "none",
      about: null,
      reason: `The words ${words} were read as ${gravest.reading} (${gravest.ruleId}).`,
    };
  }
  const { level, about, topic } = gravest;
  const whom = about === "self" ? "the writer" : "somebody else";
  return {
    level,
    about,
    topic,
    reason: `The words ${words} were read as ${gravest.reading}, about ${whom} (${gravest.ruleId}).`,
  };
}

/** Graver first; at one level the writer before others, and the first found before later ones. */
function weightOf({ level, about }: Finding): number {
  return RISK_LEVELS.indexOf(level) * 2 + (about === "self" ? 1 : 0);
}
