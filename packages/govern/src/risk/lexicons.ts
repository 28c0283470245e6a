import german from "./lexicon.de.json" with { type: "json" };
import english from "./lexicon.en.json" with { type: "json" };
import { compilePattern } from "./reading.ts";
import type { Lexicon, MarkerName, RiskRule } from "./reading.ts";

/** A rule whose patterns are one regular expression. */
export interface CompiledRule extends RiskRule {
  readonly pattern: RegExp;
}

/** A lexicon ready to read with. */
export interface CompiledLexicon {
  readonly language: string;
  readonly figures: RegExp;
  readonly marks: Readonly<Record<MarkerName, RegExp>>;
  readonly negationBefore: RegExp;
  readonly negationWithin: RegExp;
  readonly pastTense: RegExp;
  readonly otherReport: RegExp;
  readonly rules: readonly CompiledRule[];
}

const NEGATION_WITHIN = / (?:not|never|nicht|nie|niemals|kein|keine|keinen|keinerlei) /;
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
  const mark = (name: MarkerName) => new RegExp(compilePattern(lexicon.markers[name], parts).source);
  const marks = Object.fromEntries(
    Object.keys(lexicon.markers).map((name) => [name, mark(name as MarkerName)]),
  );
  const negation = compilePattern(lexicon.markers.negation, parts).source.replace(/\(\?= \)$/, "");
  return {
    language: lexicon.language,
    figures: compilePattern(lexicon.figures, parts),
    // The names were taken from the lexicon's own keys, which the tests compare with MarkerName.
    marks: marks as Record<MarkerName, RegExp>,
    negationBefore: new RegExp(`${negation} ?$`),
    negationWithin: NEGATION_WITHIN,
    pastTense: PAST_TENSE,
    otherReport: OTHER_REPORT,
    rules: lexicon.rules.map((rule) => ({ ...rule, pattern: compilePattern(rule.patterns, parts) })),
  };
}
