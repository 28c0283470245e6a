import { LiteralFinder } from "./literal-finder.ts";
import { literalsOf } from "./pattern-literals.ts";

/** Tells quickly which of many patterns may match a text; see {@link openPatternSieve}. */
export interface PatternSieve {
  /**
   * The numbers of the patterns that may match, in ascending order. A pattern that is not among them does not match.
   *
   * @param text any text
   */
  mayMatch(text: string): readonly number[];
}

/**
 * Makes a sieve of patterns: each is let through only for texts that hold the words without which it cannot match, so
 * that hundreds of costly patterns are not tried on every sentence. What the patterns find stays the same.
 *
 * @param patterns regular expressions without flags that change what letters mean
 */
export function openPatternSieve(patterns: readonly RegExp[]): PatternSieve {
  const always: number[] = [];
  const wanted: Wanted[] = [];
  for (const [pattern, { source }] of patterns.entries()) {
    const alternatives = literalsOf(source);
    if (alternatives.some((clauses) => clauses.length === 0)) always.push(pattern);
    else for (const clauses of alternatives) wanted.push({ pattern, clauses });
  }
  return new Sieve(always, wanted);
}

interface Wanted {
  readonly pattern: number;
  readonly clauses: readonly (readonly string[])[];
}

class Sieve implements PatternSieve {
  readonly #always: readonly number[];
  readonly #finder: LiteralFinder;
  /** The clauses that a string meets, by its number. */
  readonly #clausesOf: readonly (readonly number[])[];
  /** The alternatives that want a clause, by its number. */
  readonly #wantedBy: readonly (readonly number[])[];
  /** How many clauses an alternative wants, and of which pattern it is. */
  readonly #clauseCount: readonly number[];
  readonly #patternOf: readonly number[];

  constructor(always: readonly number[], wanted: readonly Wanted[]) {
    const literals = new Map<string, number[]>();
    const clauses = new Map<string, number[]>();
    for (const [alternative, { clauses: its }] of wanted.entries()) {
      for (const key of new Set(its.map((clause) => clause.join("|")))) {
        const known = clauses.get(key);
        if (known !== undefined) known.push(alternative);
        else clauses.set(key, [alternative]);
      }
    }
    for (const [clause, key] of [...clauses.keys()].entries()) {
      for (const text of key.split("|")) literals.set(text, [...(literals.get(text) ?? []), clause]);
    }
    this.#always = always;
    this.#finder = new LiteralFinder([...literals.keys()]);
    this.#clausesOf = [...literals.values()];
    this.#wantedBy = [...clauses.values()];
    this.#clauseCount = wanted.map(({ clauses: its }) => new Set(its.map((clause) => clause.join("|"))).size);
    this.#patternOf = wanted.map(({ pattern }) => pattern);
  }

  mayMatch(text: string): readonly number[] {
    const seen = new Uint8Array(this.#clausesOf.length);
    const met = new Uint8Array(this.#wantedBy.length);
    const count = new Uint8Array(this.#clauseCount.length);
    const through = new Set(this.#always);
    this.#finder.find(text, (literal) => {
      if (seen[literal] === 1) return;
      seen[literal] = 1;
      for (const clause of this.#clausesOf[literal] ?? []) {
        if (met[clause] === 1) continue;
        met[clause] = 1;
        for (const alternative of this.#wantedBy[clause] ?? []) {
          const now = (count[alternative] ?? 0) + 1;
          count[alternative] = now;
          if (now === this.#clauseCount[alternative]) through.add(this.#patternOf[alternative] ?? 0);
        }
      }
    });
    return [...through].toSorted((a, b) => a - b);
  }
}
