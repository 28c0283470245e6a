import { PURPOSES } from "../purpose.ts";
import type { Purpose } from "../purpose.ts";
import table from "./notices.json" with { type: "json" };

/** What a person must be told: that no person answers, and that their signals are analysed for emotion. */
export type NoticeId = "not-a-person" | "emotion-analysis";

/** The languages in which the notices are written. */
export type NoticeLanguage = "en" | "de";

/** Every notice there is. */
export const NOTICE_IDS: readonly NoticeId[] = ["not-a-person", "emotion-analysis"];

/** The version of the notices' wording; a consent receipt records it. */
export const NOTICE_VERSION: string = table.version;

const TEXTS: Readonly<Record<NoticeId, Readonly<Record<NoticeLanguage, string>>>> = table.texts;
// The file names ids as plain strings; a test holds every one against NOTICE_IDS.
const DUE = table.duePerPurpose as unknown as Readonly<Record<Purpose, readonly NoticeId[]>>;

/**
 * The wording of a notice, in plain words.
 *
 * @param id which notice
 * @param language "en" or "de"
 * @throws RangeError for an unknown notice or language
 *
 * @example
 * ```ts
 * import { noticeText } from "@openempathic/govern";
 *
 * noticeText("not-a-person", "en").startsWith("You are talking with a computer program"); // => true
 * ```
 */
export function noticeText(id: NoticeId, language: NoticeLanguage): string {
  if (!Object.hasOwn(TEXTS, id)) {
    throw new RangeError(
      `noticeText needs id to be one of ${NOTICE_IDS.join(", ")}; it got ${JSON.stringify(id)}`,
    );
  }
  if (!Object.hasOwn(TEXTS[id], language)) {
    throw new RangeError(`noticeText needs language to be en or de; it got ${JSON.stringify(language)}`);
  }
  return TEXTS[id][language];
}

/** When a session began and when its notices were last shown; all times in milliseconds since the epoch. */
export interface NoticeClock {
  readonly purpose: Purpose;
  readonly startedAtMs: number;
  /** One time for all notices, or one per notice; absent: never shown. */
  readonly lastShownAtMs?: number | Readonly<Partial<Record<NoticeId, number>>> | undefined;
  readonly nowMs: number;
  /** The person is known to be a minor: notices return every hour instead of every three. */
  readonly minor?: boolean | undefined;
}

/**
 * The notices that must be shown now: at the start of a session, and again before three hours have passed since
 * the last time (one hour for minors). A notice shown before this session began does not count for it.
 *
 * @param clock the session's times
 * @returns the ids due, in the order to show them; empty when none is
 * @throws RangeError for an unknown purpose or a time that is not finite
 *
 * Sources: Regulation (EU) 2024/1689, Art. 50(1), (3), (5); N.Y. Gen. Bus. Law § 1702 (three hours); Washington
 * HB 2225 (one hour for minors).
 *
 * @example
 * ```ts
 * import { noticesDue } from "@openempathic/govern";
 *
 * noticesDue({ purpose: "companion", startedAtMs: 0, nowMs: 0 }); // => ["not-a-person", "emotion-analysis"]
 * noticesDue({ purpose: "companion", startedAtMs: 0, lastShownAtMs: 0, nowMs: 3_600_000 }); // => []
 * noticesDue({ purpose: "companion", startedAtMs: 0, lastShownAtMs: 0, nowMs: 3_600_000, minor: true }).length; // => 2
 * ```
 */
export function noticesDue(clock: NoticeClock): readonly NoticeId[] {
  const { purpose, startedAtMs, lastShownAtMs, nowMs, minor = false } = clock;
  if (!PURPOSES.includes(purpose)) {
    throw new RangeError(
      `noticesDue needs purpose to be one of ${PURPOSES.join(", ")}; it got ${JSON.stringify(purpose)}`,
    );
  }
  for (const [name, time] of Object.entries({ startedAtMs, nowMs })) {
    if (!Number.isFinite(time))
      throw new RangeError(`noticesDue needs a finite ${name}; it got ${String(time)}`);
  }
  const repeatMs = minor ? table.repeatMs.minor : table.repeatMs.adult;
  return DUE[purpose].filter((id) => {
    const shownAtMs = typeof lastShownAtMs === "object" ? lastShownAtMs[id] : lastShownAtMs;
    return shownAtMs === undefined || !(shownAtMs >= startedAtMs) || nowMs - shownAtMs >= repeatMs;
  });
}
