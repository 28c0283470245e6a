import { CATEGORIES } from "@openempathic/affect";
import type { CategoryId, Likelihoods } from "@openempathic/affect";
import { feelingName } from "@openempathic/respond";
import type { ReplyLanguage } from "@openempathic/respond";
import { entriesOf } from "../chronicle.ts";
import type { CompanionState, MessageEntry } from "../companion-state.ts";
import { wallDay } from "../wall-clock.ts";
import { digestWords } from "./digest-words.ts";
import { excerpt } from "./excerpt.ts";

/**
 * What a line of a digest rests on: what the person talked about, told, did, or said they felt; or what they have to ask
 * for by itself: a program's guess about feelings, and words from hard moments.
 */
export type DigestGroup = "talked" | "told" | "did" | "felt" | "guessed" | "hard";

/** One drafted line. Nothing of it goes anywhere before the person has ticked it. */
export interface DigestLine {
  /** The same line has the same id whenever it is drafted. */
  readonly lineId: string;
  readonly group: DigestGroup;
  readonly text: string;
}

/** What a digest is drafted for. */
export interface DigestPeriod {
  /** In milliseconds since the epoch; the end is not in it. */
  readonly fromMs: number;
  readonly toMs: number;
  /** IANA name: days are the person's own. */
  readonly timeZone: string;
  readonly language: ReplyLanguage;
}

// Somebody who reads for somebody else reads a page, not a protocol.
const TALKED_A_DAY = 2;
const TALKED = 14;
const EXCERPT_LETTERS = 180;
const TELLING_WORDS = 5;
/** At which likelihood a guess is worth a line, and how many of one message. */
const GUESS = 0.6;
const GUESSES = 2;

/**
 * Drafts the lines of a digest from what is in a session, by code alone: in the person's own words where they are words.
 * Words from hard moments (any risk in them, or answered by the crisis script) are in the group "hard" and in no other.
 * What was planned and not done stands nowhere.
 */
export function draftDigest(state: CompanionState, period: DigestPeriod): readonly DigestLine[] {
  const messages = entriesOf(state.entries)
    .filter((entry) => entry.kind === "message")
    .filter((message) => message.risk !== undefined && isWithin(message.atMs, period));
  const everyday = messages.filter((message) => !isOfHardMoment(message));
  return [
    ...talkedLines(everyday, period),
    ...toldLines(state, period),
    ...didLines(state, period),
    ...feltLines(state, period),
    ...everyday.flatMap((message) => guessedLine(message, period)),
    ...messages.filter(isOfHardMoment).map((message) => hardLine(message, period)),
  ];
}

function isOfHardMoment({ risk, plan, reply }: MessageEntry): boolean {
  const isScripted = reply?.finished === true && reply.by === "crisis-script";
  return risk?.level !== "none" || isScripted || (plan !== undefined && plan.risk !== "none");
}

function talkedLines(messages: readonly MessageEntry[], period: DigestPeriod): readonly DigestLine[] {
  const telling = messages.filter(({ text }) => text.trim().split(/\s+/u).length >= TELLING_WORDS);
  const longestFirst = telling.toSorted((one, other) => other.text.length - one.text.length);
  const taken = new Map<number, number>();
  const chosen = longestFirst.filter(({ atMs }) => {
    const day = wallDay(atMs, period.timeZone);
    taken.set(day, (taken.get(day) ?? 0) + 1);
    return (taken.get(day) ?? 0) <= TALKED_A_DAY;
  });
  return chosen
    .toSorted((one, other) => one.seq - other.seq)
    .slice(-TALKED)
    .map(({ seq, atMs, text }) => ({
      lineId: `talked-${String(seq)}`,
      group: "talked",
      text: digestWords(period.language).talked(dayOf(atMs, period), excerpt(text, EXCERPT_LETTERS)),
    }));
}

function toldLines({ life }: CompanionState, period: DigestPeriod): readonly DigestLine[] {
  return life.passages
    .filter(({ toldAtMs }) => isWithin(toldAtMs, period))
    .map(({ passageId, text }) => ({
      lineId: `told-${passageId}`,
      group: "told",
      text: digestWords(period.language).told(excerpt(text, EXCERPT_LETTERS)),
    }));
}

function didLines({ routines }: CompanionState, period: DigestPeriod): readonly DigestLine[] {
  return routines.flatMap(({ routineId, text, doneAtMs }) => {
    const within = doneAtMs.filter((atMs) => isWithin(atMs, period));
    const days = [...new Map(within.map((atMs) => [wallDay(atMs, period.timeZone), atMs])).values()];
    if (days.length === 0) return [];
    const words = digestWords(period.language).did(
      text,
      days.map((atMs) => dayOf(atMs, period)),
    );
    return [{ lineId: `did-${routineId}`, group: "did", text: words } as const];
  });
}

function feltLines({ selfReports }: CompanionState, period: DigestPeriod): readonly DigestLine[] {
  return selfReports
    .filter(({ atMs }) => isWithin(atMs, period))
    .flatMap(({ seq, atMs, likelihood, words }) => {
      const feelings = namesOf(likelihood, { least: 1, most: Infinity }).map((id) =>
        feelingName(id, period.language),
      );
      const own = words?.trim() ?? "";
      if (feelings.length === 0 && own === "") return [];
      const text = digestWords(period.language).felt(
        dayOf(atMs, period),
        feelings,
        excerpt(own, EXCERPT_LETTERS),
      );
      return [{ lineId: `felt-${String(seq)}`, group: "felt", text } as const];
    });
}

function guessedLine(message: MessageEntry, period: DigestPeriod): readonly DigestLine[] {
  const { estimate, seq, atMs, selfReport } = message;
  // The person's own word wins: where they said it, nothing is guessed.
  if (estimate === undefined || estimate.abstained !== null || selfReport !== undefined) return [];
  const feelings = namesOf(estimate.likelihood, { least: GUESS, most: GUESSES }).map((id) =>
    feelingName(id, period.language),
  );
  if (feelings.length === 0) return [];
  const text = digestWords(period.language).guessed(dayOf(atMs, period), feelings);
  return [{ lineId: `guessed-${String(seq)}`, group: "guessed", text }];
}

function hardLine({ seq, atMs, text }: MessageEntry, period: DigestPeriod): DigestLine {
  const words = digestWords(period.language).talked(dayOf(atMs, period), excerpt(text, EXCERPT_LETTERS));
  return { lineId: `hard-${String(seq)}`, group: "hard", text: words };
}

/** The feelings at or above a likelihood, the strongest first. */
function namesOf(
  likelihood: Likelihoods,
  { least, most }: { readonly least: number; readonly most: number },
): readonly CategoryId[] {
  return CATEGORIES.flatMap(({ id }) => {
    const share = likelihood[id];
    return share !== undefined && share >= least ? [{ id, share }] : [];
  })
    .toSorted((one, other) => other.share - one.share)
    .slice(0, most)
    .map(({ id }) => id);
}

function isWithin(atMs: number, { fromMs, toMs }: DigestPeriod): boolean {
  return atMs >= fromMs && atMs < toMs;
}

function dayOf(atMs: number, { language, timeZone }: DigestPeriod): string {
  const locale = language === "de" ? "de-DE" : "en-GB";
  return new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month: "long" }).format(atMs);
}
