/**
 * What a text must hold for a pattern to match it: of each clause at least one of its strings. No clauses: nothing is
 * known, and the pattern has to be tried.
 */
export type LiteralClauses = readonly (readonly string[])[];

/** A set of strings beyond this is no longer put together with what stands beside it. */
const MOST_JOINED = 64;
/** A set beyond this says too little. */
const MOST_STRINGS = 1_000;
/** Shorter strings stand in nearly every text. */
const SHORTEST = 3;
/** Enough of a string to tell it from others; a text that holds a string holds its beginning. */
const LONGEST = 14;

/** What is known of every match of a part of a pattern. */
interface Known {
  /** All strings that it can be; `undefined` where they are too many to list. */
  readonly strings: ReadonlySet<string> | undefined;
  /** Where they are too many: what each of them must hold. */
  readonly clauses: LiteralClauses;
}

type Part =
  | { readonly kind: "known"; readonly known: Known }
  | { readonly kind: "choice"; readonly options: readonly (readonly Part[])[] };

const ANYTHING: Known = { strings: undefined, clauses: [] };
const NOTHING: Known = { strings: new Set([""]), clauses: [] };

/**
 * Reads out of a regular expression which words a text must hold for it to match, so that the expression need not be
 * tried on texts without them. It errs on one side only: a text that matches always holds them.
 *
 * The idea is that of the index of R. Cox, Regular Expression Matching with a Trigram Index, 2012
 * (https://swtch.com/~rsc/regexp/regexp4.html), with words in place of trigrams.
 *
 * @param source the expression's source: literals, groups, choices, repetitions, classes and looks around
 * @returns one list of clauses for each alternative; the expression can match when one of them is met
 */
export function literalsOf(source: string): readonly LiteralClauses[] {
  const edged = /^\(\?<= \)(.*)\(\?= \)$/s.exec(source)?.[1];
  const edge = edged === undefined ? [] : [literal(" ")];
  return alternativesOf(new SourceReader(edged ?? source).read()).map((parts) =>
    requirementsOf(inSequence([...edge, ...parts, ...edge])),
  );
}

/** A choice of whole alternatives is the alternatives themselves, however many brackets stand around it. */
function alternativesOf(options: readonly (readonly Part[])[]): readonly (readonly Part[])[] {
  return options.flatMap((parts) => {
    const [only] = parts;
    return parts.length === 1 && only?.kind === "choice" ? alternativesOf(only.options) : [parts];
  });
}

function literal(text: string): Part {
  return { kind: "known", known: { strings: new Set([text]), clauses: [] } };
}

function knownOf(part: Part): Known {
  return part.kind === "known" ? part.known : inChoice(part.options.map(inSequence));
}

function inSequence(parts: readonly Part[]): Known {
  const clauses: (readonly string[])[] = [];
  let joined: ReadonlySet<string> = new Set([""]);
  let isBroken = false;
  for (const part of parts) {
    const { strings, clauses: held } = knownOf(part);
    if (strings !== undefined && joined.size * strings.size <= MOST_JOINED) {
      joined = new Set([...joined].flatMap((before) => [...strings].map((after) => before + after)));
      continue;
    }
    const hasBegun = joined.size > 1 || !joined.has("");
    isBroken ||= hasBegun || strings === undefined;
    clauses.push(...clauseOf(joined), ...held);
    joined = strings ?? new Set([""]);
  }
  if (!isBroken) return { strings: joined, clauses: [] };
  return { strings: undefined, clauses: [...clauses, ...clauseOf(joined)] };
}

function inChoice(options: readonly Known[]): Known {
  const strings = new Set(options.flatMap((option) => [...(option.strings ?? [])]));
  if (options.every((option) => option.strings !== undefined) && strings.size <= MOST_STRINGS) {
    return { strings, clauses: [] };
  }
  const best = options.map((option) => mostTelling(requirementsOf(option)));
  const all = best.flatMap((clause) => clause ?? []);
  const isTelling = best.every((clause) => clause !== undefined) && all.length <= MOST_STRINGS;
  return { strings: undefined, clauses: isTelling ? [leastOf(all)] : [] };
}

function requirementsOf({ strings, clauses }: Known): LiteralClauses {
  return strings === undefined ? clauses : clauseOf(strings);
}

/** The strings as a clause; none where one of them is too short to tell anything. */
function clauseOf(strings: ReadonlySet<string>): LiteralClauses {
  const all = [...strings];
  return all.some((text) => text.length < SHORTEST)
    ? []
    : [leastOf(all.map((text) => text.slice(0, LONGEST)))];
}

/** A string that holds another of the set adds nothing to it. */
function leastOf(strings: readonly string[]): readonly string[] {
  const unique = [...new Set(strings)].toSorted((a, b) => a.length - b.length);
  const kept: string[] = [];
  for (const text of unique) if (!kept.some((shorter) => text.includes(shorter))) kept.push(text);
  return kept;
}

/** Of several clauses the one whose shortest string is longest, and of those the smallest. */
function mostTelling(clauses: LiteralClauses): readonly string[] | undefined {
  const shortest = (clause: readonly string[]) => Math.min(...clause.map((text) => text.length));
  return clauses.toSorted((a, b) => shortest(b) - shortest(a) || a.length - b.length)[0];
}

const PLAIN = /[^\\()[\]|.^$?*+{}]+(?![?*+{])/y;

/** Reads the source of a regular expression into parts. */
class SourceReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** The alternatives up to the closing bracket or the end. */
  read(): readonly (readonly Part[])[] {
    const options: Part[][] = [[]];
    for (
      let char = this.#source[this.#at];
      char !== undefined && char !== ")";
      char = this.#source[this.#at]
    ) {
      this.#at += 1;
      if (char === "|") options.push([]);
      else options.at(-1)?.push(this.#repeated(this.#one(char)));
    }
    return options;
  }

  #one(char: string): Part {
    switch (char) {
      case "(":
        return this.#group();
      case "[":
        return this.#class();
      case "\\":
        return this.#escape();
      case ".":
        return { kind: "known", known: ANYTHING };
      case "^":
      case "$":
        return { kind: "known", known: NOTHING };
      default:
        return literal(char + this.#letters());
    }
  }

  /** The plain letters that follow, but for one that a repetition belongs to. */
  #letters(): string {
    if (/[?*+{]/.test(this.#source[this.#at] ?? "")) return "";
    PLAIN.lastIndex = this.#at;
    const letters = PLAIN.exec(this.#source)?.[0] ?? "";
    this.#at += letters.length;
    return letters;
  }

  #group(): Part {
    const opening = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(this.#source.slice(this.#at))?.[0] ?? "";
    this.#at += opening.length;
    const options = this.read();
    this.#at += 1;
    // A look around takes no room; that it also restricts what matches is left out.
    return /[=!]/.test(opening) ? { kind: "known", known: NOTHING } : { kind: "choice", options };
  }

  #class(): Part {
    const end = this.#source.indexOf("]", this.#at);
    const members = this.#source.slice(this.#at, end);
    this.#at = end + 1;
    const isList = /^[^\\^-]+$/.test(members);
    return { kind: "known", known: isList ? { strings: new Set(members), clauses: [] } : ANYTHING };
  }

  #escape(): Part {
    const char = this.#source[this.#at] ?? "";
    this.#at += 1;
    if (/[bB]/.test(char)) return { kind: "known", known: NOTHING };
    return /\w/.test(char) ? { kind: "known", known: ANYTHING } : literal(char);
  }

  #repeated(part: Part): Part {
    const mark = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(this.#source.slice(this.#at));
    if (mark === null) return part;
    this.#at += mark[0].length;
    const { strings, clauses } = knownOf(part);
    if (mark[0].startsWith("?")) {
      return {
        kind: "known",
        known: strings === undefined ? ANYTHING : { strings: new Set(["", ...strings]), clauses: [] },
      };
    }
    const least = mark[0].startsWith("*") ? 0 : Number(mark[1] ?? 1);
    if (least === 0) return { kind: "known", known: ANYTHING };
    return {
      kind: "known",
      known: { strings: undefined, clauses: strings === undefined ? clauses : clauseOf(strings) },
    };
  }
}
