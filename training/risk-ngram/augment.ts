import type { RiskCase } from "@openempathic/govern";
import type { Random } from "@openempathic/measure";

/** Ways in which people write that change no meaning; each is tried with its share of the copies. */
const MANNERS: readonly (readonly [number, (text: string, random: Random) => string])[] = [
  [0.55, withTypingErrors],
  [0.15, withoutMarks],
  [0.12, withDigitsForLetters],
  [0.06, withLettersApart],
  [0.12, withSmallTalk],
];

/** A copy of a case whose last message is written in another manner; the level stays. */
export function rewritten(one: RiskCase, random: Random): RiskCase {
  let draw = random();
  const manner = MANNERS.find(([share]) => (draw -= share) < 0) ?? MANNERS[0];
  return withLastText(one, (text) => manner?.[1](text, random) ?? text);
}

/** A copy of a case whose last message stands beside that of a case without risk, before or after it. */
export function beside(one: RiskCase, harmless: RiskCase, random: Random): RiskCase {
  const other = harmless.turns.at(-1)?.text ?? "";
  return withLastText(one, (text) =>
    random() < 0.6 ? `${ended(other)} ${text}` : `${ended(text)} ${other}`,
  );
}

function withLastText(one: RiskCase, change: (text: string) => string): RiskCase {
  const turns = one.turns.map((turn, index) =>
    index === one.turns.length - 1 ? { ...turn, text: change(turn.text) } : turn,
  );
  return { ...one, turns };
}

function ended(text: string): string {
  return /[.!?…]\s*$/.test(text) ? text.trim() : `${text.trim()}.`;
}

function pick<T>(list: readonly T[], random: Random): T | undefined {
  return list[Math.floor(random() * list.length)];
}

/** One letter in some words is left out, doubled, swapped with the next or changed for a neighbour. */
function withTypingErrors(text: string, random: Random): string {
  return text.replace(/\p{L}{4,}/gu, (word) => (random() < 0.15 ? mistyped(word, random) : word));
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

function mistyped(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const before = word.slice(0, at);
  const here = word.charAt(at);
  const after = word.slice(at + 1);
  const kind = random();
  if (kind < 0.3) return before + after;
  if (kind < 0.5) return before + here + here + after;
  if (kind < 0.8) return before + after.charAt(0) + here + after.slice(1);
  return before + (pick(Array.from(LETTERS), random) ?? here) + after;
}

function withoutMarks(text: string): string {
  return text.replace(/[.,!?;:'’"]/g, "").toLowerCase();
}

const DIGITS: Readonly<Record<string, string>> = { a: "4", e: "3", i: "1", o: "0", s: "5" };

function withDigitsForLetters(text: string, random: Random): string {
  return text.replace(/\p{L}{4,}/gu, (word) =>
    random() < 0.25 ? word.replace(/[aeios]/, (letter) => DIGITS[letter] ?? letter) : word,
  );
}

function withLettersApart(text: string, random: Random): string {
  const words = text.match(/[a-z]{4,9}/gi) ?? [];
  const chosen = pick(words, random);
  return chosen === undefined ? text : text.replace(chosen, `${Array.from(chosen).join(" ")} `);
}

const OPENERS: Readonly<Record<string, readonly string[]>> = {
  en: ["hey", "idk", "so", "ok", "hi there.", "honestly", "um", "well", "ngl", "just saying"],
  de: ["hey", "hallo,", "also", "naja", "ehrlich gesagt", "hm", "ok", "hi.", "kp", "tja"],
};
const CLOSERS = ["😔", "🥲", "...", "tbh", "💔", "idk", ":/", "lol", "🙃", "!!", "😭"];

function withSmallTalk(text: string, random: Random): string {
  const german = / (?:ich|nicht|und|der|die|das|mein|ist) /.test(` ${text.toLowerCase()} `);
  const opener = pick(OPENERS[german ? "de" : "en"] ?? [], random) ?? "";
  return random() < 0.5 ? `${opener} ${text}` : `${text} ${pick(CLOSERS, random) ?? ""}`;
}
