import { foldText } from "../words/fold-text.ts";

/**
 * A phrase written in a small language: words stand for themselves, `(a|b c)` is a choice, `[a|b]` may be
 * missing, `word*` begins a word, `_` is any one word, `@name` any word of a named set.
 */
export type PhraseNode =
  | { readonly kind: "word"; readonly match: WordMatch }
  | { readonly kind: "sequence"; readonly parts: readonly PhraseNode[] }
  | { readonly kind: "choice"; readonly options: readonly PhraseNode[] }
  | { readonly kind: "optional"; readonly part: PhraseNode };

/** What one place of a phrase accepts. */
export type WordMatch =
  | { readonly kind: "any" }
  | { readonly kind: "prefix"; readonly prefix: string }
  | { readonly kind: "set"; readonly words: ReadonlySet<string> };

/** Named sets of words, folded. */
export type WordSets = Readonly<Record<string, ReadonlySet<string>>>;

/**
 * Reads a phrase.
 *
 * @param source The phrase, such as `you (should|must) just cheer up`.
 * @param sets The sets that `@name` may refer to.
 * @throws {RangeError} When a bracket is not closed or a set is not known.
 */
export function parsePhrase(source: string, sets: WordSets): PhraseNode {
  const tokens = foldText(source).match(/[()[\]|]|[^\s()[\]|]+/g) ?? [];
  let at = 0;
  const choice = (): PhraseNode => {
    const options = [sequence()];
    while (tokens[at] === "|") {
      at += 1;
      options.push(sequence());
    }
    return options.length === 1 ? (options[0] as PhraseNode) : mergeWords(options);
  };
  const sequence = (): PhraseNode => {
    const parts: PhraseNode[] = [];
    for (let token = tokens[at]; token && !"|)]".includes(token); token = tokens[at]) {
      at += 1;
      if (token === "(" || token === "[") {
        const part = choice();
        if (tokens[at] !== (token === "(" ? ")" : "]")) {
          throw new RangeError(`parsePhrase needs closed brackets, got ${source}`);
        }
        at += 1;
        parts.push(token === "(" ? part : { kind: "optional", part });
      } else parts.push({ kind: "word", match: wordMatch(token, sets, source) });
    }
    return { kind: "sequence", parts };
  };
  const root = choice();
  if (at < tokens.length) throw new RangeError(`parsePhrase needs closed brackets, got ${source}`);
  return root;
}

function wordMatch(token: string, sets: WordSets, source: string): WordMatch {
  if (token === "_") return { kind: "any" };
  if (token.startsWith("@")) {
    const words = sets[token.slice(1)];
    if (!words) throw new RangeError(`parsePhrase needs a known set, got ${token} in ${source}`);
    return { kind: "set", words };
  }
  if (token.endsWith("*")) return { kind: "prefix", prefix: token.slice(0, -1) };
  return { kind: "set", words: new Set([token]) };
}

/** A choice among single words is one place with a set, which keeps matching fast. */
function mergeWords(options: readonly PhraseNode[]): PhraseNode {
  const single = options.map((option) =>
    option.kind === "sequence" && option.parts.length === 1 ? option.parts[0] : undefined,
  );
  const sets = single.map((part) =>
    part?.kind === "word" && part.match.kind === "set" ? part.match.words : undefined,
  );
  if (sets.every((set) => set !== undefined)) {
    return { kind: "word", match: { kind: "set", words: new Set(sets.flatMap((set) => [...set])) } };
  }
  return { kind: "choice", options };
}

/** Whether a word fits a place. */
export function fits(match: WordMatch, word: string): boolean {
  switch (match.kind) {
    case "any":
      return word !== CLAUSE_BREAK && word !== SENTENCE_END;
    case "prefix":
      return word.startsWith(match.prefix);
    case "set":
      return match.words.has(word);
  }
}

/** Whether the beginning of a word may still grow into one that fits. */
export function mayFit(match: WordMatch, beginning: string): boolean {
  switch (match.kind) {
    case "any":
      return true;
    case "prefix":
      return match.prefix.startsWith(beginning) || beginning.startsWith(match.prefix);
    case "set":
      for (const word of match.words) if (word.startsWith(beginning)) return true;
      return false;
  }
}

/** What a comma, colon or dash counts as: a word that only a phrase with a comma accepts. */
export const CLAUSE_BREAK = ",";

/** What the end of a sentence counts as: a word that only a phrase with `$` accepts. */
export const SENTENCE_END = "$";
