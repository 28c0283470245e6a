import type { Storage } from "../../session/outbox.ts";

/** What somebody has chosen for a digest so far. It stays on the device until they approve it. */
export interface DigestChoice {
  /** The first and the last day, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
  /** Ids of lines that may be in it. */
  readonly ticked: readonly string[];
  /** Ids of lines that are left out and not shown any more. */
  readonly left: readonly string[];
  /** The person's own wording of drafted lines, by their ids. */
  readonly worded: Readonly<Record<string, string>>;
  /** Lines of the person's own. */
  readonly own: readonly { readonly lineId: string; readonly text: string }[];
  /** Whether guesses, and words from hard moments, are shown at all. */
  readonly withGuessed: boolean;
  readonly withHard: boolean;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

const nameFor = (sessionId: string) => `open-empathic.digest.${sessionId}`;

/** Nothing chosen, for the days from `from` to `to`. */
export function emptyChoice(from: string, to: string): DigestChoice {
  return { from, to, ticked: [], left: [], worded: {}, own: [], withGuessed: false, withHard: false };
}

/** What this device keeps of a choice; `otherwise` where it keeps none, or none that can be read. */
export function loadChoice(storage: Storage, sessionId: string, otherwise: DigestChoice): DigestChoice {
  const stored = storage.getItem(nameFor(sessionId));
  if (stored === null) return otherwise;
  try {
    const parsed: unknown = JSON.parse(stored);
    return isChoice(parsed) ? parsed : otherwise;
  } catch {
    // Damaged: the person chooses anew.
    return otherwise;
  }
}

/** Keeps a choice on this device. */
export function saveChoice(storage: Storage, sessionId: string, choice: DigestChoice): void {
  storage.setItem(nameFor(sessionId), JSON.stringify(choice));
}

/** Forgets a choice on this device. */
export function dropChoice(storage: Storage, sessionId: string): void {
  storage.removeItem(nameFor(sessionId));
}

/**
 * The first moment of the first day and the first moment after the last, by the device's own clock, in milliseconds since
 * the epoch; `undefined` where they are no days or in the wrong order.
 */
export function periodOf({
  from,
  to,
}: Pick<DigestChoice, "from" | "to">): { readonly fromMs: number; readonly toMs: number } | undefined {
  if (!DAY.test(from) || !DAY.test(to)) return undefined;
  const fromMs = new Date(`${from}T00:00:00`).getTime();
  const last = new Date(`${to}T00:00:00`);
  last.setDate(last.getDate() + 1);
  const toMs = last.getTime();
  return Number.isFinite(fromMs) && Number.isFinite(toMs) && fromMs < toMs ? { fromMs, toMs } : undefined;
}

/** A day of the device's own calendar, YYYY-MM-DD. */
export function dayOf(atMs: number): string {
  const date = new Date(atMs);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function isChoice(value: unknown): value is DigestChoice {
  if (typeof value !== "object" || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  const areTexts = (list: unknown) => Array.isArray(list) && list.every((text) => typeof text === "string");
  const worded = fields.get("worded");
  const own = fields.get("own");
  return (
    ["from", "to"].every((name) => DAY.test(String(fields.get(name)))) &&
    ["ticked", "left"].every((name) => areTexts(fields.get(name))) &&
    typeof worded === "object" &&
    worded !== null &&
    areTexts(Object.values(worded)) &&
    Array.isArray(own) &&
    own.every(isOwnLine) &&
    ["withGuessed", "withHard"].every((name) => typeof fields.get(name) === "boolean")
  );
}

function isOwnLine(line: unknown): boolean {
  if (typeof line !== "object" || line === null) return false;
  const fields = new Map<string, unknown>(Object.entries(line));
  return typeof fields.get("lineId") === "string" && typeof fields.get("text") === "string";
}
