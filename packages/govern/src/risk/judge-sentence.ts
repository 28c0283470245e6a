import { RISK_LEVELS } from "../risk.ts";
import type { RiskJudgement, RiskLevel, RiskTopic } from "../risk.ts";
import type { CompiledLexicon, CompiledRule } from "./lexicons.ts";
import type { NormalisedText, Sentence } from "./normalise-text.ts";

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
  message: NormalisedText,
  lexicon: CompiledLexicon,
): Finding[] {
  const text = blotted(sentence.text, lexicon);
  return lexicon.rules.flatMap((rule) =>
    [...text.matchAll(rule.pattern)]
      .slice(0, 8)
      .map((match) => readMatch(rule, match, { sentence: { ...sentence, text }, message, lexicon })),
  );
}

interface Surroundings {
  readonly sentence: Sentence;
  readonly message: NormalisedText;
  readonly lexicon: CompiledLexicon;
}

/** Blots out figures of speech, so that no rule sees their words. */
function blotted(text: string, lexicon: CompiledLexicon): string {
  return text.replace(lexicon.figures, (figure) => figure.replace(/[^ ]+/g, "#"));
}

function readMatch(rule: CompiledRule, match: RegExpExecArray, around: Surroundings): Finding {
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

function readingOf(
  rule: CompiledRule,
  place: Place,
  around: Surroundings,
): { reading: Reading; level: RiskLevel } {
  const { marks } = around.lexicon;
  const { text } = around.sentence;
  const { whole, laughs } = around.message;
  const plain = { reading: rule.style, level: rule.level };
  const real = marks.realLife.test(whole);

  if (rule.negative !== true && isNegated(place, around.lexicon))
    return { reading: "negated", level: "none" };
  if (rule.fragile === true && !real) {
    if (marks.fiction.test(text) || (place.about === "others" && marks.fiction.test(whole))) {
      return {
        reading: "fictional",
        level: place.about === "self" && hasSelf(text, around) && !isGame(text) ? "concern" : "none",
      };
    }
    const trivial = marks.trivial.test(text);
    if (trivial && (laughs || marks.joking.test(whole))) return { reading: "joking", level: "none" };
    if (trivial && marks.condition.test(text)) return { reading: "joking", level: "none" };
    if (rule.topic === "violence" && (laughs || marks.joking.test(whole)))
      return { reading: "joking", level: "concern" };
  }
  if (
    !real &&
    rule.style === "explicit" &&
    rule.topic !== "abuse" &&
    rule.topic !== "violence" &&
    marks.study.test(whole)
  ) {
    if (!hasSelf(text, around) || (place.about === "others" && !marks.otherSubject.test(text)))
      return { reading: "informative", level: "none" };
    if (
      rule.fragile === true &&
      !/ (?:i am|i want|i will|i feel|i have been|me|ich will|ich mochte|ich bin|mich) /.test(text)
    ) {
      return { reading: "informative", level: "concern" };
    }
  }
  if (isPast(rule, place, around)) return { reading: "past", level: lowest(rule.level, "concern") };
  if (around.sentence.quotedAfter !== undefined && place.about === "others")
    return { reading: "quoted", level: rule.level };
  return plain;
}

function isGame(text: string): boolean {
  return / (?:game|games|gaming|boss|level|raid|minecraft|fortnite|lyrics?|song|spiel|spiele|zocken|endgegner|songtext|liedtext|character|charakter|figur|protagonist) /.test(
    text,
  );
}

function hasSelf(text: string, around: Surroundings): boolean {
  return around.lexicon.marks.selfSubject.test(text);
}

/** A "not" belongs to the words when nothing but words of wanting and planning stand between them. */
function isNegated({ words, before }: Place, lexicon: CompiledLexicon): boolean {
  return lexicon.negationBefore.test(before.slice(-160)) || lexicon.negationWithin.test(` ${words} `);
}

function isPast(rule: CompiledRule, place: Place, { message, sentence, lexicon }: Surroundings): boolean {
  const { marks } = lexicon;
  if (rule.level === "concern") return false;
  const told = rule.past === true || lexicon.pastTense.test(sentence.text);
  return told && marks.past.test(message.whole) && !marks.still.test(message.whole);
}

/** Whose risk: the nearest subject before the words, or the speaker of a quotation. */
function aboutWhom(
  rule: CompiledRule,
  before: string,
  { sentence, lexicon }: Surroundings,
): "self" | "others" {
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

function lowest(a: RiskLevel, b: RiskLevel): RiskLevel {
  return RISK_LEVELS.indexOf(a) < RISK_LEVELS.indexOf(b) ? a : b;
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
