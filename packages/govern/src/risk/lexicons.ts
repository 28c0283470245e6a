import german from "./lexicon.de.json" with { type: "json" };
import english from "./lexicon.en.json" with { type: "json" };
import { matchesOfChoice } from "./matches-of-choice.ts";
import { openPatternSieve } from "./pattern-sieve.ts";
import { compilePattern } from "./reading.ts";
import type { Lexicon, MarkerName, RiskRule } from "./reading.ts";

/** Where a rule's words stand in a text. */
export interface RuleMatches {
  readonly rule: RiskRule;
  /** From left to right without overlap. */
  readonly matches: readonly RegExpExecArray[];
}

/** A lexicon ready to read with. */
export interface CompiledLexicon {
  readonly language: string;
  readonly marks: Readonly<Record<MarkerName, RegExp>>;
  readonly negationBefore: RegExp;
  readonly negationWithin: RegExp;
  /** A "not" that belongs to the wish itself: "not wake up", "nie geboren". */
  readonly wishedNot: RegExp;
  readonly pastTense: RegExp;
  readonly otherReport: RegExp;
  /** Whether a sentence may hold this language's words; a quick look before the rules. */
  readonly speaks: (text: string) => boolean;
  /** The rules whose words stand in a text, in the order of the lexicon. */
  readonly rulesIn: (text: string) => readonly RuleMatches[];
  /** The text with its figures of speech blotted out, word by word. */
  readonly blotted: (text: string) => string;
}

/** Common words of each language, and the weighty ones that people take over into another. */
const SPEECH: Readonly<Record<string, RegExp>> = {
  en: / (?:i|me|my|myself|the|a|to|and|is|am|are|you|he|she|they|it|of|do|not|no|this|that|what|how|with|for|on|in|be|want|kill|killing|suicide|suicidal|die|dead|end|life|pills|took|cut|cutting|self|overdose|overdosed|goodbye|help|hurt|hate|tired|done|hopeless|yes|just|never|can) /,
  de: / (?:ich|mich|mir|mein|meine|meinen|meinem|meiner|nicht|nichts|kein|keine|keinen|er|sie|wir|ihr|das|der|den|dem|und|ist|bin|habe|hat|mochte|wie|wo|wozu|wofur|warum|wenn|mit|ohne|auf|ein|eine|zu|mehr|leben|sterben|tot|tod|heute|jetzt|morgen|alle|alles|niemand|keiner|suizid\w*|selbstmord\w*|umbringen|umzubringen|lebensmude|abschiedsbrief\w*|ritzen|geritzt|svv|tabletten|schluss|todessehnsucht|es) /,
};
const NEGATION_WITHIN = / (?:not|never|nicht|nie|niemals|kein|keine|keinen|keinerlei) /;
const WISHED_NOT =
  /(?:nicht|nie) (?:mehr|wieder|geboren|aufwach\w*)|not (?:be|being|been|exist|existing|wake|waking|alive|here|born|have|make|mind|care|live)|never (?:born|been|existed|exist|wake|waking|woke)/g;
const PAST_TENSE =
  / (?:was|were|had|did|tried|wanted|attempted|thought|felt|used to|cut|survived|lost|died|killed|hospitalized|hospitalised|sectioned|overdosed|took|planned|went|almost|nearly|struggled|war|hatte|wollte|habe|dachte|versuchte|versucht|geritzt|gedacht|gewollt|verletzt|uberlegt|hatten|gewesen) /;
const OTHER_REPORT =
  / (?:he|she|they|friend|brother|sister|mom|mum|mother|dad|father|son|daughter|wife|husband|girlfriend|boyfriend|er|sie|freund|freundin|bruder|schwester|mutter|mama|vater|papa|sohn|tochter|mann|frau|kollege|kollegin|someone|jemand|poster|book|song|lyrics|movie|film|character|headline|buch|lied|article|tweet|post) /;

// Both files are held against the type by the tests of this folder; JSON imports widen their literals to string.
const LEXICONS = [english, german] as unknown as readonly Lexicon[];

/** Every language's lexicon, compiled once. All of them read every message: people mix languages. */
export const COMPILED_LEXICONS: readonly CompiledLexicon[] = LEXICONS.map(compileLexicon);

function compileLexicon(lexicon: Lexicon): CompiledLexicon {
  const { parts } = lexicon;
  const own = SPEECH[lexicon.language] ?? /^/;
  const others = Object.values(SPEECH).filter((pattern) => pattern !== own);
  const mark = (name: MarkerName) => new RegExp(compilePattern(lexicon.markers[name], parts).source);
  const marks = Object.fromEntries(
    Object.keys(lexicon.markers).map((name) => [name, mark(name as MarkerName)]),
  );
  const negation = compilePattern(lexicon.markers.negation, parts).source.replace(/\(\?= \)$/, "");
  return {
    language: lexicon.language,
    // The names were taken from the lexicon's own keys, which the tests compare with MarkerName.
    marks: marks as Record<MarkerName, RegExp>,
    negationBefore: new RegExp(`${negation} ?$`),
    negationWithin: NEGATION_WITHIN,
    wishedNot: WISHED_NOT,
    pastTense: PAST_TENSE,
    otherReport: OTHER_REPORT,
    speaks: (text) => own.test(text) || !others.some((other) => other.test(text)),
    rulesIn: readRules(lexicon.rules, parts),
    blotted: blotFigures(lexicon.figures, parts),
  };
}

type Parts = Lexicon["parts"];

/** Tries each pattern of each rule only where its words stand. */
function readRules(rules: readonly RiskRule[], parts: Parts): CompiledLexicon["rulesIn"] {
  const patterns = rules.flatMap((rule) =>
    rule.patterns.map((pattern) => ({ rule, pattern: compilePattern([pattern], parts) })),
  );
  const sieve = openPatternSieve(patterns.map(({ pattern }) => pattern));
  return (text) => {
    const tried = new Map<RiskRule, RegExp[]>();
    for (const number of sieve.mayMatch(text)) {
      const entry = patterns[number];
      if (entry !== undefined) tried.set(entry.rule, [...(tried.get(entry.rule) ?? []), entry.pattern]);
    }
    return [...tried].map(([rule, own]) => ({ rule, matches: matchesOfChoice(own, text) }));
  };
}

function blotFigures(figures: readonly string[], parts: Parts): CompiledLexicon["blotted"] {
  const patterns = figures.map((figure) => compilePattern([figure], parts));
  const sieve = openPatternSieve(patterns);
  return (text) => {
    const tried = sieve.mayMatch(text).flatMap((number) => patterns[number] ?? []);
    return matchesOfChoice(tried, text).reduceRight(
      (left, { index, 0: figure }) =>
        left.slice(0, index) + figure.replace(/[^ ]+/g, "#") + left.slice(index + figure.length),
      text,
    );
  };
}
