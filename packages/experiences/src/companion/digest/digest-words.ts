import type { ReplyLanguage } from "@openempathic/respond";

/** The words around what a person said, in one language. Spoken by the person, since the digest is theirs. */
export interface DigestWords {
  readonly talked: (day: string, words: string) => string;
  readonly told: (words: string) => string;
  readonly did: (routine: string, days: readonly string[]) => string;
  readonly felt: (day: string, feelings: readonly string[], words: string) => string;
  readonly guessed: (day: string, feelings: readonly string[]) => string;
  /** The first and the last line of what is given. */
  readonly title: (from: string, to: string) => string;
  readonly closing: string;
}

// More days than this are counted instead of named.
const DAYS_NAMED = 5;

const WORDS: Readonly<Record<ReplyLanguage, DigestWords>> = {
  en: {
    talked: (day, words) => `${day}: “${words}”`,
    told: (words) => `From my life: “${words}”`,
    did: (routine, days) =>
      days.length > DAYS_NAMED
        ? `${routine}: on ${String(days.length)} days`
        : `${routine}: ${days.join(", ")}`,
    felt: (day, feelings, words) => {
      if (feelings.length === 0) return `${day}: I said of how I felt: “${words}”`;
      return `${day}: I said that I felt: ${feelings.join(", ")}${words === "" ? "" : ` (“${words}”)`}`;
    },
    guessed: (day, feelings) =>
      `${day}: a program’s guess from my words, which may be wrong: perhaps ${feelings.join(", ")}`,
    title: (from, to) => `From ${from} to ${to}. I chose every line of this myself.`,
    closing: "Put together with a program that is not a person. It judges nothing; please ask me.",
  },
  de: {
    talked: (day, words) => `${day}: „${words}“`,
    told: (words) => `Aus meinem Leben: „${words}“`,
    did: (routine, days) =>
      days.length > DAYS_NAMED
        ? `${routine}: an ${String(days.length)} Tagen`
        : `${routine}: ${days.join(", ")}`,
    felt: (day, feelings, words) => {
      if (feelings.length === 0) return `${day}: Ich habe darüber, wie es mir ging, gesagt: „${words}“`;
      return `${day}: Ich habe gesagt, was ich fühle: ${feelings.join(", ")}${words === "" ? "" : ` („${words}“)`}`;
    },
    guessed: (day, feelings) =>
      `${day}: Vermutung eines Programms aus meinen Worten, kann falsch sein: vielleicht ${feelings.join(", ")}`,
    title: (from, to) => `Vom ${from} bis ${to}. Jede Zeile habe ich selbst ausgewählt.`,
    closing:
      "Zusammengestellt mit einem Programm, das kein Mensch ist. Es beurteilt nichts; bitte frag mich.",
  },
};

/** The words of a language. */
export function digestWords(language: ReplyLanguage): DigestWords {
  return WORDS[language];
}

/**
 * The whole text that a person gives: a first line with the period, the lines that they ticked in their order, and a last
 * one that says what it is. Empty where no line is left.
 *
 * @example
 * ```ts
 * import { digestText } from "@openempathic/experiences";
 *
 * const period = { fromMs: 0, toMs: 7 * 86_400_000, timeZone: "UTC", language: "en" } as const;
 * digestText([" Walk: 2 January "], period).split("\n")[0]; // => "From 1 January 1970 to 7 January 1970. I chose every line of this myself."
 * ```
 */
export function digestText(
  lines: readonly string[],
  period: {
    readonly fromMs: number;
    readonly toMs: number;
    readonly timeZone: string;
    readonly language: ReplyLanguage;
  },
): string {
  const { fromMs, toMs, timeZone, language } = period;
  const chosen = lines.map((line) => line.trim()).filter((line) => line !== "");
  if (chosen.length === 0) return "";
  const locale = language === "de" ? "de-DE" : "en-GB";
  const format = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  const words = digestWords(language);
  // The end of the period is the first moment after it.
  const title = words.title(format.format(fromMs), format.format(toMs - 1));
  return [title, "", ...chosen.map((line) => `- ${line}`), "", words.closing].join("\n");
}
