import type { RiskLevel, RiskTopic } from "../risk.ts";

/** A line of a lexicon: words that speak for a risk, and what they say when nothing else changes their meaning. */
export interface RiskRule {
  readonly id: string;
  readonly topic: RiskTopic;
  readonly level: RiskLevel;
  /** "subject": whoever the sentence is about. */
  readonly about: "self" | "others" | "subject";
  readonly style: "explicit" | "implicit";
  /** The words hold a "not" of their own ("do not want to live"), so another is not looked for. */
  readonly negative?: boolean;
  /** The words tell of something done or felt before; with a mark of long ago they count as past. */
  readonly past?: boolean;
  /** The words also have everyday meanings; a word of everyday errands beside them cancels them. */
  readonly weak?: boolean;
  /** The words are common in stories, games and jokes; those and figures of speech cancel them. */
  readonly fragile?: boolean;
  readonly patterns: readonly string[];
}

/** The words of one language, as data; see the JSON files beside this one. */
export interface Lexicon {
  readonly language: string;
  /** Named parts that patterns and other parts may use as `{name}`. */
  readonly parts: Readonly<Record<string, string>>;
  /** Figures of speech: blotted out before anything else is read. */
  readonly figures: readonly string[];
  readonly markers: Readonly<Record<MarkerName, readonly string[]>>;
  readonly rules: readonly RiskRule[];
}

/** The marks in a message that change how a rule's words are read. */
export type MarkerName =
  | "negation"
  | "past"
  | "still"
  | "fiction"
  | "realLife"
  | "study"
  | "trivial"
  | "condition"
  | "selfSubject"
  | "otherSubject"
  | "ownReport"
  | "joking"
  | "askRisk"
  | "askPlan"
  | "askNow"
  | "askSafe"
  | "yes"
  | "maybe"
  | "no"
  | "notSafe"
  | "retraction"
  | "safe"
  | "loss"
  | "doIt"
  | "harmless"
  | "weakWords";

/**
 * Turns a lexicon's pattern into a regular expression over normalised words. `{name}` stands for a part, `~` for
 * up to three words between, `~~` for up to eight. Every repetition is bounded, so matching is linear.
 */
export function compilePattern(patterns: readonly string[], parts: Readonly<Record<string, string>>): RegExp {
  const source = patterns.map((pattern) => `(?:${expand(pattern, parts, 0)})`).join("|");
  return new RegExp(`(?<= )(?:${source})(?= )`, "g");
}

function expand(pattern: string, parts: Readonly<Record<string, string>>, depth: number): string {
  if (depth > 6)
    throw new RangeError(`compilePattern needs parts that do not hold themselves; it got ${pattern}`);
  return pattern
    .replaceAll("(?:~ )?", "(?:[^ ]{1,30} ){0,3}")
    .replaceAll("(?:~~ )?", "(?:[^ ]{1,30} ){0,8}")
    .replaceAll("(?: ~)?", "(?: [^ ]{1,30}){0,3}")
    .replaceAll(/ ~~ ?/g, "(?: [^ ]{1,30}){0,8} ")
    .replaceAll(/ ~ /g, "(?: [^ ]{1,30}){0,3} ")
    .replace(/\{([a-z]\w*)\}/gi, (_, name: string) => {
      const part = parts[name];
      if (part === undefined)
        throw new RangeError(`compilePattern needs a part called ${name}; the lexicon has none`);
      return `(?:${expand(part, parts, depth + 1)})`;
    });
}
