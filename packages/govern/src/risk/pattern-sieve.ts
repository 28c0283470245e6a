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
  // What one text has shown so far: kept between texts, since making it anew would cost more than the reading. A number
  // counts only with the current text's stamp.
  #stamp = 0;
  readonly #seen: Uint32Array;
  readonly #met: Uint32Array;
  readonly #counted: Uint32Array;
  readonly #count: Uint8Array;

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
    this.#seen = new Uint32Array(this.#clausesOf.length);
    this.#met = new Uint32Array(this.#wantedBy.length);
    this.#counted = new Uint32Array(wanted.length);
    this.#count = new Uint8Array(wanted.length);
  }

  mayMatch(text: string): readonly number[] {
    const through = new Set(this.#always);
    const stamp = this.#nextStamp();
    this.#finder.find(text, (literal) => {
      if (this.#seen[literal] === stamp) return;
      this.#seen[literal] = stamp;
      for (const clause of this.#clausesOf[literal] ?? []) {
        if (this.#met[clause] === stamp) continue;
        this.#met[clause] = stamp;
        for (const alternative of this.#wantedBy[clause] ?? []) {
          if (this.#meets(alternative, stamp)) through.add(this.#patternOf[alternative] ?? 0);
        }
      }
    });
    return through.size < 2 ? [...through] : [...through].toSorted((a, b) => a - b);
  }

  #nextStamp(): number {
    this.#stamp += 1;
    if (this.#stamp > 0xffff_ffff) {
      this.#stamp = 1;
      for (const marks of [this.#seen, this.#met, this.#counted]) marks.fill(0);
    }
    return this.#stamp;
  }

  /** Counts one more clause of an alternative; whether it was the last. */
  #meets(alternative: number, stamp: number): boolean {
    const before = this.#counted[alternative] === stamp ? (this.#count[alternative] ?? 0) : 0;
    this.#counted[alternative] = stamp;
    this.#count[alternative] = before + 1;
    return before + 1 === this.#clauseCount[alternative];
  }
}
