import repairs from "./repairs.json" with { type: "json" };

/** A stretch of a message between two full stops, as plain lower-case words with a blank before, between and after. */
export interface Sentence {
  readonly text: string;
  /** Set where the words stood in quotation marks: the text before them, normalised. */
  readonly quotedAfter?: string;
}

/** A message made comparable: no case, marks, disguises or contractions; see {@link normaliseText}. */
export interface NormalisedText {
  readonly sentences: readonly Sentence[];
  /** All sentences in one string. */
  readonly whole: string;
  /** The message laughs: "lol", "haha", a laughing face. */
  readonly laughs: boolean;
}

/** What is read of a very long message: so many characters from its beginning and as many from its end. */
const READ_CHARACTERS = 50_000;

/** So many sentences are read from the beginning and as many from the end. */
const READ_SENTENCES = 500;

const LAUGH =
  /[😂🤣😆😹😜😝🤪😅😄😁😛💀☠🙃]|(?<![\p{L}])(?:lo+l+|lmf?a+o+|rofl|(?:b?[ah]*ha){2,}h?|(?:he){2,}|xd+|jk|j\/k|hihi|ups)(?![\p{L}])|[:;]-?[dp)](?![\p{L}])/iu;
const ALIASES: ReadonlyMap<string, string> = new Map(Object.entries(repairs.words));
const TARGETS: readonly string[] = repairs.targets;
const UMLAUT_STEM = new RegExp(`^(?:${repairs.umlautStems.join("|")})`);
const LEET: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};
const CYRILLIC: Readonly<Record<string, string>> = {
  а: "a",
  е: "e",
  о: "o",
  р: "p",
  с: "c",
  х: "x",
  у: "y",
  і: "i",
  к: "k",
  м: "m",
  т: "t",
};

/**
 * Makes a message comparable with the lexicons: folds case, accents and look-alike letters, takes out invisible
 * characters, joins s-p-e-l-l-e-d words, undoes common disguises ("k1ll", "su*cide", "sewerslide") and typing
 * errors of the few words that matter, writes contractions out ("don't", "dont" → "do not") and splits sentences.
 * Runs in time linear in the length.
 *
 * @param text what the person wrote
 */
export function normaliseText(text: string): NormalisedText {
  const read =
    text.length > 2 * READ_CHARACTERS
      ? `${text.slice(0, READ_CHARACTERS)}. ${text.slice(-READ_CHARACTERS)}`
      : text;
  const folded = read
    .replace(/[’‘‛´`ʼ′]/g, "'")
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}\p{Cs}]/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/[“”„‟«»‹›″]/g, '"');
  const joined = joinSpelled(markSingleQuotes(folded));
  const all = joined.split(/[.!?;:\n\r…]+(?=\s|$|")|[\n\r;…—–]+|\s-+\s/u).flatMap(sentencesOf);
  const sentences =
    all.length > 2 * READ_SENTENCES ? [...all.slice(0, READ_SENTENCES), ...all.slice(-READ_SENTENCES)] : all;
  return { sentences, whole: sentences.map((sentence) => sentence.text).join(""), laughs: LAUGH.test(read) };
}

/** 'words in single quotes' become "words in double quotes"; apostrophes inside words stay. */
function markSingleQuotes(text: string): string {
  return text.replace(/(^|[\s(:,])'([^'"\n]{4,300})'(?=$|[\s).,!?;:])/g, '$1"$2"');
}

/** Joins letters that are written one by one: "k i l l", "s.u.i.c.i.d.e", "d-i-e". Two blanks part words. */
function joinSpelled(text: string): string {
  return text
    .replace(/(?<![\p{L}\p{N}])\p{L}(?: \p{L}){3,60}(?![\p{L}\p{N}])/gu, (letters) =>
      letters.replaceAll(" ", ""),
    )
    .replace(/(?<![\p{L}\p{N}])\p{L}(?:[.\-_*|/]{1,2}\p{L}){2,40}(?![\p{L}\p{N}])/gu, (letters) =>
      letters.replace(/[^\p{L}]/gu, ""),
    );
}

/** Parts a stretch at its quotation marks; a quotation of one or two words belongs to its sentence. */
function sentencesOf(stretch: string): Sentence[] {
  const parts = stretch.split('"');
  if (parts.length < 3) return withWords(wordsOf(parts.join(" ")));
  const sentences: Sentence[] = [];
  let plain = "";
  for (const [index, part] of parts.entries()) {
    const words = wordsOf(part);
    if (index % 2 === 1 && words.length > 2) {
      sentences.push({ text: ` ${words.join(" ")} `, quotedAfter: ` ${wordsOf(plain).join(" ")} ` });
    } else {
      plain += ` ${part}`;
    }
  }
  return [...withWords(wordsOf(plain)), ...sentences];
}

function withWords(words: readonly string[]): Sentence[] {
  return words.length === 0 ? [] : [{ text: ` ${words.join(" ")} ` }];
}

function wordsOf(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}@$*!'+]+/gu) ?? [];
  return words.flatMap((word) => repaired(word).split(" ")).filter((word) => word !== "");
}

function repaired(word: string): string {
  const bare = word.replace(/^['*!+]+(?=.)|['!+]+$/g, "");
  const plain = bare.replaceAll("'", "");
  const known = ALIASES.get(bare) ?? ALIASES.get(plain);
  if (known !== undefined) return known;
  if (/^[a-z]+$/.test(plain)) return repairedLetters(plain);
  if (plain.length > 24) return plain;
  if (/[а-яі]/.test(plain) && /[a-z]/.test(plain)) {
    return repairedLetters(plain.replace(/[а-яі]/g, (letter) => CYRILLIC[letter] ?? letter));
  }
  if (/[a-z]/.test(plain)) return undisguised(plain);
  return plain.replace(/[@$*!]/g, "");
}

/** "k1ll", "su*cide": taken as a target word where it fits one, else left as it is. */
function undisguised(word: string): string {
  for (const one of ["i", "l"]) {
    const letters = word.replace(/[0-9@$!]/g, (sign) => (sign === "1" ? one : (LEET[sign] ?? sign)));
    const found = ALIASES.get(letters) ?? TARGETS.find((target) => target === letters);
    if (found !== undefined) return ALIASES.get(found) ?? found;
    if (letters.includes("*")) {
      const starred = TARGETS.find((target) => fitsStars(letters, target));
      if (starred !== undefined) return ALIASES.get(starred) ?? starred;
    } else if (/^[a-z]+$/.test(letters)) {
      const near = nearTarget(letters);
      if (near !== undefined) return near;
    }
  }
  if (DIGITS_WITHIN.test(word)) return word.replace(/[013457]/g, (digit) => LEET[digit] ?? digit);
  return word.replace(/[@$*!]/g, "");
}

/** A word with digits between its letters, at least three of them letters: "al1ve", "anym0re", not "b2b" or "mp3". */
const DIGITS_WITHIN = /^(?=(?:.?[a-z]){3})[a-z]+(?:[013457]{1,2}[a-z]+)+$/;

/** Each star stands for one character. */
function fitsStars(word: string, target: string): boolean {
  return (
    word.length === target.length &&
    word.startsWith(target.charAt(0)) &&
    Array.from(word).every((letter, index) => letter === "*" || letter === target[index])
  );
}

function repairedLetters(word: string): string {
  const shortened = word.replace(/([a-z])\1{2,}/g, "$1");
  const alias = ALIASES.get(shortened) ?? ALIASES.get(word.replace(/([a-z])\1{2,}/g, "$1$1"));
  if (alias !== undefined) return alias;
  if (UMLAUT_STEM.test(shortened))
    return ALIASES.get(withoutDigraphs(shortened)) ?? withoutDigraphs(shortened);
  return nearTarget(shortened) ?? shortened;
}

function withoutDigraphs(word: string): string {
  return word.replace(/([aou])e/g, "$1");
}

const LONG_TARGETS = TARGETS.filter((target) => target.length >= 6);
const NO_ERRORS: ReadonlySet<string> = new Set(repairs.noErrors);

/** The target word that differs by one typing error (a letter missing, added, wrong, or two swapped), if any. */
function nearTarget(word: string): string | undefined {
  if (word.length < 5 || word.length > 14 || NO_ERRORS.has(word) || TARGETS.includes(word)) return undefined;
  return LONG_TARGETS.find(
    (target) =>
      target !== word &&
      target.startsWith(word.charAt(0)) &&
      Math.abs(target.length - word.length) <= 1 &&
      isOneErrorAway(word, target),
  );
}

function isOneErrorAway(word: string, target: string): boolean {
  let start = 0;
  while (start < word.length && word[start] === target[start]) start += 1;
  const rest = word.slice(start);
  const goal = target.slice(start);
  return (
    rest.slice(1) === goal.slice(1) ||
    rest.slice(1) === goal ||
    rest === goal.slice(1) ||
    (rest.slice(2) === goal.slice(2) && rest[0] === goal[1] && rest[1] === goal[0])
  );
}
